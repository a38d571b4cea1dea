"""What stands around an article: the page's others, where its story comes from and goes on to, what is akin to it."""

from collections.abc import Sequence

from articles.models import Article, Page
from articles.queries import Kin, kin


def around(article: Article, siblings: Sequence[Article]) -> dict:
    """{siblings, place, before, after} on the page."""
    place = next(index for index, one in enumerate(siblings) if one.pk == article.pk)
    return {
        "siblings": siblings,
        "place": place + 1,
        "before": siblings[place - 1] if place else None,
        "after": siblings[place + 1] if place + 1 < len(siblings) else None,
    }


def related(article: Article, *near: Sequence[Article]) -> Kin:
    """What the article is about, and who else; those near it are shown already."""
    return kin(Article.objects.using("public"), article.number, [one.number for group in near for one in group])


def ends(first: Article, last: Article, parts: Sequence[Article]) -> dict:
    """{from_part, from_page, to_page} of a story: where it comes from and goes on to, None where that is not known."""
    from_part = next((part for part in parts if part.pk == first.continues_id), None)
    marked = (first.comes_from and not from_part) or last.goes_to
    issue = Page.objects.of_issue(first.page).for_lists().in_print_order() if marked and first.page.date else []
    pages = {"from_page": _numbered(first.comes_from, issue), "to_page": _numbered(last.goes_to, issue)}
    return {"from_part": from_part, **pages}


def _numbered(number: str, issue: Sequence[Page]) -> Page | None:
    return next((page for page in issue if number and page.plain_number == number), None)
