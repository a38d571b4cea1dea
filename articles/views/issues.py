"""刊期: which days the archive holds, and each day whole."""

import datetime
from collections import Counter

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.display.editions import editions
from articles.display.layout import arrange
from articles.display.years import UNNAMED, months, papers_in, tally
from articles.holdings import PaperYear, held
from articles.models import Article, Page


def issues(request: HttpRequest, year: int | None = None) -> HttpResponse:
    holdings = held()
    spans = holdings.papers_dated
    paper = chosen_paper(request, spans)
    shown = [row for row in holdings.years if paper in (None, row.publication)]
    context = {"papers": [(span["publication"], span["publication"] or UNNAMED) for span in spans], "paper": paper}
    if shown:
        context |= _year(year, paper, shown, [span for span in spans if paper in (None, span["publication"])])
    elif year:
        raise Http404
    if year is None and not paper:
        context["undated"] = Page.objects.undated()
    return render(request, "issues.html", context)


def chosen_paper(request: HttpRequest, spans: list[dict]) -> str | None:
    """The paper that the reader asked for, the only one there is, or None for all; 404 for one that is not held."""
    held = {span["publication"] or UNNAMED: span["publication"] for span in spans}
    asked = request.GET.get("paper", "") or (next(iter(held)) if len(held) == 1 else "")
    if asked and asked not in held:
        raise Http404
    return held.get(asked)


def _year(asked: int | None, paper: str | None, rows: list[PaperYear], spans: list[dict]) -> dict:
    """{years, year, months, resting, tally, unsure} of the year asked for, the newest if none; 404 outside the span."""
    counts: Counter[int] = Counter()
    for row in rows:
        counts[row.year] += row.issues
    years = range(min(counts), max(counts) + 1)
    year = asked or years[-1]
    if year not in years:
        raise Http404
    pages = Page.objects.all() if paper is None else Page.objects.of_paper(paper)
    papers = papers_in(year, pages, spans)
    shown = months(year, papers)
    context = {"years": [(one, counts[one]) for one in years], "year": year, "months": shown}
    named = [paper for paper in papers if paper.publication]
    context |= {"resting": [(paper, sorted(paper.rests or ())) for paper in named if paper.rests or paper.feasts]}
    return context | {"tally": tally(shown), "unsure": [paper for paper in named if paper.rests is None]}


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
        "before": Page.objects.day_before(day),
        "after": Page.objects.day_after(day),
    }
    return render(request, "issue.html", context)
