"""说明, and what robots are told."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from articles.holdings import held
from articles.models import Load, Page

ROBOTS = "User-agent: *\nDisallow: /admin/\nDisallow: /search/\nSitemap: {sitemap}\n"


def about(request: HttpRequest) -> HttpResponse:
    newest = Page.objects.newest_issue()
    sample = newest[0].get_absolute_url() if newest else reverse("issues")
    return render(request, "about.html", {"holdings": held(), "load": Load.objects.first(), "sample": sample})


def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri(reverse("sitemaps"))
    return HttpResponse(ROBOTS.format(sitemap=sitemap), content_type="text/plain; charset=utf-8")
