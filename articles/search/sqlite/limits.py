"""Which articles a search may return, as a condition on their number."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple


class Condition(NamedTuple):
    """A piece of SQL and its parameters."""

    sql: str
    params: tuple[Any, ...] = ()


def limit(column: str, scope: Iterable[int | range] | None) -> Condition | None:
    """The condition that `column` is one of the numbers or within one of the ranges; None if all are allowed."""
    if scope is None:
        return None
    items = list(scope)
    numbers = [int(item) for item in items if not isinstance(item, range)]
    ranges = [item for item in items if isinstance(item, range)]
    conditions = [Condition(f"{column} BETWEEN %s AND %s", (one.start, one.stop - 1)) for one in ranges]
    if numbers or not conditions:  # the + keeps SQLite from asking FTS5 once for every number
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
