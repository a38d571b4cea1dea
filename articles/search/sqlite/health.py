"""Whether the SQLite index is whole and in step."""

from typing import Any

from django.db import DatabaseError, connections

from articles.search.sqlite.hits import quoted
from articles.search.sqlite.index import stored
from articles.search.sqlite.tables import NAMES, versions
from articles.search.tokens import tokens

_SAMPLE = 20
_STRIDE = 20  # of an article's tokens so many are passed over
_WHAT = {"folding": "归一规则", "dictionary": "词典", "tokens": "取词规则"}


def count(using: str = "default") -> int:
    """How many articles are in the index."""
    with connections[using].cursor() as cursor:
        return _one(cursor, "SELECT count(*) FROM search_fields")


def check(using: str = "default") -> list[str]:
    """What is wrong with the index, in words for the operator; empty if it is sound. Only reads, in milliseconds."""
    try:
        with connections[using].cursor() as cursor:
            missing = _missing(cursor)
            return [f"检索索引缺表：{'、'.join(missing)}。"] if missing else [*_out_of_step(cursor), *_holes(cursor)]
    except DatabaseError as error:
        return [f"检索索引读不了：{error}。"]


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
    (first, last), ends = (_ends(cursor, table) for table in ("search_text", "search_fields"))
    if (first, last) != ends:
        return ["检索索引的文与栏位不是同样的文章：请运行 rebuild_index。"]
    if first is None:
        words = _one(cursor, "SELECT count(*) FROM search_index_idx WHERE segid > 0")
        return ["检索索引有词而无文：请运行 rebuild_index。"] if words else []
    step = max((last - first) // _SAMPLE, 1)
    sample = {number: None for at in range(last, first - 1, -step) for number in _at_or_before(cursor, at)}
    lost = [number for number in list(sample)[: _SAMPLE + 1] if not _is_found(cursor, number)]
    return [f"检索索引与文不合（序号 {lost[0]} 等 {len(lost)} 篇）：请运行 rebuild_index。"] if lost else []


def _at_or_before(cursor: Any, number: int) -> list[int]:
    cursor.execute("SELECT max(number) FROM search_text WHERE number <= %s", [number])
    return [found for (found,) in cursor.fetchall() if found is not None]


def _ends(cursor: Any, table: str) -> tuple[int | None, int | None]:
    """The lowest and the highest number of a table, each looked up by itself: together they would read it all."""
    lowest, highest = (f"(SELECT {end}(number) FROM {table})" for end in ("min", "max"))
    cursor.execute(f"SELECT {lowest}, {highest}")
    return tuple(cursor.fetchone())


def _is_found(cursor: Any, number: int) -> bool:
    """Whether the article is whole in the tables, and some of its tokens lead to it."""
    rows = stored(cursor, [number])
    every = " AND ".join(quoted(token) for row in rows for token in sorted(tokens(row))[::_STRIDE])
    sql = "SELECT count(*) FROM search_index WHERE search_index MATCH %s AND rowid = %s"
    return bool(rows) and (not every or bool(_one(cursor, sql, every, number)))


def _one(cursor: Any, sql: str, *params: Any) -> int:
    cursor.execute(sql, params)
    return int(cursor.fetchone()[0])
