"""Pieces of SQL with their parameters, and what a search selects, before an engine makes a statement of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple


class Condition(NamedTuple):
    """A piece of SQL and its parameters."""

    sql: str
    params: tuple[Any, ...] = ()


Among = Callable[[str, Sequence[int]], Condition]


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles of the index.

    matched: what their tokens must satisfy, None where all articles are looked at; where: what their numbers must;
    proof: what their text (t, of search_text) must, None where the tokens prove all; besides: numbers of articles that
    belong to it whatever the conditions say.
    """

    matched: Condition | None
    where: Condition
    proof: Condition | None = None
    besides: tuple[int, ...] = ()


def limit(column: str, scope: Iterable[int | range] | None, among: Among) -> Condition | None:
    """The condition that `column` is one of the numbers or within one of the ranges; None if all are allowed."""
    if scope is None:
        return None
    numbers, ranges = [], []
    for item in scope:
        (ranges if isinstance(item, range) else numbers).append(item)
    conditions = [Condition(f"{column} BETWEEN %s AND %s", (one.start, one.stop - 1)) for one in ranges]
    if numbers or not conditions:
        conditions.append(among(column, numbers))
    return joined(" OR ", conditions)


def negation(condition: Condition) -> Condition:
    """That the condition does not hold."""
    return Condition(f"NOT ({condition.sql})", condition.params)


def joined(operator: str, conditions: Iterable[Condition | None]) -> Condition:
    """The conditions in brackets, joined; a lone one stays open so that FTS5 can use a range of numbers itself."""
    kept = [condition for condition in conditions if condition]
    if len(kept) == 1:
        return kept[0]
    sql = operator.join(f"({condition.sql})" for condition in kept)
    return Condition(sql, tuple(param for condition in kept for param in condition.params))
