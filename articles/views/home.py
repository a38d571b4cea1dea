"""The front page: the newest issue, this day in earlier years, ways in, the archive in numbers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from articles.display.editions import Edition, editions
from articles.display.layout import arrange
from articles.holdings import held
from articles.models import Article, Page
from articles.views.anniversaries import anniversaries
from articles.views.chronicle import chronicle
from articles.views.examples import search_examples

FRONT = 10
# A front page is filled from so many pages of the issue at most.
PAGES = 4


def home(request: HttpRequest) -> HttpResponse:
    edition = next(iter(editions(Page.objects.newest_issue(), {})), None)
    page = edition.pages[0] if edition else None
    articles = _front(edition) if edition else []
    holdings = held()
    context = {
        "edition": edition,
        "page": page,
        "before": Page.objects.day_before(page.date) if page and page.date else None,
        "cells": arrange(articles[:FRONT]),
        "holdings": holdings,
        "examples": search_examples(articles, holdings.columns),
        "anniversaries": anniversaries(timezone.localdate()),
        "chronicle": chronicle(holdings.years),
    }
    return render(request, "home.html", context)


def _front(edition: Edition) -> list[Article]:
    """The articles of the first page that has any, then of the next, until the front is full."""
    pages = edition.pages[:PAGES]
    order = {page.pk: place for place, page in enumerate(pages)}
    articles = Article.objects.on_pages(pages).for_lists()
    return sorted(articles, key=lambda article: (order[article.page_id], article.position))
