"""Statements that the ORM writes once: for twenty rows it takes longer to write one than the database to answer it."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from django.db import connections
from django.db.models import QuerySet


def prepared(asked: Callable[[Sequence], QuerySet]) -> Callable[[Sequence, str], list[list]]:
    """Makes of a function that gives the values_list for some ids one that gives its rows in a database (an alias).

    The ids must be the only parameters of the statement, which is written anew for each number of them alone.
    """

    @lru_cache(maxsize=256)
    def written(count: int, using: str, _vendor: str) -> tuple[str, list]:
        return _written(asked(range(count)), using)

    def rows(ids: Sequence, using: str) -> list[list]:
        return _rows(*written(len(ids), using, connections[using].vendor), ids, using) if ids else []

    return rows


def fixed(asked: Callable[[], QuerySet]) -> Callable[[str], list[list]]:
    """The same for a values_list without parameters."""
    written = lru_cache(maxsize=8)(lambda using, _vendor: _written(asked(), using))
    return lambda using: _rows(*written(using, connections[using].vendor), (), using)


def _written(asked: QuerySet, using: str) -> tuple[str, list]:
    """The statement, and by place what makes Python's values of the database's."""
    compiler = asked.query.get_compiler(using)
    sql, _ = compiler.as_sql()
    columns = (column for column, *_ in compiler.select)
    return sql, list(compiler.get_converters(columns).items())


def _rows(sql: str, converters: Iterable, parameters: Iterable, using: str) -> list[list]:
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(sql, tuple(parameters))
        found = [list(row) for row in cursor.fetchall()]
    for place, (steps, expression) in converters:
        for row in found:
            for step in steps:
                row[place] = step(row[place], expression, connection)
    return found
