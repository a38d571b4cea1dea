"""Writing the SQLite index: documents in and out, inside the caller's transaction."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.db import connections, transaction

from articles.search.documents import Document, OutOfStep
from articles.search.sqlite.tables import STREAMS, versions
from articles.search.tokens import Row, grams, ranking_words, row_of, title_grams

_BATCH = 500
_BULK_HASH, _USUAL_HASH = 32 << 20, 1 << 20  # bytes FTS5 gathers before it writes a segment
_T = TypeVar("_T")


def put(documents: Iterable[Document], using: str = "default") -> int:
    """Index the documents, replacing those of the same number; returns how many.

    Raises OutOfStep if the index was built with another folding or dictionary.
    """
    with connections[using].cursor() as cursor:
        _require_in_step(cursor)
        with transaction.atomic(using, savepoint=False):
            return _put(cursor, documents)


def drop(numbers: Iterable[int], using: str = "default") -> int:
    """Take the articles of these numbers out of the index; returns how many were in it. Raises OutOfStep."""
    with connections[using].cursor() as cursor:
        _require_in_step(cursor)
        with transaction.atomic(using, savepoint=False):
            return sum(_take_out(cursor, batch) for batch in _batches(numbers))


def rebuild(documents: Iterable[Document], using: str = "default") -> int:
    """Empty the index and fill it with these documents, whatever it was built with before; returns how many."""
    with transaction.atomic(using, savepoint=False), connections[using].cursor() as cursor:
        cursor.execute("DELETE FROM search_text")
        for stream in STREAMS:
            cursor.execute(f"INSERT INTO {stream} ({stream}) VALUES ('delete-all')")
            cursor.execute(f"INSERT INTO {stream} ({stream}, rank) VALUES ('hashsize', %s)", [_BULK_HASH])
        cursor.executemany("REPLACE INTO search_meta (name, value) VALUES (%s, %s)", list(versions().items()))
        count = _put(cursor, documents)
        for stream in STREAMS:
            cursor.execute(f"INSERT INTO {stream} ({stream}, rank) VALUES ('hashsize', %s)", [_USUAL_HASH])
            cursor.execute(f"INSERT INTO {stream} ({stream}) VALUES ('optimize')")
        return count


def _put(cursor: Any, documents: Iterable[Document]) -> int:
    count = 0
    for batch in _batches(documents):
        rows = {document.number: row_of(document) for document in batch}
        _take_out(cursor, rows)
        _put_in(cursor, list(rows.values()))
        count += len(rows)
    return count


def _put_in(cursor: Any, rows: list[Row]) -> None:
    cursor.executemany(
        "INSERT INTO search_text (number, headline, body, signs) VALUES (%s, %s, %s, %s)",
        [(row.number, row.headline, row.body, row.signs) for row in rows],
    )
    cursor.executemany("INSERT INTO search_words (rowid, headline, body) VALUES (%s, %s, %s)", map(_words, rows))
    cursor.executemany("INSERT INTO search_grams (rowid, tokens) VALUES (%s, %s)", map(_grams, rows))
    cursor.executemany("INSERT INTO search_titles (rowid, tokens) VALUES (%s, %s)", map(_title_grams, rows))


def _take_out(cursor: Any, numbers: Iterable[int]) -> int:
    """A contentless table forgets a row only when told its tokens: they are computed again from the row as stored."""
    kept = "SELECT number, headline, body, signs FROM search_text WHERE number IN (SELECT value FROM json_each(%s))"
    cursor.execute(kept, [json.dumps(list(numbers))])
    rows = [Row(*values) for values in cursor.fetchall()]
    words = "INSERT INTO search_words (search_words, rowid, headline, body) VALUES ('delete', %s, %s, %s)"
    cursor.executemany(words, map(_words, rows))
    for stream, tokens in (("search_grams", _grams), ("search_titles", _title_grams)):
        taken = f"INSERT INTO {stream} ({stream}, rowid, tokens) VALUES ('delete', %s, %s)"
        cursor.executemany(taken, map(tokens, rows))
    cursor.executemany("DELETE FROM search_text WHERE number = %s", [(row.number,) for row in rows])
    return len(rows)


def _words(row: Row) -> tuple[int, str, str]:
    return row.number, " ".join(ranking_words(row.headline)), " ".join(ranking_words(row.body))


def _grams(row: Row) -> tuple[int, str]:
    return row.number, " ".join(grams(row))


def _title_grams(row: Row) -> tuple[int, str]:
    return row.number, " ".join(title_grams(row))


def _require_in_step(cursor: Any) -> None:
    cursor.execute("SELECT name, value FROM search_meta")
    if dict(cursor.fetchall()) != versions():
        raise OutOfStep("检索索引是用别的归一规则或词典建的：请先运行 rebuild_index。")


def _batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    remaining = iter(items)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
