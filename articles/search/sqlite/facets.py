"""What hits have in common: their fields counted as lines, and their days by month, without looking at the articles."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db import connections

from articles.search.documents import DAY_SIZE, Facets
from articles.search.sqlite.index import read_fields

_FIRST_DAY = 365  # days before are those of pages without a date


def facets_of(numbers: Sequence[int], using: str) -> Facets:
    """The facets of these articles."""
    with connections[using].cursor() as cursor:
        sql = "SELECT fields FROM search_fields WHERE number IN (SELECT value FROM json_each(%s))"
        cursor.execute(sql, [json.dumps(list(numbers))])
        lines = Counter("\n".join(fields for (fields,) in cursor.fetchall()).split("\n"))
    counts: dict[str, list[tuple[str, int]]] = {}
    for line, count in sorted(lines.items(), key=lambda item: (-item[1], item[0])):
        for field, value in read_fields(line):
            counts.setdefault(field, []).append((value, count))
    return Facets(counts, _months(numbers))


def _months(numbers: Sequence[int]) -> dict[str, int]:
    days = Counter(day for number in numbers if (day := number // DAY_SIZE) >= _FIRST_DAY)
    months: Counter[str] = Counter()
    for day, count in sorted(days.items()):
        months[f"{date.fromordinal(day):%Y-%m}"] += count
    return dict(months)
