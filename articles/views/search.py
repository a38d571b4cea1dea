"""检索: the query read back, its results with passages, ways to narrow it or to loosen it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article, Page, Person
from articles.search.query import MAX_CHARACTERS, parse
from articles.views.facets import facets
from articles.views.listing import paginated
from articles.views.readback import readback
from articles.views.suggestions import looser

ORDERS = {"relevance": "相关", "newest": "新在前", "oldest": "旧在前"}
PEOPLE = 3


def search(request: HttpRequest) -> HttpResponse:
    typed = " ".join(request.GET.get("q", "").split())
    order = request.GET.get("order") if request.GET.get("order") in ORDERS else "relevance"
    context = {"typed": typed, "order": order, "orders": ORDERS.items(), "limit": MAX_CHARACTERS}
    if len(typed) > MAX_CHARACTERS:
        return render(request, "search.html", context | {"error": len(typed)})
    query = parse(typed)
    if query:
        context |= _results(request, query, order)
    return render(request, "search.html", context)


def _results(request: HttpRequest, query, order: str) -> dict:
    found = Article.objects.matching(query, order)
    page = paginated(request, found.numbers, 20)
    return {
        "query": query,
        "found": found,
        "results": page,
        "articles": Article.objects.with_text().ranked(page.object_list),
        "readback": readback(query),
        "people": list(Person.objects.named({*query.terms, *query.persons}).with_counts()[:PEOPLE]),
        "facets": facets(query, found.numbers) if found.numbers else [],
        "looser": looser(query) if not found.numbers else {},
        "holdings": Page.objects.totals() if not found.numbers else {},
    }
