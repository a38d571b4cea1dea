"""Parts of one story on several pages: linked anew in every issue that a load, a correction or a pruning touched."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from django.db.models import Q

from articles.models import Article, Page
from articles.reading.continuations import Part, Titles, links


class Issue(NamedTuple):
    """One paper of one day: a story goes on in the same one."""

    publication: str
    date: datetime.date | None


class Turns(NamedTuple):
    """How many parts are linked to the one before, how many lack what precedes, and how many what follows."""

    linked: int
    lacking_before: int
    lacking_after: int

    def __str__(self) -> str:
        return f"已接 {self.linked} 处，上接未接 {self.lacking_before} 处，下转未接 {self.lacking_after} 处"


def issue_of(page: Page) -> Issue:
    return Issue(page.publication, page.date)


def link(issues: Iterable[Issue], before: Mapping[int, int]) -> None:
    """Makes the links of these issues what their articles say now.

    before: {article: the one it went on from} of the pages that were written, whose links were lost with their rows.
    """
    was, now = dict(before), {}
    for issue in issues:
        articles = Article.objects.of_issue(*issue)
        stored = dict(articles.filter(continues__isnull=False).values_list("pk", "continues"))
        wanted = links_of(issue)
        _store(stored, wanted)
        was, now = stored | was, now | wanted
    moved = {pk for pk in was.keys() | now.keys() if was.get(pk) != now.get(pk)}
    ends = moved | {links[pk] for links in (was, now) for pk in moved if pk in links}
    Article.objects.filter(pk__in=ends).update(changed=None)


def _store(stored: Mapping[int, int], wanted: Mapping[int, int]) -> None:
    changed = [pk for pk in stored.keys() | wanted.keys() if stored.get(pk) != wanted.get(pk)]
    Article.objects.filter(pk__in=changed).update(continues=None)
    for pk in changed:
        if pk in wanted:
            Article.objects.filter(pk=pk).update(continues=wanted[pk])


def links_at(page: Page) -> dict[int, int]:
    """{article: the one it goes on from} of every stored link with an end on the page."""
    linked = Article.objects.filter(Q(page=page.pk) | Q(continues__page=page.pk), continues__isnull=False)
    return dict(linked.order_by().values_list("pk", "continues"))


def links_of(issue: Issue) -> dict[int, int]:
    """{article: the one it goes on from}, computed; none where the day is unknown."""
    if issue.date is None:
        return {}
    marked = Article.objects.of_issue(*issue).turned().select_related("page")
    return links([_part(article) for article in marked.only(*COLUMNS)])


COLUMNS = ("kicker", "headline", "subtitle", "continued_from", "continued_to", "page__key", "page__number")


def _part(article: Article) -> Part:
    titles = Titles(article.headline, article.kicker, article.subtitle)
    page = article.page
    return Part(article.pk, page.key, page.plain_number, article.comes_from, article.goes_to, titles)


def turns() -> Turns:
    """The counts of the whole archive."""
    lacking = Article.objects.lacking_before(), Article.objects.lacking_after()
    return Turns(Article.objects.filter(continues__isnull=False).count(), *(articles.count() for articles in lacking))


def out_of_step() -> Iterator[str]:
    """Keys of the articles whose stored link is not the one that would be computed; reads only."""
    turned = Article.objects.turned().order_by().values_list("page__publication", "page__date").distinct()
    wanted = {pk: before for issue in turned for pk, before in links_of(Issue(*issue)).items()}
    stored = dict(Article.objects.filter(continues__isnull=False).values_list("pk", "continues"))
    wrong = [pk for pk in stored.keys() | wanted.keys() if stored.get(pk) != wanted.get(pk)]
    yield from Article.objects.filter(pk__in=wrong).order_by("key").values_list("key", flat=True)
