"""OpenSearch 1.1: the site as a search engine of the browser, with suggestions while one types."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from articles.search.query import MAX_CHARACTERS
from articles.views.search import asked
from articles.views.suggest import TYPES, suggestions

NAME = 16  # characters of a short name, by the specification


def description(request: HttpRequest) -> HttpResponse:
    addresses = {name: request.build_absolute_uri(reverse(name)) for name in ("search", "opensearch_suggest", "home")}
    atom = request.build_absolute_uri(reverse("feed_search", args=["atom"]))
    context = {"addresses": addresses, "atom": atom, "name": settings.SITE_NAME[:NAME]}
    return render(request, "opensearch.xml", context, content_type="application/opensearchdescription+xml")


def suggest(request: HttpRequest) -> JsonResponse:
    """[typed, [completion, …], [words about it, …], [address, …]]; nothing is offered for what is too long."""
    typed, _ = asked(request)
    found = list(suggestions(typed)) if len(typed) <= MAX_CHARACTERS else []
    told = [f"{TYPES[one.type]}，{one.count} 篇" if one.type != "headline" else TYPES[one.type] for one in found]
    content = [typed, [one.value for one in found], told, [request.build_absolute_uri(one.url) for one in found]]
    response = JsonResponse(
        content, safe=False, json_dumps_params={"ensure_ascii": False}, headers=settings.OPEN_HEADERS
    )
    response.headers["Content-Type"] = "application/x-suggestions+json"
    return response
