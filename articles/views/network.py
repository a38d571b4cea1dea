"""合作: who signs with whom, as a drawing, a table, and GraphML for programs."""

from xml.etree.ElementTree import Element, SubElement, tostring

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.display.network import network as drawn
from articles.holdings import held
from articles.models import Person, Tie

TIES, BESIDE, SHOWN = 400, 60, 100
GRAPHML = "http://graphml.graphdrawing.org/xmlns"
KEYS = (("name", "node", "string"), ("articles", "node", "int"), ("together", "edge", "int"))


def network(request: HttpRequest) -> HttpResponse:
    asked, ties = _asked(request)
    drawing = drawn(ties)
    return render(request, "network.html", asked | {"drawing": drawing, "rows": drawing.ties[:SHOWN]})


def graphml(request: HttpRequest) -> HttpResponse:
    """What the drawing of the same query shows, as http://graphml.graphdrawing.org/ has it."""
    drawing = drawn(_asked(request)[1])
    root = Element("graphml", xmlns=GRAPHML)
    for name, of, kind in KEYS:
        SubElement(root, "key", {"id": name, "for": of, "attr.name": name, "attr.type": kind})
    graph = SubElement(root, "graph", edgedefault="undirected")
    for _, person in drawing.people:
        _described(SubElement(graph, "node", id=person.key), name=str(person), articles=person.articles)
    for tie in drawing.ties:
        ends = {"source": tie.first.key, "target": tie.second.key}
        _described(SubElement(graph, "edge", ends), together=tie.articles)
    response = HttpResponse(tostring(root, "utf-8", xml_declaration=True), content_type="application/graphml+xml")
    response.headers["Content-Disposition"] = 'attachment; filename="network.graphml"'
    return response


def _described(element: Element, **facts: object) -> None:
    for name, value in facts.items():
        SubElement(element, "data", key=name).text = str(value)


def _asked(request: HttpRequest) -> tuple[dict, list[Tie]]:
    """({papers, paper, years, year, person}, the ties of these); 404 for a paper, a year or a person not held."""
    rows = held().years
    papers = list(dict.fromkeys(row.publication for row in rows if row.publication))
    years = sorted({row.year for row in rows}, reverse=True)
    paper, year = request.GET.get("paper", ""), request.GET.get("year", "")
    if paper not in ("", *papers) or year not in ("", *map(str, years)):
        raise Http404
    ties, person = Tie.objects.within(paper, int(year or 0)), None
    if key := request.GET.get("by", ""):
        person = Person.objects.filter(key=key[:60]).first()
        if person is None:
            raise Http404
        own = ties.strongest_of(person, BESIDE)
        found = ties.among({pk for tie in own for pk in (tie.first_id, tie.second_id)})[:TIES]
    else:
        found = ties.strongest(TIES)
    told = {"papers": papers, "paper": paper, "years": years, "year": year, "person": person}
    return told, found
