"""What PostgreSQL is asked: tsquery expressions for the GIN index, proof by bytes, statements that keep to that plan.

GIN gives its hits in no order: they are gathered, put in order, and then proved one by one until there are enough.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from articles.search.coding import BREAK, LINE, encode
from articles.search.conditions import Condition, Selection
from articles.search.numbering import DAY_SIZE
from articles.search.postgresql.lexemes import lexeme

MATCHED, LISTED = "search_index.number", "search_fields.number"  # the numbers of what matches, and of all articles
_BREAK, _LINE = (f"chr({encode(sign)[0]})" for sign in (BREAK, LINE))
_AS_TEXT = "convert_from(t.{}, 'LATIN1')"  # bytea knows no replace(); each byte becomes the character of its number
_BODY = f"replace({_AS_TEXT.format('body')}, {_BREAK}, '')"
_HEADLINE = f"translate({_AS_TEXT.format('headline')}, {_LINE} || {_BREAK}, '')"
_TRUE = Condition("true")


def all_of(tokens: Iterable[str]) -> str:
    """All of the tokens, as a tsquery."""
    return "(" + " & ".join(map(_quoted, tokens)) + ")"


def any_of(expressions: Iterable[str]) -> str:
    """One of the expressions."""
    return "(" + " | ".join(expressions) + ")"


def matched(wanted: Sequence[str], left_out: Sequence[str] = ()) -> Condition:
    """Those of whose tokens all the wanted expressions hold, and none of those left out: a source of numbers."""
    expression = " & ".join([*wanted, *(f"!{one}" for one in left_out)])
    return Condition("search_numbers(%s::tsquery, {}) AS search_index (number)", (expression,))


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


def telling(_cursor: Any, tokens: Sequence[str], _most: int) -> Sequence[str]:
    """All of the tokens: GIN begins with the rarest itself."""
    return tokens


def among(column: str, numbers: Sequence[int]) -> Condition:
    """That the number is one of these."""
    return Condition(f"{column} = ANY(%s::bigint[])", (list(numbers),))


def fields_of(numbers: Sequence[int]) -> Condition:
    """The lines of fields of these articles as one value."""
    listed = among("number", numbers)
    return Condition(
        f"SELECT string_agg(fields, %s) FROM search_fields WHERE {listed.sql}", (encode(LINE), *listed.params)
    )


def absent(column: str, matched: Condition, proof: Condition | None) -> Condition:
    """That an article is none of those that match and are proved."""
    source, proved = _source(matched), _proved(proof, "search_index")
    sql = f"{column} NOT IN (SELECT search_index.number FROM {source.sql} WHERE {proved.sql})"
    return Condition(sql, (*source.params, *proved.params))


def page(selection: Selection, order: str, count: int, offset: int = 0, but: Sequence[int] | None = None) -> Condition:
    """The numbers of the selection in order (DESC or ASC), some left out.

    Rows of a materialized WITH come in its order, so that the proof stops when there are enough.
    """
    gathered, proved = _gathered(selection, order), _proved(selection.proof, "held")
    others = _TRUE if but is None else Condition("number <> ALL(%s::bigint[])", (list(but),))
    if not selection.besides:
        sql = f"{gathered.sql} SELECT number FROM held WHERE {proved.sql} AND {others.sql} LIMIT %s OFFSET %s"
        return Condition(sql, (*gathered.params, *proved.params, *others.params, count, offset))
    both = f"SELECT number FROM held WHERE {proved.sql} UNION SELECT unnest(%s::bigint[])"
    sql = f"SELECT number FROM ({both}) AS found WHERE {others.sql} ORDER BY number {order} LIMIT %s OFFSET %s"
    params = (*proved.params, list(selection.besides), *others.params, count, offset)
    return Condition(f"{gathered.sql} {sql}", (*gathered.params, *params))


def gathered(page: Condition) -> Condition:
    """The numbers of a page as one JSON array, in any order."""
    return Condition(f"SELECT COALESCE(json_agg(number), '[]')::text FROM ({page.sql}) AS paged", page.params)


def counted(selection: Selection, most: int) -> Condition:
    """How many there are, counting up to `most`."""
    if selection.proof or selection.besides:
        inner = page(selection, "DESC", most)
    else:
        source, where = _source(selection.matched, most if not selection.where.sql else None), selection.where
        sql = f"SELECT 1 FROM {source.sql} WHERE {where.sql or 'true'} LIMIT %s"
        inner = Condition(sql, (*source.params, *where.params, most))
    return Condition(f"SELECT count(*) FROM ({inner.sql}) AS found", inner.params)


def by_day(selection: Selection) -> Condition:
    """(day of the row numbers, how many) of the selection."""
    if selection.proof or selection.besides:
        gathered, proved = _gathered(selection, "ASC"), _proved(selection.proof, "held")
        found = f"SELECT number FROM held WHERE {proved.sql} UNION SELECT unnest(%s::bigint[])"
        sql = f"{gathered.sql} SELECT number / {DAY_SIZE}, count(*) FROM ({found}) AS found GROUP BY 1"
        return Condition(sql, (*gathered.params, *proved.params, list(selection.besides)))
    source, where = _source(selection.matched), selection.where
    sql = f"SELECT number / {DAY_SIZE}, count(*) FROM {source.sql} WHERE {where.sql or 'true'} GROUP BY 1"
    return Condition(sql, (*source.params, *where.params))


def _source(matched: Condition | None, most: int | None = None) -> Condition:
    """What numbers come from, `most` of them if that is told."""
    if matched is None:
        return Condition("search_fields")
    return Condition(matched.sql.format("NULL" if most is None else int(most)), matched.params)


def _gathered(selection: Selection, order: str) -> Condition:
    source, where = _source(selection.matched), selection.where
    kind = "MATERIALIZED" if selection.matched else "NOT MATERIALIZED"  # all articles are in the order of a key
    chosen = f"SELECT number FROM {source.sql} WHERE {where.sql or 'true'} ORDER BY number {order}"
    return Condition(f"WITH held AS {kind} ({chosen})", (*source.params, *where.params))


def _proved(proof: Condition | None, source: str) -> Condition:
    """The proof of one number, as a subquery: joined, the planner might read all texts."""
    if not proof:
        return _TRUE
    return Condition(f"(SELECT {proof.sql} FROM search_text AS t WHERE t.number = {source}.number)", proof.params)


def _quoted(token: str) -> str:
    """A token as a lexeme in quotes; ours hold no quotes, but what is quoted must be quoted well."""
    return "'" + lexeme(token).replace("\\", "\\\\").replace("'", "''") + "'"
