"""缺期清单: what the archive lacks, as a table for a spreadsheet."""

from collections.abc import Iterator
from itertools import groupby

from django.http import HttpRequest, StreamingHttpResponse

from articles.display.coverage import Gap, gaps
from articles.display.years import STATES
from articles.holdings import held
from articles.models import Page
from articles.spreadsheet import lines
from articles.views.issues import chosen_paper

HEADER = ("报纸", "状态", "起", "止", "期数", "缺的版次")


def gaps_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The missing issues of every named paper, those one after another in one line, and the issues that lack pages."""
    paper = chosen_paper(request, held().papers_dated)
    pages = Page.objects.all() if paper is None else Page.objects.of_paper(paper)
    leaves = pages.exclude(publication="").leaves()
    response = StreamingHttpResponse(
        lines(HEADER, _rows(leaves.iterator(2000))), content_type="text/csv; charset=utf-8"
    )
    response.headers["Content-Disposition"] = 'attachment; filename="gaps.csv"'
    return response


def _rows(leaves: Iterator[tuple]) -> Iterator[tuple[str, ...]]:
    for publication, of_paper in groupby(leaves, lambda leaf: leaf[0]):
        yield from map(_row, gaps(publication, of_paper))


def _row(gap: Gap) -> tuple[str, ...]:
    lacks = "、".join(f"第{first}版" if first == last else f"第{first}版至第{last}版" for first, last in gap.lacks)
    days = gap.first.isoformat(), gap.last.isoformat()
    return gap.publication, STATES[gap.state], *days, str(gap.issues), lacks
