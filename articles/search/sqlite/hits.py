"""A query as one SELECT of article numbers: grams find candidates, the folded text proves them."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connections

from articles.search.sqlite.limits import Condition, joined, limit
from articles.search.structure import Query
from articles.search.tokens import Atom, atom

Group = Sequence[Atom]
_PLACES = {  # the text as stored first: it is the cheaper
    "body": ("t.body", "replace(t.body, ' ', '')"),
    "headline": ("replace(replace(t.headline, ' ', ''), char(10), '')",),
}
_NONE = Atom((), "", proven=True)  # a term of nothing but invisible characters asks for nothing


class Hits:
    """The articles that satisfy a query, not yet fetched.

    Input: the query, the alias of the database, and the limits of `find`. All SQL is built from tokens of our own
    making in quotes, and parameters: nothing typed by a reader reaches MATCH as it stands.
    """

    def __init__(self, query: Query, using: str, within: Any = None, scope: Any = None) -> None:
        self.using = using
        self.select, self.proven = _select(query, using, within, scope)
        if query.literal:
            also = Hits(Query(terms=query.literal), using, scope=scope).newest(1_000)
            self.select = _union(self.select, also) if also else self.select

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


def expression(groups: Iterable[Group]) -> str:
    """The FTS5 expression that of each group one atom's tokens all stand."""
    return " AND ".join("(" + " OR ".join(map(_all_tokens, group)) + ")" for group in groups)


def quoted(token: str) -> str:
    """A token as an FTS5 string; ours hold no quotes, but what is quoted must be quoted well."""
    return '"' + token.replace('"', '""') + '"'


def _select(query: Query, using: str, within: Any, scope: Any) -> tuple[Condition, bool]:
    """The SELECT, and whether its tokens prove all: then counting costs next to nothing."""
    wanted = _groups([*((term,) for term in query.terms), *query.alternatives])
    titles = _groups((title,) for title in query.titles)
    avoided = [found for text in query.excluded if (found := atom(text))]
    table, column = _source(wanted, titles)
    left_out = [one for one in avoided if one.proven] if wanted else []  # FTS5 itself leaves these out
    conditions = [
        _matches(table, wanted or titles, left_out) if wanted or titles else None,
        *(_proof(group, ("body", "headline")) for group in wanted),
        *(_proof(group, ("headline",)) for group in titles),
        _in_titles(column, titles) if wanted and titles else None,
        *(_absent(column, one) for one in avoided if one not in left_out),
        limit(column, within, using),
        limit(column, scope, using),
    ]
    proven = all(one.proven for group in (*wanted, *titles) for one in group)
    source = table if proven else f"{table} CROSS JOIN search_text AS t ON t.number = {column}"
    where = joined(" AND ", conditions)
    return Condition(f"SELECT {column} AS number FROM {source} WHERE {where.sql or '1'}", where.params), proven


def _groups(texts: Iterable[Sequence[str]]) -> list[Group]:
    groups = ([atom(text) or _NONE for text in group] for group in texts)
    return [group for group in groups if _NONE not in group]


def _source(wanted: Sequence[Group], titles: Sequence[Group]) -> tuple[str, str]:
    """The narrowest table that lists the candidates, and its column of numbers."""
    if wanted:
        return "search_grams", "search_grams.rowid"
    if titles:
        return "search_titles", "search_titles.rowid"
    return "search_words_docsize", "search_words_docsize.id"


def _all_tokens(one: Atom) -> str:
    return "(" + " AND ".join(map(quoted, one.tokens)) + ")"


def _matches(table: str, groups: Sequence[Group], left_out: Sequence[Atom] = ()) -> Condition:
    wanted = expression(groups)
    matched = f"({wanted}) NOT ({' OR '.join(map(_all_tokens, left_out))})" if left_out else wanted
    return Condition(f"{table} MATCH %s", (matched,))


def _proof(group: Group, columns: Sequence[str]) -> Condition | None:
    """That one of the group stands in the text."""
    if all(one.proven for one in group):
        return None
    return joined(" OR ", [_stands(one, columns) for one in group])


def _stands(one: Atom, columns: Sequence[str]) -> Condition:
    places = [place for column in columns for place in _PLACES[column]]
    return Condition(" OR ".join(f"instr({place}, %s)" for place in places), (one.needle,) * len(places))


def _in_titles(column: str, titles: Sequence[Group]) -> Condition:
    matches = _matches("search_titles", titles)
    return Condition(f"+{column} IN (SELECT rowid FROM search_titles WHERE {matches.sql})", matches.params)


def _absent(column: str, one: Atom) -> Condition:
    """That an excluded string does not stand in the text: its candidates, proved, are left out."""
    held = joined(" AND ", [_matches("search_grams", [[one]]), _proof([one], ("body", "headline"))])
    source = "search_grams CROSS JOIN search_text AS t ON t.number = search_grams.rowid"
    return Condition(f"+{column} NOT IN (SELECT search_grams.rowid FROM {source} WHERE {held.sql})", held.params)


def _union(select: Condition, numbers: list[int]) -> Condition:
    sql = f"{select.sql} UNION SELECT value FROM json_each(%s)"
    return Condition(sql, (*select.params, json.dumps(numbers)))
