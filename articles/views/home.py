"""The front page: the newest issue, ways in, the archive in numbers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.display.layout import arrange
from articles.models import Article, Page, Person
from articles.views.editions import Leaf, leaves
from articles.views.examples import search_examples
from articles.views.holdings import holdings

FRONT, PEOPLE, COLUMNS = 10, 24, 12


def home(request: HttpRequest) -> HttpResponse:
    pages = _front_pages(Page.objects.newest_issue())
    articles = _front(pages)
    people = list(Person.objects.busiest()[:PEOPLE])
    columns = list(Article.objects.columns()[:COLUMNS])
    context = {
        "pages": pages,
        "leaves": leaves([Leaf(page.number, page) for page in pages]),
        "page": pages[0] if pages else None,
        "cells": arrange(articles[:FRONT]),
        "people": people,
        "columns": columns,
        "holdings": holdings(),
        "examples": search_examples(articles, columns),
    }
    return render(request, "home.html", context)


def _front_pages(pages: list[Page]) -> list[Page]:
    """The newest day may hold several papers: the one with most pages opens the archive."""
    papers = [page.publication for page in pages]
    fullest = max(papers, key=papers.count, default="")
    return [page for page in pages if page.publication == fullest]


def _front(pages: list[Page]) -> list[Article]:
    """The articles of the first page that has any, then of the next, until the front is full."""
    articles = Article.objects.on_pages(pages[:4]).for_lists()
    order = {page.pk: place for place, page in enumerate(pages)}
    return sorted(articles, key=lambda article: (order[article.page_id], article.position))
