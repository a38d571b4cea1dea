"""What PostgreSQL is asked: tsquery expressions for the GIN index, proof by bytes, statements that keep to that plan.

GIN gives its hits in no order: they are gathered first (MATERIALIZED, lest the planner walk the table by number
instead), put in order, and then proved one by one until there are enough.
"""

from collections.abc import Iterable, Sequence

from articles.search.coding import BREAK, LINE, encode
from articles.search.conditions import Condition, Selection, joined
from articles.search.postgresql.lexemes import lexeme

_BREAK, _LINE = (f"chr({encode(sign)[0]})" for sign in (BREAK, LINE))
_AS_TEXT = "convert_from(t.{}, 'LATIN1')"  # bytea knows no replace(); each byte becomes the character of its number
_BODY = f"replace({_AS_TEXT.format('body')}, {_BREAK}, '')"
_HEADLINE = f"translate({_AS_TEXT.format('headline')}, {_LINE} || {_BREAK}, '')"


def column_of(table: str) -> str:
    """The column of a table's numbers."""
    return f"{table}.number"


def all_of(tokens: Iterable[str]) -> str:
    """All of the tokens, as a tsquery."""
    return "(" + " & ".join(map(_quoted, tokens)) + ")"


def any_of(expressions: Iterable[str]) -> str:
    """One of the expressions."""
    return "(" + " | ".join(expressions) + ")"


def matched(wanted: Sequence[str], left_out: Sequence[str] = ()) -> Condition:
    """That all the wanted expressions hold of an article's tokens, and none of those left out."""
    expression = " & ".join([*wanted, *(f"!{one}" for one in left_out)])
    return Condition("search_index.tokens @@ %s::tsquery", (expression,))


def stands(needle: str, columns: Sequence[str]) -> Condition:
    """That the squeezed string stands in one of the columns of the text."""
    coded = encode(needle)
    as_text = coded.decode("latin-1")
    places = {  # the text as stored first: it is the cheaper
        "body": [("position(%s in t.body) > 0", coded), (f"position(%s in {_BODY}) > 0", as_text)],
        "headline": [(f"position(%s in {_HEADLINE}) > 0", as_text)],
    }
    found = [place for column in columns for place in places[column]]
    return Condition(" OR ".join(sql for sql, _ in found), tuple(param for _, param in found))


def among(column: str, numbers: Sequence[int]) -> Condition:
    """That the number is one of these."""
    return Condition(f"{column} = ANY(%s::bigint[])", (list(numbers),))


def absent(column: str, matched: Condition, proof: Condition | None) -> Condition:
    """That an article is none of those that match and are proved."""
    held = joined(" AND ", [matched, proof])
    source = "search_index JOIN search_text AS t USING (number)" if proof else "search_index"
    return Condition(f"{column} NOT IN (SELECT search_index.number FROM {source} WHERE {held.sql})", held.params)


def page(selection: Selection, order: str, count: int, offset: int = 0, but: Sequence[int] | None = None) -> Condition:
    """The numbers of the selection in order (DESC or ASC), some left out.

    Rows of a materialized WITH come in its order, so that the proof stops when there are enough.
    """
    gathered, proved = _gathered(selection, order), _proved(selection)
    others = Condition("number <> ALL(%s::bigint[])", (list(but),)) if but is not None else None
    if not selection.besides:
        where = joined(" AND ", [proved, others])
        sql = f"{gathered.sql} SELECT number FROM held WHERE {where.sql or 'true'} LIMIT %s OFFSET %s"
        return Condition(sql, (*gathered.params, *where.params, count, offset))
    sql = f"""{gathered.sql} SELECT number FROM (
        SELECT number FROM held WHERE {proved.sql if proved else "true"} UNION SELECT unnest(%s::bigint[])) AS found
        WHERE {others.sql if others else "true"} ORDER BY number {order} LIMIT %s OFFSET %s"""
    params = (*(proved.params if proved else ()), list(selection.besides), *(others.params if others else ()))
    return Condition(sql, (*gathered.params, *params, count, offset))


def counted(selection: Selection, most: int) -> Condition:
    """How many there are, counting up to `most`."""
    if selection.proof or selection.besides:
        inner = page(selection, "DESC", most)
    else:
        sql = f"SELECT 1 FROM {selection.table} WHERE {selection.where.sql or 'true'} LIMIT %s"
        inner = Condition(sql, (*selection.where.params, most))
    return Condition(f"SELECT count(*) FROM ({inner.sql}) AS found", inner.params)


def _gathered(selection: Selection, order: str) -> Condition:
    table, where = selection.table, selection.where
    chosen = f"SELECT number FROM {table} WHERE {where.sql or 'true'} ORDER BY number {order}"
    kind = "MATERIALIZED" if table == "search_index" else "NOT MATERIALIZED"  # of the fields the order is the index's
    return Condition(f"WITH held AS {kind} ({chosen})", where.params)


def _proved(selection: Selection) -> Condition | None:
    if not selection.proof:
        return None
    sql, params = selection.proof
    return Condition(f"(SELECT {sql} FROM search_text AS t WHERE t.number = held.number)", params)


def _quoted(token: str) -> str:
    """A token as a lexeme in quotes; ours hold no quotes, but what is quoted must be quoted well."""
    return "'" + lexeme(token).replace("\\", "\\\\").replace("'", "''") + "'"
