"""说明, and what robots are told."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Load
from articles.views.holdings import holdings

ROBOTS = "User-agent: *\nDisallow: /admin/\nDisallow: /search/\n"


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about.html", {"holdings": holdings(), "load": Load.objects.first()})


def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
