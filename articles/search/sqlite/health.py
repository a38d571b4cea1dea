"""Whether the SQLite index is whole and in step, and how long a search may take."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, OperationalError, connections

from articles.search.documents import QueryTimeout
from articles.search.sqlite.hits import quoted
from articles.search.sqlite.tables import NAMES, versions
from articles.search.tokens import Row, grams, ranking_words

_SAMPLE = 20
_STEPS = 1_000  # of SQLite's machine between two looks at the clock
_WHAT = {"folding": "归一规则", "dictionary": "词典"}


def count(using: str = "default") -> int:
    """How many articles are in the index."""
    with connections[using].cursor() as cursor:
        return _one(cursor, "SELECT count(*) FROM search_words_docsize")


def check(using: str = "default") -> list[str]:
    """What is wrong with the index, in words for the operator; empty if it is sound. Only reads, in milliseconds."""
    try:
        with connections[using].cursor() as cursor:
            missing = _missing(cursor)
            return [f"检索索引缺表：{'、'.join(missing)}。"] if missing else [*_out_of_step(cursor), *_holes(cursor)]
    except DatabaseError as error:
        return [f"检索索引读不了：{error}。"]


@contextmanager
def time_limit(using: str, seconds: float) -> Iterator[None]:
    """Stop any statement of this connection that runs when `seconds` have passed; raises QueryTimeout.

    The clock is set again before each statement, so that a limit a statement set from outside does not replace this.
    """
    connection = connections[using]
    end = time.monotonic() + seconds

    def watched(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        connection.connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        return execute(sql, params, many, context)

    try:
        with connection.execute_wrapper(watched):
            yield
    except OperationalError as error:
        if "interrupted" in str(error) and time.monotonic() > end:
            raise QueryTimeout("检索超时。") from error
        raise
    finally:
        if connection.connection is not None:
            connection.connection.set_progress_handler(None, _STEPS)


def _missing(cursor: Any) -> list[str]:
    cursor.execute("SELECT name FROM sqlite_master")
    return sorted(set(NAMES) - {name for (name,) in cursor.fetchall()})


def _out_of_step(cursor: Any) -> list[str]:
    cursor.execute("SELECT name, value FROM search_meta")
    built = dict(cursor.fetchall())
    return [
        f"检索索引的{_WHAT[name]}是 {built.get(name, '未知')}，程序的是 {now}：请运行 rebuild_index。"
        for name, now in versions().items()
        if built.get(name) != now
    ]


def _holes(cursor: Any) -> list[str]:
    """A sample of rows, the newest and some from everywhere, must be found by their own tokens."""
    cursor.execute("SELECT min(number), max(number) FROM search_text")
    first, last = cursor.fetchone()
    if first is None:
        words = _one(cursor, "SELECT count(*) FROM search_words_docsize")
        return ["检索索引有词而无文：请运行 rebuild_index。"] if words else []
    step = max((last - first) // _SAMPLE, 1)
    sample = {number: None for at in range(last, first - 1, -step) for number in _at_or_before(cursor, at)}
    lost = [number for number in list(sample)[: _SAMPLE + 1] if not _is_found(cursor, number)]
    return [f"检索索引与文不合（序号 {lost[0]} 等 {len(lost)} 篇）：请运行 rebuild_index。"] if lost else []


def _at_or_before(cursor: Any, number: int) -> list[int]:
    cursor.execute("SELECT max(number) FROM search_text WHERE number <= %s", [number])
    return [found for (found,) in cursor.fetchall() if found is not None]


def _is_found(cursor: Any, number: int) -> bool:
    cursor.execute("SELECT number, headline, body, signs FROM search_text WHERE number = %s", [number])
    row = Row(*cursor.fetchone())
    streams = {"search_grams": sorted(grams(row)), "search_words": ranking_words(row.headline + " " + row.body)}
    return all(_holds(cursor, stream, number, tokens[:_SAMPLE]) for stream, tokens in streams.items() if tokens)


def _holds(cursor: Any, stream: str, number: int, tokens: list[str]) -> bool:
    every = " AND ".join(map(quoted, tokens))
    sql = f"SELECT count(*) FROM {stream} WHERE {stream} MATCH %s AND rowid = %s"
    return bool(_one(cursor, sql, every, number))


def _one(cursor: Any, sql: str, *params: Any) -> int:
    cursor.execute(sql, params)
    return int(cursor.fetchone()[0])
