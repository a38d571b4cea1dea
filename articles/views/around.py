"""What stands around an article: the page's other articles, the pages it comes from and goes on to."""

from collections.abc import Sequence

from articles.models import Article, Page
from articles.templatetags.press import page_called, page_number


def around(article: Article, siblings: Sequence[Article]) -> dict:
    """{siblings, place, before, after, issue, from_page, to_page}; pages are None where they are not in the archive."""
    place = next(index for index, one in enumerate(siblings) if one.pk == article.pk)
    marked = article.continued_from or article.continued_to
    issue = Page.objects.of_issue(article.page).for_lists().in_print_order() if marked and article.page.date else []
    return {
        "siblings": siblings,
        "place": place + 1,
        "before": siblings[place - 1] if place else None,
        "after": siblings[place + 1] if place + 1 < len(siblings) else None,
        "from_page": _named(article.continued_from, issue),
        "to_page": _named(article.continued_to, issue),
    }


def _named(mark: str, issue: Sequence[Page]) -> Page | None:
    """The page that a mark such as 第一版 or 4版 means."""
    return next((page for page in issue if mark and mark in _names(page)), None)


def _names(page: Page) -> set[str]:
    return {page_called(page.number), page_number(page.number), f"{page.number}版", page.name, f"{page.name}版"} - {
        "",
        "版",
    }
