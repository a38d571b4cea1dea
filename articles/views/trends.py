"""词频: words compared over the years or months, as a chart, a table and a file."""

from collections.abc import Iterator, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.display.linechart import NARROW, WIDE, chart
from articles.display.trends import FEW_YEARS, Line, Period, bands, line, months_of, windows, years_of
from articles.holdings import months_held
from articles.models import Article
from articles.search.compared import MAX_CHARACTERS, MAX_WORDS, compared
from articles.search.query import Query
from articles.spreadsheet import lines

COUNTS = {"": "每百万字", "articles": "篇数"}
STEPS = {"year": "年", "month": "月"}


def trends(request: HttpRequest) -> HttpResponse:
    typed = " ".join(request.GET.get("q", "").split())
    context = {"asked": typed, "limit": MAX_CHARACTERS, "most": MAX_WORDS}
    if len(typed) > MAX_CHARACTERS:
        return render(request, "trends.html", context | {"too_long": len(typed)})
    queries = compared(typed)
    context |= _times(request) | {"queries": queries, "left_out": queries[MAX_WORDS:]}
    context["lines"] = found = _lines(queries[:MAX_WORDS], context["periods"], context["count"] == "")
    if request.GET.get("format") == "csv":
        return _file(found)
    drawings = [chart(found, frame) for frame in (WIDE, NARROW)]
    return render(request, "trends.html", context | {"charts": drawings, "bands": bands(found)})


def _times(request: HttpRequest) -> dict:
    """{count, counts, by, steps, periods, windows, window}: how the reader wants to see it; 404 for what is unknown."""
    held = months_held()
    years = years_of(held)
    count = _chosen(request, "count", COUNTS, "")
    by = _chosen(request, "by", STEPS, "month" if len(years) <= FEW_YEARS else "year")
    spans = windows(years)
    starts = {str(span.start): span for span in spans}
    window = starts[_chosen(request, "from", starts, max(starts))] if spans else range(0)
    periods = years if by == "year" else months_of(held, window)
    told = {"count": count, "counts": COUNTS.items(), "by": by, "steps": STEPS.items()}
    return told | {"periods": periods, "windows": spans if by == "month" else [], "window": window}


def _chosen(request: HttpRequest, name: str, known: dict, usual: str) -> str:
    value = request.GET.get(name, usual)
    if value not in known:
        raise Http404
    return value


def _lines(queries: Sequence[Query], periods: Sequence[Period], relative: bool) -> list[Line]:
    found = ((query, Article.objects.months(query)) for query in queries)
    return [line(query, months.counts, months.exact, periods, relative) for query, months in found]


def _file(found: Sequence[Line]) -> HttpResponse:
    header = "时段", "词", "篇数", "每百万字篇数", "馆藏版数", "馆藏字数", "篇数确切"
    response = HttpResponse("".join(lines(header, _rows(found))), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="trends.csv"'
    return response


def _rows(found: Sequence[Line]) -> Iterator[tuple]:
    for one in found:
        for point in one.points:
            rate, period = point.rate, point.period
            counts = point.count, rate if rate is None else round(rate, 4), period.pages, period.characters
            yield period.key, one.word, *counts, "是" if one.exact else "至多"
