"""What hits have in common: their fields counted as lines, and their days by month, without looking at the articles."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from django.db import connections

from articles.search.documents import Facets
from articles.search.engines import engine_of
from articles.search.numbering import DAY_SIZE, day_of
from articles.search.rows import BETWEEN, read_field


def facets_of(numbers: Sequence[int], using: str) -> Facets:
    """The facets of these articles."""
    with connections[using].cursor() as cursor:
        statement = engine_of(using).fields_of(numbers)
        cursor.execute(statement.sql, statement.params)
        lines = Counter(bytes(cursor.fetchone()[0] or b"").split(BETWEEN))
    counts: dict[str, list[tuple[str, int]]] = {}
    fields = sorted((read_field(line), count) for line, count in lines.items() if line)
    for (field, value), count in sorted(fields, key=itemgetter(1), reverse=True):
        counts.setdefault(field, []).append((value, count))
    return Facets(counts, _months(numbers))


def _months(numbers: Sequence[int]) -> dict[str, int]:
    months: Counter[str] = Counter()
    for day, count in sorted(Counter([number // DAY_SIZE for number in numbers]).items()):
        if month := _month(day):
            months[month] += count
    return dict(months)


@lru_cache(maxsize=65_536)  # days of a hundred years and more
def _month(day: int) -> str:
    """The month of a day of row numbers, as 2024-01; empty for no known day."""
    date = day_of(day * DAY_SIZE)
    return date.isoformat()[:7] if date else ""
