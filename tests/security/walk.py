"""Every address of the public site, each with something hostile to show; a new address is walked without being told."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse

from articles.models import Article, Person

HOSTILE = "<img src=x onerror=alert(1)> “&amp;” </title></script> \ue000 {{ 7|add:7 }} ‮]]>\r\n=1+1"
# Queries that make an address show what it has; others stand by themselves.
ASKED = {
    "search": ("q=img", "q=img&order=newest", "q=没有"),
    "advanced": ("q=img",),
    "suggest": ("q=im",),
    "trends": ("q=img",),
}
FORMATS = ("csv", "jsonl", "ris", "bib", "csl", "gbt")


def addresses() -> Iterator[str]:
    """Of the archive that is there; an address whose arguments are not known here is an error."""
    for name, route in _routes():
        for arguments in _arguments(name, route):
            path = reverse(name, kwargs=arguments)
            yield path
            yield from (f"{path}?{quote(query, safe='=&')}" for query in ASKED.get(name, ()))
    yield from (f"{reverse('search')}?q=img&format={name}" for name in FORMATS)
    yield from ("/nothing/", "/articles/nothing/", "/search/?q=" + "x" * 300, "/people/?page=zz")


def _routes(patterns: Iterable | None = None) -> Iterator[tuple[str, set[str]]]:
    """(name, names of its arguments) of every public pattern."""
    for pattern in patterns or get_resolver("articles.urls").url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns)
        else:
            yield pattern.name, set(pattern.pattern.converters)


def _arguments(name: str, wanted: set[str]) -> list[dict]:
    article, person = Article.objects.order_by("pk").first(), Person.objects.first()
    of_article = {"key": article.key, "ending": "ris"}
    stands = {"form": "atom", "part": 1}  # of whatever it is a feed or a list
    known = {
        "page": {"key": article.page.key},
        "person": {"key": person.key},
        "column": {"name": article.column},
        "place": {"name": article.place},
        "year": {"year": article.page.date.year},
        "issue": {"day": article.page.date},
        "article": of_article,
    }
    if not wanted:
        return [{}]
    known = {"sitemap": {"name": "names"}, **known, "feed": {}}
    known = {stem: arguments | stands for stem, arguments in known.items()}
    stems = [stem for stem in known if stem in name and wanted <= set(known[stem])]
    if not stems:
        raise NoReverseMatch(f"tests/security/walk.py knows no arguments {wanted} for {name}")
    return [{argument: known[stems[0]][argument] for argument in wanted}]
