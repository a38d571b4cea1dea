"""Statements that the ORM writes once: for twenty rows it takes longer to write one than the database to answer it."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from django.db import connections
from django.db.models import QuerySet

Asked = Callable[[Sequence[int]], QuerySet]


def prepared(asked: Asked) -> Callable[[Sequence[int], str], list[list]]:
    """Makes of a function that gives the values_list for some ids one that gives its rows in a database (an alias).

    The ids must be the only parameters of the statement, which is written anew for each number of them alone.
    """

    @lru_cache(maxsize=256)
    def written(count: int, using: str) -> tuple[str, list]:
        compiler = asked(range(count)).query.get_compiler(using)
        sql, _ = compiler.as_sql()
        return sql, list(compiler.get_converters(column for column, *_ in compiler.select).items())

    def rows(ids: Sequence[int], using: str) -> list[list]:
        if not ids:
            return []
        sql, converters = written(len(ids), using)
        connection = connections[using]
        with connection.cursor() as cursor:
            cursor.execute(sql, tuple(ids))
            found = [list(row) for row in cursor.fetchall()]
        for place, (steps, expression) in converters:
            for row in found:
                for step in steps:
                    row[place] = step(row[place], expression, connection)
        return found

    return rows
