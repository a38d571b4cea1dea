"""地名: whence the papers reported, by their datelines."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.holdings import gathered
from articles.models import Article
from articles.views.gathered import listed, works


def places(request: HttpRequest) -> HttpResponse:
    return render(request, "places.html", listed(request, gathered("places"), "place"))


def place(request: HttpRequest, name: str) -> HttpResponse:
    return render(request, "place.html", works(request, Article.objects.from_place(name)) | {"name": name})
