"""The articles that a query selects, fetched by number and counted: grams find, the folded text proves."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.db import connections

from articles.search.conditions import Condition, Selection
from articles.search.engines import engine_of
from articles.search.selecting import Selecting, Tokens, allowed
from articles.search.structure import Query
from articles.search.tokens import atom


class Hits:
    """The articles that satisfy a query, not yet fetched.

    Input: the query, the alias of the database, the scope of `find`; groups of alternatives of which one each must
    stand too, with all of its tokens; `like`, hits of a query with the same named fields. All SQL is built from tokens
    of our own making in quotes, and parameters: nothing typed by a reader reaches the index as it stands.
    """

    def __init__(
        self,
        query: Query,
        using: str,
        scope: Any = None,
        also: Sequence[Iterable[Tokens]] = (),
        *,
        proved: bool = True,
        like: "Hits | None" = None,
    ) -> None:
        self.using, self.scope, self.engine = using, scope, engine_of(using)
        literal: list[int] = []
        if query.literal and not also:
            literal = Hits(Query(terms=query.literal), using, scope).newest(1_000)
        self.fields: tuple[Tokens, ...] = like.fields if like else tuple(allowed(query.filters, using))
        self.selection = Selecting(query, using, self.fields, proved).selection(scope, also, literal)

    def narrowed(self, query: Query, also: Sequence[Iterable[Tokens]] = (), *, proved: bool = True) -> "Hits":
        """Hits of another query within the same fields and scope; of its words as typed none besides."""
        return Hits(replace(query, raw=""), self.using, self.scope, also, proved=proved, like=self)

    @property
    def proven(self) -> bool:
        """Whether its tokens prove all: then counting costs next to nothing."""
        return self.selection.proof is None

    def count(self, most: int) -> int:
        """How many there are, counting up to `most`."""
        return int(self._value(self.engine.counted(self.selection, most)))

    def newest(self, count: int) -> list[int]:
        return self._numbers(self.page("DESC", count), reverse=True)

    def oldest(self, count: int, offset: int = 0) -> list[int]:
        return self._numbers(self.page("ASC", count, offset))

    def newest_but(self, left_out: Iterable[int], count: int, offset: int = 0) -> list[int]:
        page = self.engine.page(self.selection, "DESC", count, offset, list(left_out))
        return self._numbers(page, reverse=True)

    def by_day(self) -> dict[int, int]:
        """How many there are of each day, as the ordinal of the date; 0 and up to UNDATED: of no known day."""
        statement = self.engine.by_day(self.selection)
        with connections[self.using].cursor() as cursor:
            cursor.execute(statement.sql, statement.params)
            return dict(cursor.fetchall())

    def page(self, order: str, count: int, offset: int = 0) -> Condition:
        """The statement that fetches their numbers in order, DESC or ASC."""
        statement: Condition = self.engine.page(self.selection, order, count, offset)
        return statement

    def _numbers(self, page: Condition, reverse: bool = False) -> list[int]:
        """Those of a page, rising unless reversed; as one value: each row fetched would let other threads in."""
        gathered = self._value(self.engine.gathered(page))
        return sorted(json.loads(gathered), reverse=reverse)

    def _value(self, statement: Condition) -> Any:
        with connections[self.using].cursor() as cursor:
            cursor.execute(statement.sql, statement.params)
            return cursor.fetchone()[0]


def newest_of(several: Sequence[Hits], count: int) -> Iterator[tuple[int, int]]:
    """(place of the hits, number) of the newest of each of several hits in one database; in one statement."""
    pages = [hits.page("DESC", count) for hits in several]
    pieces = [f"SELECT {place}, number FROM ({page.sql}) AS found" for place, page in enumerate(pages)]
    if pieces:
        with connections[several[0].using].cursor() as cursor:
            cursor.execute(" UNION ALL ".join(pieces), [param for page in pages for param in page.params])
            yield from cursor.fetchall()


def perhaps(words: Sequence[str], using: str) -> list[str]:
    """Those of the words whose neighbours in pairs stand in some article, and so perhaps the word; in one statement."""
    asked = {word: [found.tokens] for word in words if (found := atom(word))}
    return [word for word, count in zip(asked, holders(list(asked.values()), using, 1), strict=True) if count]


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
