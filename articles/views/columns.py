"""栏目: the standing columns of the papers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Article
from articles.views.histogram import histogram
from articles.views.listing import by_sound, paginated


def columns(request: HttpRequest) -> HttpResponse:
    rows = sorted(Article.objects.columns(), key=lambda row: (-row["articles"], by_sound(row["column"])))
    return render(request, "columns.html", {"results": paginated(request, rows, 200)})


def column(request: HttpRequest, name: str) -> HttpResponse:
    articles = Article.objects.in_column(name)
    results = paginated(request, articles.newest_first().for_lists(), 50)
    if not results.paginator.count:
        raise Http404
    context = {
        "name": name,
        "results": results,
        "histogram": histogram(list(articles.years())),
        "papers": list(articles.papers()),
    }
    return render(request, "column.html", context)
