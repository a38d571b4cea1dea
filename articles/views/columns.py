"""栏目: the standing columns of the papers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from articles.holdings import gathered
from articles.models import Article
from articles.views.former import renamed_column
from articles.views.gathered import listed, works


def columns(request: HttpRequest) -> HttpResponse:
    return render(request, "columns.html", listed(request, gathered("columns"), "column"))


def column(request: HttpRequest, name: str) -> HttpResponse:
    """The column of this name, however the name is spaced out."""
    try:
        context = works(request, Article.objects.in_column(name))
    except Http404:
        return redirect("column", renamed_column(name), permanent=True)
    return render(request, "column.html", context | {"name": context["results"][0].column})
