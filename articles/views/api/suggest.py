"""Suggestions of the API."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse

from articles.views.api.answers import site_of, takes, told
from articles.views.api.parameters import TYPED
from articles.views.suggest import suggestions


@takes(TYPED)
def suggest(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    """{query, count, results: [{type, value, count, url}], next: null}: people, columns, places, papers, headlines."""
    typed = asked["q"]
    results = [asdict(one) | {"url": site_of(request) + one.url} for one in suggestions(typed)]
    return told({"query": typed, "count": len(results), "results": results, "next": None})
