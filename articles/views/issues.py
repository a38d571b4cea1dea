"""刊期: which days the archive holds, and each day whole."""

import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.display.layout import arrange
from articles.models import Article, Page
from articles.views.editions import editions, year_calendar


def issues(request: HttpRequest, year: int | None = None) -> HttpResponse:
    years = list(Page.objects.years())
    newest = years[-1]["year"] if years else None
    if year is not None and year not in [row["year"] for row in years]:
        raise Http404
    shown = year or newest
    context = {
        "years": years,
        "year": shown,
        "months": year_calendar(shown, Page.objects.in_year(shown).for_lists()) if shown else [],
        "undated": Page.objects.undated() if shown == newest else [],
    }
    return render(request, "issues.html", context)


def issue(request: HttpRequest, day: datetime.date) -> HttpResponse:
    pages = Page.objects.on(day).for_lists().in_print_order()
    if not pages:
        raise Http404
    articles = {page.pk: [] for page in pages}
    for article in Article.objects.on_pages(pages).for_lists():
        articles[article.page_id].append(article)
    context = {
        "day": day,
        "editions": editions(pages, {key: arrange(own) for key, own in articles.items()}),
        "count": sum(map(len, articles.values())),
        "before": Page.objects.day_before(day),
        "after": Page.objects.day_after(day),
    }
    return render(request, "issue.html", context)
