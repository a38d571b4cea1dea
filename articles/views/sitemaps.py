"""Sitemaps for search engines: one a month of the papers, one for the names; dated by the last change."""

import datetime
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.urls import reverse

from articles.feeds import sitemap
from articles.feeds.sitemap import MOST, Place
from articles.holdings import gathered
from articles.models import Article, Page, Person
from articles.search.numbering import day_of, numbers_of, undated_numbers
from articles.views.api.answers import site_of

PARTS = 10_000  # of one name, more than any archive needs
NAMES, UNDATED = "names", "undated"
FIXED = ("home", "issues", "people", "columns", "places", "photos", "errata", "about", "api")


def index(request: HttpRequest) -> StreamingHttpResponse:
    sizes, changed = _months()
    sizes[NAMES] = len(FIXED) + Person.objects.with_counts().count() + len(_gathered())
    named = ((name, part) for name, size in sorted(sizes.items()) for part in range(1, -(-size // MOST) + 1))
    places = ((reverse("sitemap", args=[name, part]), changed.get(name)) for name, part in named)
    return _sent(sitemap.index(_full(request, places)))


def part(request: HttpRequest, name: str, part: int) -> StreamingHttpResponse:
    """One sitemap; 404 for a month without pages."""
    places = islice(_places(name), MOST * (part - 1), MOST * part) if 0 < part <= PARTS else iter(())
    first = next(places, None)
    if first is None:
        raise Http404
    return _sent(sitemap.addresses(_full(request, chain([first], places))))


def _sent(pieces: Iterator[str]) -> StreamingHttpResponse:
    return StreamingHttpResponse(pieces, content_type="application/xml; charset=utf-8")


def _full(request: HttpRequest, places: Iterable[Place]) -> Iterator[Place]:
    site = site_of(request)
    return ((site + path, changed) for path, changed in places)


def _months() -> tuple[Counter[str], dict[str, datetime.datetime]]:
    """{month: how many addresses}, {month: when one of them last changed}; undated ones under UNDATED."""
    sizes: Counter[str] = Counter()
    changed: dict[str, datetime.datetime] = {}
    for row in Page.objects.days_counted():
        sizes[_month(row["date"])] += row["pages"] + (row["date"] is not None)
    for row in Article.objects.days_counted():
        month = _month(day_of(row["first"]))
        sizes[month] += row["articles"]
        changed[month] = max(row["last"], changed.get(month, row["last"]))
    return sizes, changed


def _month(date: datetime.date | None) -> str:
    return date.isoformat()[:7] if date else UNDATED


def _days(month: str) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of 2024-03."""
    year, number = map(int, month.split("-"))
    return datetime.date(year, number, 1), datetime.date(year, number, monthrange(year, number)[1])


def _places(name: str) -> Iterator[Place]:
    if name == NAMES:
        return chain(((reverse(fixed), None) for fixed in FIXED), _people(), ((path, None) for path in _gathered()))
    return _printed(name)


def _people() -> Iterator[Place]:
    keys = Person.objects.with_counts().by_sound().values_list("key", flat=True)
    return ((reverse("person", args=[key]), None) for key in keys.iterator(2000))


def _gathered() -> list[str]:
    columns = [reverse("column", args=[row["column_key"]]) for row in gathered("columns")]
    return columns + [reverse("place", args=[row["place"]]) for row in gathered("places")]


def _printed(month: str) -> Iterator[Place]:
    """The issues, pages and articles of a month, or of no known day."""
    days = () if month == UNDATED else _days(month)
    numbers = numbers_of(*days) if days else undated_numbers()
    pages = Page.objects.between(*days) if days else Page.objects.of_unknown_day()
    articles = list(Article.objects.numbered(numbers).values_list("key", "page__key", "changed"))
    changed: dict[str, datetime.datetime] = {}
    for _, page, last in articles:
        changed[page] = max(last, changed.get(page, last))
    dates: dict[datetime.date | None, list[str]] = {}
    for key, date in pages.order_by("date", "key").values_list("key", "date"):
        dates.setdefault(date, []).append(key)
    for date, keys in dates.items():
        if date:
            yield reverse("issue", args=[date]), max(filter(None, map(changed.get, keys)), default=None)
        yield from ((reverse("page", args=[key]), changed.get(key)) for key in keys)
    yield from ((reverse("article", args=[key]), last) for key, _, last in articles)
