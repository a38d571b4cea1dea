"""检索: the query read back, its results with passages, ways to narrow it or to loosen it."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from articles.display.histogram import timeline
from articles.models import Article, Page, Person
from articles.search.narrowing import chosen, opened
from articles.search.query import MAX_CHARACTERS, Query, parse
from articles.search.readback import sounding
from articles.templatetags.searching import search_address
from articles.views.exports import FORMATS, MOST, MOST_ROWS, exported
from articles.views.facets import facets
from articles.views.jump import destination, is_citation, is_number
from articles.views.listing import page_asked, paginated
from articles.views.readback import readback
from articles.views.results import results, signing
from articles.views.suggestions import looser

ORDERS = {"relevance": "相关", "newest": "新在前", "oldest": "旧在前"}
PEOPLE, SIZE = 3, 20


def search(request: HttpRequest) -> HttpResponse:
    typed, order = asked(request)
    if more := " ".join(request.GET.get("more", "").split()):
        return redirect(search_address(f"{typed} {more}".strip(), order))
    if name := request.GET.get("format"):
        return exported(request, name, typed, order)
    if path := destination(request, typed):
        return redirect(path)
    context = {"typed": typed, "order": order, "limit": MAX_CHARACTERS, "is_citation": is_citation(typed)}
    context["is_number"] = is_number(typed)
    if len(typed) > MAX_CHARACTERS:
        return render(request, "search.html", context | {"error": len(typed)})
    query = parse(typed)
    if query:
        context |= _results(request, query, order)
    return render(request, "search.html", context)


def asked(request: HttpRequest) -> tuple[str, str]:
    """(query as typed, order) of an address; an unknown order is the usual one."""
    order = request.GET.get("order", "")
    return " ".join(request.GET.get("q", "").split()), order if order in ORDERS else "relevance"


def _results(request: HttpRequest, query: Query, order: str) -> dict:
    found = Article.objects.matching(query, order, offset=(page_asked(request) - 1) * SIZE, limit=SIZE, facets=True)
    return {
        "query": query,
        "found": found,
        "results": paginated(request, range(found.total), SIZE),
        "orders": ORDERS.items(),
        "formats": FORMATS.items(),
        "most": MOST,
        "most_rows": MOST_ROWS,
        "articles": results(found.numbers),
        "readback": readback(query),
        "words": _other_words(query),
        "people": _people(query),
        **(_narrowing(query, found) if found.total else {"looser": looser(query), "holdings": Page.objects.totals()}),
    }


def _people(query: Query) -> list[Person]:
    """The people whom the query names, or whose name sounds like a Latin word of it: xufang."""
    names = {*query.terms, *chosen(query, "person")}
    alike = [value.value for value in sounding(query, Article.objects.db)]
    return signing(list(names), alike)[:PEOPLE]


def _narrowing(query: Query, found) -> dict:
    """{facets, timeline} of the results. What may be chosen instead needs a search without the choice made."""

    @cache
    def without(field: str):
        if not chosen(query, field):
            return found.facets
        return Article.objects.matching(opened(query, field), limit=0, facets=True).facets

    return {"facets": facets(query, found.total, without), "timeline": timeline(query, without("date").months)}


def _other_words(query: Query) -> tuple[str, ...]:
    """The words that rank the results, where they are not the terms themselves."""
    return () if set(query.words) <= set(query.texts) else query.words
