"""What a body of work says of itself: papers, columns, places and pages, fullest first."""

from collections import Counter

from articles.queries import ArticleQuerySet
from articles.views.listing import by_sound

SHOWN = 8
FIELDS = {"papers": "page__publication", "columns": "column_key", "places": "place", "pages": "page__number"}


def profile(work: ArticleQuerySet) -> tuple[list[int], list[int], dict[str, list[tuple[str, int]]]]:
    """The rows and numbers of the articles, the newest first, and {papers, columns, …}, each [(value, articles), …].

    One pass over the articles tells both: sorted here, they need no index of their own.
    """
    rows = sorted(work.order_by().values_list("number", "pk", *FIELDS.values()), reverse=True)
    numbers, ids, *columns = zip(*rows, strict=True) if rows else ((), ()) + ((),) * len(FIELDS)
    return (
        list(ids),
        list(numbers),
        {name: fullest(Counter(values)) for name, values in zip(FIELDS, columns, strict=True)},
    )


def fullest(counter: Counter[str]) -> list[tuple[str, int]]:
    """The values that are not empty, the most frequent first, those alike by their sound."""
    named = [(value, count) for value, count in counter.items() if value]
    return sorted(named, key=lambda item: (-item[1], by_sound(item[0])))[:SHOWN]
