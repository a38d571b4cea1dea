"""Which articles a search may return, as a condition on their number."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet


class Condition(NamedTuple):
    """A piece of SQL and its parameters."""

    sql: str
    params: tuple[Any, ...] = ()


def limit(column: str, within: Any, using: str) -> Condition | None:
    """The condition that `column` is one of `within`; None if all are allowed.

    within: None, a queryset of one column (numbers), or an iterable of numbers and of ranges of numbers.
    """
    if within is None:
        return None
    if hasattr(within, "query"):
        return _in_queryset(column, within, using)
    return _in_numbers(column, within)


def _in_queryset(column: str, queryset: Any, using: str) -> Condition:
    """The + keeps SQLite from asking FTS5 once for every number of the set."""
    try:
        sql, params = queryset.query.get_compiler(using).as_sql()
    except EmptyResultSet:
        return Condition("0")
    return Condition(f"+{column} IN ({sql})", tuple(params))


def _in_numbers(column: str, within: Iterable[int | range]) -> Condition:
    numbers: list[int] = []
    conditions: list[Condition] = []
    for item in within:
        if isinstance(item, range):
            conditions.append(Condition(f"{column} BETWEEN %s AND %s", (item.start, item.stop - 1)))
        else:
            numbers.append(int(item))
    if numbers or not conditions:
        listed = Condition(f"+{column} IN (SELECT value FROM json_each(%s))", (json.dumps(numbers),))
        conditions.append(listed)
    return joined(" OR ", conditions)


def joined(operator: str, conditions: Iterable[Condition | None]) -> Condition:
    """The conditions in brackets, joined; a lone one stays open so that FTS5 can use a range of numbers itself."""
    kept = [condition for condition in conditions if condition]
    if len(kept) == 1:
        return kept[0]
    sql = operator.join(f"({condition.sql})" for condition in kept)
    return Condition(sql, tuple(param for condition in kept for param in condition.params))
