"""What SQLite is asked: expressions for MATCH, proof by bytes, and statements that walk the index by number."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from articles.search.coding import BREAK, LINE, encode
from articles.search.conditions import Condition, Selection, joined
from articles.search.numbering import DAY_SIZE

_BREAK, _LINE = (f"x'{encode(sign).hex()}'" for sign in (BREAK, LINE))
_PLACES = {  # the text as stored first: it is the cheaper
    "body": ("t.body", f"CAST(replace(t.body, {_BREAK}, '') AS BLOB)"),
    "headline": (f"CAST(replace(replace(t.headline, {_BREAK}, ''), {_LINE}, '') AS BLOB)",),
}
MATCHED, LISTED = "search_index.rowid", "search_fields.number"  # the numbers of what matches, and of all articles
_PAGE = "(SELECT pgno / 2 FROM search_index_idx WHERE segid = segment AND term {} key ORDER BY term {} LIMIT 1)"
_PAGES = f"""
    WITH RECURSIVE segments (segment) AS (
        SELECT min(segid) FROM search_index_idx
        UNION ALL
        SELECT (SELECT min(segid) FROM search_index_idx WHERE segid > segment) FROM segments WHERE segment IS NOT NULL
    ), keys (place, key) AS (SELECT key, CAST('0' || value AS BLOB) FROM json_each(%s))
    SELECT place, total({_PAGE.format(">", "ASC")} - {_PAGE.format("<=", "DESC")}) AS pages
    FROM keys CROSS JOIN segments GROUP BY place ORDER BY pages, place LIMIT %s
"""


def all_of(tokens: Iterable[str]) -> str:
    """All of the tokens, as MATCH has it."""
    return "(" + " AND ".join(map(_quoted, tokens)) + ")"


def any_of(expressions: Iterable[str]) -> str:
    """One of the expressions."""
    return "(" + " OR ".join(expressions) + ")"


def matched(wanted: Sequence[str], left_out: Sequence[str] = ()) -> Condition:
    """That all the wanted expressions hold of an article's tokens, and none of those left out."""
    expression = " AND ".join(wanted)
    return Condition("search_index MATCH %s", (f"({expression}) NOT {any_of(left_out)}" if left_out else expression,))


def stands(needle: str, columns: Sequence[str]) -> Condition:
    """That the squeezed string stands in one of the columns of the text."""
    places = [place for column in columns for place in _PLACES[column]]
    return Condition(" OR ".join(f"instr({place}, %s)" for place in places), (encode(needle),) * len(places))


def telling(cursor: Any, tokens: Sequence[str], most: int) -> Sequence[str]:
    """As many of the tokens, those that lead to the fewest articles.

    search_index_idx has one row for each page of a segment that begins a new term: as many pages lie between the row
    that leads to a term and the next as its list of articles fills (or that of its neighbour on the page).
    """
    if len(tokens) <= most:
        return tokens
    cursor.execute(_PAGES, [json.dumps(tokens), most])
    return [tokens[place] for place, _ in cursor.fetchall()]


def among(column: str, numbers: Sequence[int]) -> Condition:
    """That the number is one of these; the + keeps SQLite from asking FTS5 once for every one."""
    asked_after = "+" if column == MATCHED else ""
    return Condition(f"{asked_after}{column} IN (SELECT value FROM json_each(%s))", (json.dumps(list(numbers)),))


def fields_of(numbers: Sequence[int]) -> Condition:
    """The lines of fields of these articles as one value: fetching thousands of rows lets other threads in for each."""
    listed = among("number", numbers)
    sql = f"SELECT CAST(group_concat(fields, {_LINE}) AS BLOB) FROM search_fields WHERE {listed.sql}"
    return Condition(sql, listed.params)


def absent(column: str, matched: Condition, proof: Condition | None) -> Condition:
    """That an article is none of those that match and are proved."""
    held = joined(" AND ", [matched, proof])
    source = "search_index CROSS JOIN search_text AS t ON t.number = search_index.rowid"
    return Condition(f"+{column} NOT IN (SELECT search_index.rowid FROM {source} WHERE {held.sql})", held.params)


def page(selection: Selection, order: str, count: int, offset: int = 0, but: Sequence[int] | None = None) -> Condition:
    """The numbers of the selection in order (DESC or ASC), some left out."""
    most = count + offset + len(but or ())
    inner = _selected(selection, f" ORDER BY number {order} LIMIT {int(most)}")
    others = "" if but is None else "WHERE number NOT IN (SELECT value FROM json_each(%s))"
    params = () if but is None else (json.dumps(list(but)),)
    sql = f"SELECT number FROM ({inner.sql}) {others} ORDER BY number {order} LIMIT %s OFFSET %s"
    return Condition(sql, (*inner.params, *params, count, offset))


def gathered(page: Condition) -> Condition:
    """The numbers of a page as one JSON array, in any order."""
    return Condition(f"SELECT json_group_array(number) FROM ({page.sql}) AS paged", page.params)


def counted(selection: Selection, most: int) -> Condition:
    """How many there are, counting up to `most`."""
    inner = _selected(selection, f" LIMIT {int(most)}")
    return Condition(f"SELECT count(*) FROM (SELECT 1 FROM ({inner.sql}) LIMIT %s)", (*inner.params, most))


def by_day(selection: Selection) -> Condition:
    """(day of the row numbers, how many) of the selection."""
    inner = _selected(selection)
    return Condition(f"SELECT number / {DAY_SIZE}, count(*) FROM ({inner.sql}) GROUP BY 1", inner.params)


def _selected(selection: Selection, first: str = "") -> Condition:
    """All that is selected; before others are put beside it, those that come `first` are enough."""
    column = MATCHED if selection.matched else LISTED
    table = column.partition(".")[0]
    source = f"{table} CROSS JOIN search_text AS t ON t.number = {column}" if selection.proof else table
    where = joined(" AND ", [selection.matched, selection.where if selection.where.sql else None, selection.proof])
    chosen = Condition(f"SELECT {column} AS number FROM {source} WHERE {where.sql or '1'}", where.params)
    if not selection.besides:
        return chosen
    sql = f"SELECT number FROM ({chosen.sql}{first}) UNION SELECT value FROM json_each(%s)"
    return Condition(sql, (*chosen.params, json.dumps(selection.besides)))


def _quoted(token: str) -> str:
    """A token as an FTS5 string; ours hold no quotes, but what is quoted must be quoted well."""
    return '"' + token.replace('"', '""') + '"'
