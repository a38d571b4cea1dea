"""Lists of the API: articles, pages, people, columns, places, pictures, errata."""

import datetime
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from articles import records
from articles.corrections.targets import homes
from articles.holdings import gathered
from articles.models import Article, Correction, Figure, Page, Person
from articles.queries import taken_by, with_articles
from articles.search.numbering import dated_numbers
from articles.views.api.answers import listed, page_of, site_of, takes
from articles.views.api.parameters import (
    COLUMN,
    FROM,
    KIND,
    LIMIT,
    NAME,
    ORDER,
    PAGE,
    PEOPLE_ORDER,
    PERSON,
    PLACE,
    PUBLICATION,
    TO,
    cursor,
)

Asked = dict[str, Any]


@takes(FROM, TO, PUBLICATION, COLUMN, PLACE, PERSON, PAGE, ORDER, LIMIT, cursor("articles"))
def articles(request: HttpRequest, asked: Asked) -> HttpResponse:
    rows, order = Article.objects.all(), "-number" if asked["order"] == "newest" else "number"
    if asked["from"] or asked["to"]:
        numbers = dated_numbers(asked["from"], asked["to"])
        rows = rows.filter(number__gte=numbers.start, number__lt=numbers.stop)
    for name, narrow in NARROWED.items():
        rows = narrow(rows, asked[name]) if asked[name] else rows
    # Sorted by their numbers alone: those of a paper have no index in this order.
    found, after = page_of(rows.only("number"), [order], asked["limit"], asked["cursor"])
    whole = Article.objects.for_lists().ranked([article.number for article in found])
    results = [records.brief_article(article, site_of(request)) for article in whole]
    return listed(request, results, rows.count(), after, "articles")


NARROWED: dict[str, Callable[[Any, str], QuerySet]] = {
    "publication": lambda rows, name: rows.filter(page__publication=name),
    "column": lambda rows, name: rows.in_column(name),
    "place": lambda rows, name: rows.from_place(name),
    "person": lambda rows, key: rows.signed_by(key),
    "page": lambda rows, key: rows.filter(page__key=key),
}


@takes(FROM, TO, PUBLICATION, LIMIT, cursor("pages"))
def pages(request: HttpRequest, asked: Asked) -> HttpResponse:
    rows = Page.objects.for_lists()
    if asked["from"] or asked["to"]:
        rows = rows.between(asked["from"] or datetime.date.min, asked["to"] or datetime.date.max)
    if asked["publication"]:
        rows = rows.of_paper(asked["publication"])
    found, after = page_of(rows, ["key"], asked["limit"], asked["cursor"])
    return listed(request, [records.brief_page(page, site_of(request)) for page in found], rows.count(), after, "pages")


@takes(NAME, PEOPLE_ORDER, LIMIT, cursor("people"))
def people(request: HttpRequest, asked: Asked) -> HttpResponse:
    rows = Person.objects.with_counts()
    rows = rows.named([asked["name"]]) if asked["name"] else rows
    order = ["sorting", "key"] if asked["order"] == "sound" else ["-articles", "sorting", "key"]
    found, after = page_of(rows, order, asked["limit"], asked["cursor"], held=["articles"])
    results = [records.brief_person(person, site_of(request)) for person in found]
    return listed(request, results, rows.count(), after, "people")


@takes(LIMIT, cursor("columns"))
def columns(request: HttpRequest, asked: Asked) -> HttpResponse:
    return _gathered(request, asked, "columns", gathered("columns"), records.of_column)


@takes(LIMIT, cursor("places"))
def places(request: HttpRequest, asked: Asked) -> HttpResponse:
    return _gathered(request, asked, "places", gathered("places"), records.of_place)


def _gathered(request: HttpRequest, asked: Asked, of: str, rows: list[dict], tell: Callable) -> HttpResponse:
    """The rows, the fullest first, after the one of these values where the last page ended."""
    values = [(-row["articles"], row[of.removesuffix("s")]) for row in rows]
    start = bisect_right(values, tuple(asked["cursor"] or ()))
    page = rows[start : start + asked["limit"]]
    after = values[start + len(page) - 1] if start + len(page) < len(rows) else None
    return listed(request, [tell(row, site_of(request)) for row in page], len(rows), after, of)


@takes(PERSON, FROM, TO, ORDER, LIMIT, cursor("photos"))
def photos(request: HttpRequest, asked: Asked) -> HttpResponse:
    rows, oldest_first = Figure.objects.all(), asked["order"] == "oldest"
    if asked["person"]:
        rows = taken_by(rows, asked["person"])
    if asked["from"] or asked["to"]:
        numbers = dated_numbers(asked["from"], asked["to"])
        rows = rows.filter(article__number__gte=numbers.start, article__number__lt=numbers.stop)
    order = ["article__number" if oldest_first else "-article__number", "position"]
    found, after = page_of(with_articles(rows), order, asked["limit"], asked["cursor"])
    return listed(request, [records.photo(figure, site_of(request)) for figure in found], rows.count(), after, "photos")


@takes(KIND, PUBLICATION, LIMIT, cursor("errata"))
def errata(request: HttpRequest, asked: Asked) -> HttpResponse:
    rows = Correction.objects.errata()
    rows = rows.of_paper(asked["publication"]) if asked["publication"] else rows
    rows = rows.told_as(asked["kind"]) if asked["kind"] else rows
    found, after = page_of(rows, ["-created", "id"], asked["limit"], asked["cursor"])
    where = homes(found)
    results = [records.of_erratum(entry, where.get(entry), site_of(request)) for entry in found]
    return listed(request, results, rows.count(), after, "errata")
