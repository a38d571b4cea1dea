"""检索提示: what the archive calls things, by first characters, pinyin or initials."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from articles.models import Article
from articles.queries.vocabulary import NAMED, offered, place_in, titled
from articles.search.fields import LABELS
from articles.search.query import MAX_CHARACTERS, parse
from articles.templatetags.searching import search_address
from articles.views.search import asked

EACH, HEADLINES = 8, 10
TYPES = {"person": "人物", "column": "栏目", "place": "地名", "paper": "报纸", "headline": "标题"}


@dataclass(frozen=True)
class Suggestion:
    """What a reader may have meant: its type, a key of TYPES; the name; how many articles; where it leads."""

    type: str
    value: str
    count: int
    url: str


def suggest(request: HttpRequest) -> HttpResponse:
    typed, _ = asked(request)
    context = {"typed": typed, "limit": MAX_CHARACTERS}
    if len(typed) > MAX_CHARACTERS:
        return render(request, "suggest.html", context | {"error": len(typed)})
    found = list(suggestions(typed))
    groups = [(word, [one for one in found if one.type == name]) for name, word in TYPES.items()]
    return render(request, "suggest.html", context | {"groups": [group for group in groups if group[1]]})


def suggestions(typed: str) -> Iterator[Suggestion]:
    """People, columns, places, papers, the best first; then headlines, those that begin with the text first."""
    using = Article.objects.db
    for value in offered(typed, using, EACH):
        yield Suggestion(value.field, value.value, value.count, _address(value.field, value.value))
    for article in _headed(typed, titled(typed, using, 3 * HEADLINES))[:HEADLINES]:
        yield Suggestion("headline", article.title, 1, article.get_absolute_url())


def _headed(typed: str, numbers: list[int]) -> list[Article]:
    """The articles whose headline itself holds the text, those that begin with it first."""
    placed = [(place_in(article.headline, typed), article) for article in Article.objects.ranked(numbers)]
    return [article for place, article in sorted(placed, key=lambda item: item[0] > 0) if place >= 0]


def _address(field: str, value: str) -> str:
    """A page of its own, or for a paper the search held to it."""
    if field in NAMED[:3]:
        return reverse(field, args=[value])
    return search_address(parse(f'{LABELS[field]}:"{value}"'))
