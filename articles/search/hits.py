"""The articles that a query selects, fetched by number and counted: grams find, the folded text proves."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connections

from articles.search.conditions import Condition, Selection, joined
from articles.search.engines import engine_of
from articles.search.selecting import Selecting, Tokens
from articles.search.structure import Query
from articles.search.tokens import atom

_ALL = 1_000_000_000  # more than there are


class Hits:
    """The articles that satisfy a query, not yet fetched.

    Input: the query, the alias of the database, the scope of `find`, and groups of tokens of which one each must
    stand too. All SQL is built from tokens of our own making in quotes, and parameters: nothing typed by a reader
    reaches the index as it stands.
    """

    def __init__(
        self, query: Query, using: str, scope: Any = None, also: Iterable[Tokens] = (), *, proved: bool = True
    ) -> None:
        self.using, self.engine = using, engine_of(using)
        literal: list[int] = []
        if query.literal and not also:
            literal = Hits(Query(terms=query.literal), using, scope).newest(1_000)
        self.selecting = Selecting(query, using, proved)
        self.selection = self.selecting.selection(scope, also, literal)

    @property
    def proven(self) -> bool:
        """Whether its tokens prove all: then counting costs next to nothing."""
        return self.selection.proof is None

    def count(self, most: int) -> int:
        """How many there are, counting up to `most`."""
        return self._rows(self.engine.counted(self.selection, most))[0]

    def newest(self, count: int) -> list[int]:
        return self._rows(self.page("DESC", count))

    def oldest(self, count: int, offset: int = 0) -> list[int]:
        return self._rows(self.page("ASC", count, offset))

    def newest_but(self, left_out: Iterable[int], count: int, offset: int = 0) -> list[int]:
        return self._rows(self.engine.page(self.selection, "DESC", count, offset, list(left_out)))

    def by_day(self) -> dict[int, int]:
        """How many there are of each day, as the ordinal of the date; 0 and up to UNDATED: of no known day."""
        statement = self.engine.by_day(self.selection)
        with connections[self.using].cursor() as cursor:
            cursor.execute(statement.sql, statement.params)
            return dict(cursor.fetchall())

    def holding(self, tokens: Sequence[str], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
        """(place of the token, number) of those of these hits that hold it, and of other articles."""
        chosen = (self.selecting.leading_to(token, numbers) for token in tokens)
        pages = [self.engine.page(selection, "ASC", _ALL) for selection in chosen]
        pieces = [f"SELECT {place}, number FROM ({page.sql}) AS found" for place, page in enumerate(pages)]
        with connections[self.using].cursor() as cursor:
            cursor.execute(" UNION ALL ".join(pieces), [param for page in pages for param in page.params])
            yield from cursor.fetchall()

    def page(self, order: str, count: int, offset: int = 0) -> Condition:
        """The statement that fetches their numbers in order, DESC or ASC."""
        statement: Condition = self.engine.page(self.selection, order, count, offset)
        return statement

    def _rows(self, statement: Condition) -> list[int]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(statement.sql, statement.params)
            return [number for (number,) in cursor.fetchall()]


def standing(word: str, numbers: Sequence[int], using: str) -> list[int]:
    """Those of the numbers whose text holds the word."""
    engine, asked = engine_of(using), atom(word)
    listed = engine.among("t.number", numbers)
    proof = engine.stands(asked.needle if asked else "", ("body", "headline"))
    where = joined(" AND ", [listed, proof])
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT t.number FROM search_text AS t WHERE {where.sql}", where.params)
        return [number for (number,) in cursor.fetchall()]


def holders(held: Sequence[Iterable[Tokens]], using: str, most: int) -> list[int]:
    """In how many articles all tokens of one of the alternatives stand, counting up to `most`; in one statement."""
    if not held:
        return []
    engine = engine_of(using)
    matched = (engine.matched([engine.any_of(map(engine.all_of, either))]) for either in held)
    counts = [engine.counted(Selection(one, Condition("")), most) for one in matched]
    columns = ", ".join(f"({one.sql})" for one in counts)
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT {columns}", [param for one in counts for param in one.params])
        return list(map(int, cursor.fetchone()))
