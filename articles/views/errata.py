"""勘误: what editors corrected, printed and corrected reading side by side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.corrections.targets import homes
from articles.display.errata import KINDS, by_day
from articles.models import Correction, Page
from articles.queries import CorrectionQuerySet
from articles.views.listing import MOST_PAGES, paginated

A_PAGE = 50


def errata(request: HttpRequest) -> HttpResponse:
    kind, paper = (request.GET.get(name, "") for name in ("kind", "paper"))
    papers = Page.objects.paper_names()
    if (kind and kind not in KINDS) or (paper and paper not in papers):
        raise Http404
    told = Correction.objects.errata()
    told = told.of_paper(paper) if paper else told
    kinds = _kinds(told.counts())
    counts = {value: count for value, _, count in kinds}
    listed = _listed(request, told.told_as(kind) if kind else told, counts.get(kind, 0))
    context = {"kind": kind, "paper": paper, "papers": papers, "kinds": kinds, "count": counts[""]}
    return render(request, "errata.html", context | listed)


def _kinds(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """(value, word, how many) of the kinds that there are, all of them first."""
    return [
        ("", "全部", sum(counts.values())),
        *((kind, word, counts[kind]) for kind, word in KINDS.items() if kind in counts),
    ]


def _listed(request: HttpRequest, told: CorrectionQuerySet, count: int) -> dict:
    """{results, days, most}: a page of the list, by day; most is how many the list shows at all."""
    most = MOST_PAGES * A_PAGE
    results = paginated(request, told, A_PAGE, min(count, most))
    entries = list(results)
    return {"results": results, "days": list(by_day(entries, homes(entries))), "most": most}
