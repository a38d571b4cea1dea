"""The way through a search from inside an article: the results before and after it, and back to the list."""

from django.http import HttpRequest

from articles.models import Article
from articles.search.query import MAX_CHARACTERS, Query, parse
from articles.templatetags.searching import search_address
from articles.views.search import SIZE, asked

FARTHEST = 10_000


def trail(request: HttpRequest, article: Article) -> dict:
    """{query, trail: {order, back, place, found, previous, next}}: the search that the reader came from.

    place, found and the neighbours are left out where the article does not stand at the place that the address names.
    """
    typed, order = asked(request)
    query = parse(typed[:MAX_CHARACTERS])
    if not query:
        return {"query": query}
    place = _place(request.GET.get("n", ""))
    page = (place - 1) // SIZE + 1 if place > SIZE else ""
    way = {"order": order, "back": search_address(query, order, page=page)}
    return {"query": query, "trail": way | (_neighbours(query, order, place, article) if place else {})}


def _place(text: str) -> int:
    """The place among the results, from 1; 0 if that is no such number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 and int(text) <= FARTHEST else 0


def _neighbours(query: Query, order: str, place: int, article: Article) -> dict:
    """{place, found, previous, next}; nothing if the article no longer stands at that place."""
    first = max(place - 2, 0)
    found = Article.objects.matching(query, order, offset=first, limit=place - first + 1)
    at = place - 1 - first
    if found.numbers[at : at + 1] != [article.number]:
        return {}
    near = {one.number: one for one in Article.objects.for_titles().filter(number__in=found.numbers)}
    ways = {"previous": found.numbers[at - 1 : at] if at else [], "next": found.numbers[at + 1 : at + 2]}
    return {"place": place, "found": found} | {way: near.get(*numbers) for way, numbers in ways.items() if numbers}
