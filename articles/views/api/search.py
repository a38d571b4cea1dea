"""Search of the API: the query as it was understood, results, and what they have in common."""

from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse

from articles import records
from articles.display.wording import worded
from articles.models import Article
from articles.search.documents import Found
from articles.search.narrowing import added
from articles.search.periods import month_value
from articles.search.query import Query, parse
from articles.search.readback import explain
from articles.views.api.answers import listed, site_of, takes
from articles.views.api.parameters import FACETS, FOUND_ORDER, LIMIT, QUERY, cursor
from articles.views.facets import FACETS as HEADINGS

FARTHEST = 10_000
VALUES = 20  # of one heading, the fullest


@takes(QUERY, FOUND_ORDER, FACETS, LIMIT, cursor("search"))
def search(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    query, using = parse(asked["q"]), Article.objects.db
    (offset,), limit = asked["cursor"] or [0], asked["limit"]
    found = Article.objects.matching(query, asked["order"], offset=offset, limit=limit, facets=asked["facets"] == "yes")
    results = [
        records.brief_article(one, site_of(request)) for one in Article.objects.for_lists().ranked(found.numbers)
    ]
    ends = offset + limit >= min(found.total, FARTHEST) and not (found.capped and offset + limit < FARTHEST)
    after = None if ends or not results else [offset + limit]
    more = {"query": explain(query, found, using), "facets": _facets(query, found), "exact": not found.capped}
    return listed(request, results, found.total, after, "search", **more)


def _facets(query: Query, found: Found) -> list[dict[str, Any]]:
    """[{field, label, values: [{value, label, count, q}]}]; q is the query narrowed to the value."""
    if not found.facets:
        return []
    counts = {name: islice(found.facets.counts.get(name, ()), VALUES) for name, _, _ in HEADINGS}
    told = [_facet(query, name, label, counts[name]) for name, label, _ in HEADINGS if name not in ("year", "month")]
    months = ((month_value(month), count) for month, count in found.facets.months.items())
    return [facet for facet in (*told, _facet(query, "date", "日期", months)) if facet["values"]]


def _facet(query: Query, field: str, label: str, counts: Any) -> dict[str, Any]:
    values = [
        {"value": value, "label": worded(field, value), "count": count, "q": str(added(query, field, value))}
        for value, count in counts
    ]
    return {"field": field, "label": label, "values": values}
