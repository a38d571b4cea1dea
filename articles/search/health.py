"""Whether the index is whole and in step."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from django.db import DatabaseError, connections, transaction

from articles.search.engines import store_of
from articles.search.versions import versions

_SAMPLE = 20
_STRIDE = 20  # of an article's tokens so many are passed over
_TABLES = ("search_text", "search_fields")
_WHAT = {"folding": "归一规则", "dictionary": "词典", "tokens": "取词规则"}


def count(using: str = "default") -> int:
    """How many articles are in the index."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM search_fields")
        return int(cursor.fetchone()[0])


def check(using: str = "default") -> list[str]:
    """What is wrong with the index, in words for the operator; empty if it is sound. Only reads, in milliseconds."""
    store = store_of(using)
    try:
        with _kept_from_harm(using), connections[using].cursor() as cursor:
            if missing := store.missing(cursor):
                return [f"检索索引缺表：{'、'.join(missing)}。"]
            return [*_out_of_step(cursor), *_holes(cursor, store)]
    except DatabaseError as error:
        return [f"检索索引读不了：{error}。"]


@contextmanager
def _kept_from_harm(using: str) -> Iterator[None]:
    """A statement that fails ends the caller's transaction in PostgreSQL, unless it stands in one of its own."""
    if not connections[using].in_atomic_block:
        yield
        return
    with transaction.atomic(using):
        yield


def _out_of_step(cursor: Any) -> list[str]:
    cursor.execute("SELECT name, value FROM search_meta")
    built = dict(cursor.fetchall())
    return [
        f"检索索引的{_WHAT[name]}是 {built.get(name, '未知')}，程序的是 {now}：请运行 rebuild_index。"
        for name, now in versions().items()
        if built.get(name) != now
    ]


def _holes(cursor: Any, store: ModuleType) -> list[str]:
    """A sample of rows, the newest and some from everywhere, must be found by their own tokens."""
    (first, last), ends = (_ends(cursor, table) for table in _TABLES)
    if (first, last) != ends:
        return ["检索索引的文与栏位不是同样的文章：请运行 rebuild_index。"]
    if first is None or last is None:
        return ["检索索引有词而无文：请运行 rebuild_index。"] if store.strays(cursor) else []
    step = max((last - first) // _SAMPLE, 1)
    sample = {number: None for at in range(last, first - 1, -step) for number in _at_or_before(cursor, at)}
    lost = [number for number in list(sample)[: _SAMPLE + 1] if not store.leads_to(cursor, number, _STRIDE)]
    return [f"检索索引与文不合（序号 {lost[0]} 等 {len(lost)} 篇）：请运行 rebuild_index。"] if lost else []


def _at_or_before(cursor: Any, number: int) -> list[int]:
    cursor.execute("SELECT max(number) FROM search_text WHERE number <= %s", [number])
    return [found for (found,) in cursor.fetchall() if found is not None]


def _ends(cursor: Any, table: str) -> tuple[int | None, int | None]:
    """The lowest and the highest number of a table, each looked up by itself: together they would read it all."""
    lowest, highest = (f"(SELECT {end}(number) FROM {table})" for end in ("min", "max"))
    cursor.execute(f"SELECT {lowest}, {highest}")
    return tuple(cursor.fetchone())
