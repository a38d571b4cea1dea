"""How SQLite carries out what this search asks of it: no statement may walk all articles."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connections

from tests.benchmarks.search.asked import Ask
from tests.benchmarks.search.engines import Archive

A_CLASS = 20  # queries of each class that are looked at
# A walk over an ordinary table, or over an FTS5 table without a MATCH or a rowid.
_WALK_RE = re.compile(r"SCAN (?P<table>search_\w+)(?: VIRTUAL TABLE INDEX \d+:(?!\S))?(?: USING .*)?$")
_MAY_WALK = {"search_meta", "search_values"}  # a few rows, thousands of names: not articles
_CONDITIONS_RE = re.compile(r"( AND \((?:(?! AND ).)+)(?:\1)+")
_NUMBERS_RE = re.compile(r"\bIN \(%s(?:, %s)*\)")


@dataclass(frozen=True, slots=True)
class Plan:
    """One statement: the classes that use it, how it is carried out, and the steps of that which walk the articles."""

    sql: str
    classes: tuple[str, ...]
    steps: tuple[str, ...]

    @property
    def walks(self) -> tuple[str, ...]:
        found = ((step, _WALK_RE.match(step)) for step in self.steps)
        return tuple(step for step, match in found if match and match["table"] not in _MAY_WALK)


def plans(archive: Archive, drawn: Mapping[str, Sequence[Ask]]) -> list[Plan]:
    """The plans of all statements of some queries of each class; a statement may have more than one plan."""
    seen: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
    for name, asks in drawn.items():
        for sql, params in _statements(archive, asks[:A_CLASS]):
            key = (_plain(sql), _steps(archive.reading, sql, params))
            seen.setdefault(key, {})[name] = None
    return [Plan(sql, tuple(names), steps) for (sql, steps), names in seen.items()]


def _statements(archive: Archive, asks: Sequence[Ask]) -> list[tuple[str, Any]]:
    statements: list[tuple[str, Any]] = []

    def noted(execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
        statements.append((sql, params))
        return execute(sql, params, many, context)

    with connections[archive.reading].execute_wrapper(noted):
        for ask in asks:
            archive.search(ask)
    return [(sql, params) for sql, params in statements if sql.lstrip()[:6].upper() in ("SELECT", "WITH A", "WITH R")]


def _steps(alias: str, sql: str, params: Any) -> tuple[str, ...]:
    with connections[alias].cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        return tuple(row[3] for row in cursor.fetchall())


def _plain(sql: str) -> str:
    """On one line, lists of parameters and of equal conditions alike however long."""
    return _CONDITIONS_RE.sub(r"\1 …", _NUMBERS_RE.sub("IN (…)", " ".join(sql.split())))
