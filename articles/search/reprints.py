"""Where the same text was printed again, word for word or edited (see resemblance)."""

from django.db import connections

from articles.search.conditions import Condition, Selection
from articles.search.engines import engine_of
from articles.search.resemblance import LEAST, bands, likeness, shingles
from articles.search.stored import stored
from articles.search.tokens import Row, band_token

_COMPARED = 15  # newest articles that share a band


def reprints(row: Row, using: str) -> list[tuple[int, float]]:
    """(number, likeness) of the other articles whose text is mostly that of this one, the likest and newest first."""
    found = bands(row.body)
    if not found:
        return []
    engine, own = engine_of(using), shingles(row.body)
    matched = engine.matched([engine.any_of(engine.all_of([band_token(band)]) for band in found)])
    statement = engine.page(Selection(matched, Condition("")), "DESC", _COMPARED + 1)
    with connections[using].cursor() as cursor:
        cursor.execute(statement.sql, statement.params)
        others = [number for (number,) in cursor.fetchall() if number != row.number]
    alike = {number: likeness(own, shingles(other.body)) for number, other in stored(others, using).items()}
    best = (item for item in alike.items() if item[1] >= LEAST)
    return sorted(best, key=lambda item: (-item[1], -item[0]))
