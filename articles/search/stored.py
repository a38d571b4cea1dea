"""Articles as the index keeps them, read back by number."""

from collections.abc import Sequence

from django.db import connections

from articles.search.coding import decode
from articles.search.engines import engine_of
from articles.search.rows import read_fields
from articles.search.tokens import Row


def stored(numbers: Sequence[int], using: str) -> dict[int, Row]:
    """{number: row} of those that are in the index."""
    listed = engine_of(using).among("t.number", numbers)
    source = "search_text AS t JOIN search_fields AS f ON f.number = t.number"
    with connections[using].cursor() as cursor:
        cursor.execute(
            f"SELECT t.number, headline, body, signs, fields FROM {source} WHERE {listed.sql}", listed.params
        )
        return {
            number: Row(number, decode(headline), decode(body), signs, read_fields(fields))
            for number, headline, body, signs, fields in cursor.fetchall()
        }
