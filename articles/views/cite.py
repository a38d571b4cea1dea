"""引文核对: a pasted list of citations, each with what it cites, in what it differs, and how it should read."""

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles import citations
from articles.citations.matching import Match, match
from articles.citations.recognition import recognise
from articles.citations.reference import one_line

# A server takes addresses of some eight thousand bytes: nine for each Han character, of which references are half.
LONGEST, MOST = 1200, 20


@dataclass(frozen=True)
class Checked:
    """A line as typed, what it cites, and the reference as it should read."""

    line: str
    found: Match
    reference: str = ""

    @property
    def verdict(self) -> str:
        if not self.found.page:
            return "没有找到"
        if not self.found.article:
            return "只到版面"
        return "有出入" if self.found.remarks else "相符"


def cite(request: HttpRequest) -> HttpResponse:
    lines = list(filter(None, map(one_line, request.GET.get("q", "").splitlines())))
    pasted = "\n".join(lines)
    context = {"pasted": pasted, "longest": LONGEST, "most": MOST}
    if len(pasted) > LONGEST:
        return render(request, "cite.html", context | {"too_long": len(pasted)})
    checked = [_check(request, line) for line in lines[:MOST]]
    context |= {"checked": checked, "tally": dict(Counter(one.verdict for one in checked))}
    return render(request, "cite.html", context | {"left_out": len(lines) - len(checked)})


def _check(request: HttpRequest, line: str) -> Checked:
    found = match(recognise(line))
    if not found.article:
        return Checked(line, found)
    address = request.build_absolute_uri(found.article.get_absolute_url())
    return Checked(line, found, citations.gbt7714_2025(citations.refer(found.article, address)))
