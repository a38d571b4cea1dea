"""What a body of work says of itself: papers, columns, places and pages, fullest first."""

from collections import Counter

from articles.queries import ArticleQuerySet
from articles.views.listing import by_sound

SHOWN = 8
FIELDS = {"papers": "page__publication", "columns": "column_key", "places": "place", "pages": "page__number"}


def profile(work: ArticleQuerySet) -> dict[str, list[tuple[str, int]]]:
    """{papers, columns, places, pages}, each [(value, articles), …], from one pass over the articles."""
    counted: list[Counter[str]] = [Counter() for _ in FIELDS]
    for values in work.order_by().values_list(*FIELDS.values()):
        for counter, value in zip(counted, values, strict=True):
            counter[value] += 1
    return {name: fullest(counter) for name, counter in zip(FIELDS, counted, strict=True)}


def fullest(counter: Counter[str]) -> list[tuple[str, int]]:
    """The values that are not empty, the most frequent first, those alike by their sound."""
    named = [(value, count) for value, count in counter.items() if value]
    return sorted(named, key=lambda item: (-item[1], by_sound(item[0])))[:SHOWN]
