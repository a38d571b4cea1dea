"""What hits have in common: their fields counted as lines, and their days by month, without looking at the articles."""

from collections import Counter
from collections.abc import Sequence

from django.db import connections

from articles.search.documents import Facets
from articles.search.engines import engine_of
from articles.search.numbering import DAY_SIZE, day_of
from articles.search.rows import read_field


def facets_of(numbers: Sequence[int], using: str) -> Facets:
    """The facets of these articles."""
    with connections[using].cursor() as cursor:
        listed = engine_of(using).among("number", numbers)
        cursor.execute(f"SELECT fields FROM search_fields WHERE {listed.sql}", listed.params)
        lines = Counter("\n".join(fields for (fields,) in cursor.fetchall()).split("\n"))
    counts: dict[str, list[tuple[str, int]]] = {}
    for line, count in sorted(lines.items(), key=lambda item: (-item[1], item[0])):
        if line:
            field, value = read_field(line)
            counts.setdefault(field, []).append((value, count))
    return Facets(counts, _months(numbers))


def _months(numbers: Sequence[int]) -> dict[str, int]:
    days = Counter(number // DAY_SIZE for number in numbers)
    months: Counter[str] = Counter()
    for day in sorted(days):
        if date := day_of(day * DAY_SIZE):
            months[date.isoformat()[:7]] += days[day]
    return dict(months)
