"""地名: whence the papers reported, by their datelines, and what places their texts name."""

from collections.abc import Iterator, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles import gazetteer
from articles.display.histogram import histogram
from articles.holdings import gathered
from articles.models import Article
from articles.queries import Reports, places_named
from articles.views.gathered import A_PAGE, listed
from articles.views.listing import paginated


def places(request: HttpRequest) -> HttpResponse:
    rows = gathered("places")
    counts = places_named("public")
    for row in rows:
        counts[row["place"]] = counts.get(row["place"], 0) + row["articles"]
    regions = [] if request.GET.get("page", "1") != "1" else list(_regions(counts))
    return render(request, "places.html", listed(request, rows, "place") | {"regions": regions})


def place(request: HttpRequest, name: str) -> HttpResponse:
    """The articles with the place's dateline, then those whose text names it."""
    known = gazetteer.named(name)
    reports = Reports(Article.objects.using("public"), name, {name, known.name} if known else {name})
    if not len(reports):
        raise Http404
    results = paginated(request, reports, A_PAGE)
    own = max(reports.datelines - results.start_index() + 1, 0)
    found = Article.objects.for_lists().ranked(results.object_list)
    context = {"name": name, "results": results, "reports": reports, "reported": found[:own], "naming": found[own:]}
    context |= {"histogram": histogram(list(reports.own.years())), "papers": list(reports.own.papers())}
    return render(request, "place.html", context)


def _regions(counts: Mapping[str, int]) -> Iterator[dict]:
    """{place, articles, parts}: provinces with their cities, Zhejiang's cities with their counties."""
    for one, inside in gazetteer.tree():
        parts = [(part, counts[part.called]) for part in inside if part.called in counts]
        articles = counts.get(one.called, 0)
        if parts or (articles and not one.within):
            yield {"place": one, "articles": articles, "parts": parts}
