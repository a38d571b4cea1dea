"""What readers are told of the API: a page, and an index of its addresses."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article
from articles.views.api.answers import site_of, takes, told
from articles.views.api.openapi import ENDPOINTS
from articles.views.api.parameters import MOST


def guide(request: HttpRequest) -> HttpResponse:
    sample = Article.objects.newest_first().for_titles().first()
    return render(
        request, "api.html", {"endpoints": ENDPOINTS, "sample": sample, "most": MOST, "site": site_of(request)}
    )


@takes()
def index(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    """{name: address}; {key} stands for a key."""
    addresses = {endpoint.name: request.build_absolute_uri(endpoint.path) for endpoint in ENDPOINTS}
    return told({"openapi": request.build_absolute_uri("openapi.json"), **addresses})
