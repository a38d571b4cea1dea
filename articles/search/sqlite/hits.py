"""A query as one SELECT of article numbers: grams find candidates, the folded text proves them."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db import connections

from articles.search.coding import BREAK, LINE, encode
from articles.search.fields import Filter, date_range
from articles.search.numbering import numbers_of
from articles.search.sqlite import vocabulary
from articles.search.sqlite.limits import Condition, joined, limit
from articles.search.structure import Query
from articles.search.tokens import Atom, atom, field_token, title_token

Group = Sequence[Atom]
Tokens = Sequence[str]
_BREAK, _LINE = (f"x'{encode(sign).hex()}'" for sign in (BREAK, LINE))
_PLACES = {  # the text as stored first: it is the cheaper
    "body": ("t.body", f"CAST(replace(t.body, {_BREAK}, '') AS BLOB)"),
    "headline": (f"CAST(replace(replace(t.headline, {_BREAK}, ''), {_LINE}, '') AS BLOB)",),
}
_NONE = Atom((), "", proven=True)  # a term of nothing but invisible characters asks for nothing


class Hits:
    """The articles that satisfy a query, not yet fetched.

    Input: the query, the alias of the database, the scope of `find`, and groups of tokens of which one each must
    stand too. All SQL is built from tokens of our own making in quotes, and parameters: nothing typed by a reader
    reaches MATCH as it stands.
    """

    def __init__(self, query: Query, using: str, scope: Any = None, also: Iterable[Tokens] = ()) -> None:
        self.using = using
        self.select, self.proven = _select(query, using, scope, also)
        if query.literal and not also:
            literal = Hits(Query(terms=query.literal), using, scope).newest(1_000)
            self.select = _union(self.select, literal) if literal else self.select

    def count(self, most: int) -> int:
        """How many there are, counting up to `most`."""
        sql = f"SELECT count(*) FROM (SELECT 1 FROM ({self.select.sql}) LIMIT %s)"
        return self._rows(sql, most)[0]

    def newest(self, count: int, offset: int = 0) -> list[int]:
        return self._fetch("ORDER BY number DESC LIMIT %s OFFSET %s", count, offset)

    def oldest(self, count: int, offset: int = 0) -> list[int]:
        return self._fetch("ORDER BY number LIMIT %s OFFSET %s", count, offset)

    def newest_but(self, left_out: Iterable[int], count: int, offset: int = 0) -> list[int]:
        rest = "WHERE number NOT IN (SELECT value FROM json_each(%s)) ORDER BY number DESC LIMIT %s OFFSET %s"
        return self._fetch(rest, json.dumps(list(left_out)), count, offset)

    def _fetch(self, rest: str, *params: Any) -> list[int]:
        return self._rows(f"SELECT number FROM ({self.select.sql}) {rest}", *params)

    def _rows(self, sql: str, *params: Any) -> list[int]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql, [*self.select.params, *params])
            return [number for (number,) in cursor.fetchall()]


def quoted(token: str) -> str:
    """A token as an FTS5 string; ours hold no quotes, but what is quoted must be quoted well."""
    return '"' + token.replace('"', '""') + '"'


def _select(query: Query, using: str, scope: Any, also: Iterable[Tokens]) -> tuple[Condition, bool]:
    """The SELECT, and whether its tokens prove all: then counting costs next to nothing."""
    wanted = _groups([*((term,) for term in query.terms), *query.alternatives])
    titles = _groups((title,) for title in query.titles)
    avoided = [found for text in query.excluded if (found := atom(text))]
    held = [
        *(_any_of(_all_tokens(one) for one in group) for group in wanted),
        *(_any_of(_all_tokens(one, title_token) for one in group) for group in titles),
        *(_any_of(map(quoted, group)) for group in (*_allowed(query.filters, using), *also)),
    ]
    left_out = [_all_tokens(one) for one in avoided if one.proven] if held else []  # FTS5 itself leaves these out
    column = "search_index.rowid" if held else "search_fields.number"
    conditions = [
        _matches(" AND ".join(held), left_out) if held else None,
        *(_proof(group, ("body", "headline")) for group in wanted),
        *(_proof(group, ("headline",)) for group in titles),
        *(_absent(column, one) for one in avoided if not (held and one.proven)),
        *(limit(column, _days(item)) for item in query.filters if item.field == "date"),
        limit(column, scope),
    ]
    proven = all(one.proven for group in (*wanted, *titles) for one in group)
    table = column.partition(".")[0]
    source = table if proven else f"{table} CROSS JOIN search_text AS t ON t.number = {column}"
    where = joined(" AND ", conditions)
    return Condition(f"SELECT {column} AS number FROM {source} WHERE {where.sql or '1'}", where.params), proven


def _allowed(filters: Iterable[Filter], using: str) -> Iterator[Tokens]:
    """For each named field but dates the tokens of the values it means; of one that means nothing, itself."""
    for item in filters:
        if item.field != "date":
            kinds = vocabulary.PEOPLE if item.field == "person" else (item.field,)
            meant = [known for value in item.values for known in vocabulary.meant(item.field, value, using)]
            yield list(dict.fromkeys(field_token(kind, value) for value in meant or item.values for kind in kinds))


def _days(item: Filter) -> list[range]:
    """The row numbers of the days of a date filter."""
    return [numbers_of(*date_range(value)) for value in item.values]


def _groups(texts: Iterable[Sequence[str]]) -> list[Group]:
    groups = ([atom(text) or _NONE for text in group] for group in texts)
    return [group for group in groups if _NONE not in group]


def _all_tokens(one: Atom, kind: Callable[[str], str] = str) -> str:
    return "(" + " AND ".join(quoted(kind(token)) for token in one.tokens) + ")"


def _any_of(expressions: Iterable[str]) -> str:
    return "(" + " OR ".join(expressions) + ")"


def _matches(wanted: str, left_out: Sequence[str] = ()) -> Condition:
    matched = f"({wanted}) NOT {_any_of(left_out)}" if left_out else wanted
    return Condition("search_index MATCH %s", (matched,))


def _proof(group: Group, columns: Sequence[str]) -> Condition | None:
    """That one of the group stands in the text."""
    if all(one.proven for one in group):
        return None
    return joined(" OR ", [_stands(one, columns) for one in group])


def _stands(one: Atom, columns: Sequence[str]) -> Condition:
    places = [place for column in columns for place in _PLACES[column]]
    needle = encode(one.needle)
    return Condition(" OR ".join(f"instr({place}, %s)" for place in places), (needle,) * len(places))


def _absent(column: str, one: Atom) -> Condition:
    """That an excluded string does not stand in the text: its candidates, proved, are left out."""
    held = joined(" AND ", [_matches(_all_tokens(one)), _proof([one], ("body", "headline"))])
    source = "search_index CROSS JOIN search_text AS t ON t.number = search_index.rowid"
    return Condition(f"+{column} NOT IN (SELECT search_index.rowid FROM {source} WHERE {held.sql})", held.params)


def _union(select: Condition, numbers: list[int]) -> Condition:
    sql = f"{select.sql} UNION SELECT value FROM json_each(%s)"
    return Condition(sql, (*select.params, json.dumps(numbers)))
