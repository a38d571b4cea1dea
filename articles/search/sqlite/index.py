"""Writing the SQLite index: documents in and out, inside the caller's transaction."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.db import connections, transaction

from articles.search.coding import decode, encode
from articles.search.documents import Document, OutOfStep
from articles.search.sqlite import vocabulary
from articles.search.sqlite.tables import versions
from articles.search.tokens import Row, row_of, tokens

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
        for table in ("search_text", "search_fields"):
            cursor.execute(f"DELETE FROM {table}")
        vocabulary.clear(cursor)
        _tell(cursor, "'delete-all'")
        _tell(cursor, "'hashsize'", _BULK_HASH)
        cursor.executemany("REPLACE INTO search_meta (name, value) VALUES (%s, %s)", list(versions().items()))
        count = _put(cursor, documents)
        _tell(cursor, "'hashsize'", _USUAL_HASH)
        _tell(cursor, "'optimize'")
        return count


def stored(cursor: Any, numbers: Iterable[int]) -> list[Row]:
    """The rows of these numbers, as far as they are in the index."""
    cursor.execute(
        """SELECT number, headline, body, signs, fields FROM search_text JOIN search_fields USING (number)
        WHERE number IN (SELECT value FROM json_each(%s))""",
        [json.dumps(list(numbers))],
    )
    return [
        Row(number, decode(headline), decode(body), signs, read_fields(fields))
        for number, headline, body, signs, fields in cursor.fetchall()
    ]


def read_fields(text: str) -> tuple[tuple[str, str], ...]:
    """The fields of an article as they are stored: one a line, name and value parted by a tab."""
    return tuple((field, value) for line in text.split("\n") if line for field, _, value in [line.partition("\t")])


def _tell(cursor: Any, command: str, value: int | None = None) -> None:
    """A command to FTS5."""
    if value is None:
        cursor.execute(f"INSERT INTO search_index (search_index) VALUES ({command})")
    else:
        cursor.execute(f"INSERT INTO search_index (search_index, rank) VALUES ({command}, %s)", [value])


def _put(cursor: Any, documents: Iterable[Document]) -> int:
    count = 0
    for batch in _batches(documents):
        rows = {document.number: row_of(document) for document in batch}
        _take_out(cursor, rows)
        _put_in(cursor, sorted(rows.values(), key=lambda row: row.number))  # rising numbers fill the pages of a table
        count += len(rows)
    return count


def _put_in(cursor: Any, rows: list[Row]) -> None:
    cursor.executemany(
        "INSERT INTO search_text (number, headline, body, signs) VALUES (%s, %s, %s, %s)",
        [(row.number, encode(row.headline), encode(row.body), row.signs) for row in rows],
    )
    fields = [(row.number, "\n".join("\t".join(pair) for pair in row.fields)) for row in rows]
    cursor.executemany("INSERT INTO search_fields (number, fields) VALUES (%s, %s)", fields)
    cursor.executemany("INSERT INTO search_index (rowid, tokens) VALUES (%s, %s)", map(_tokens, rows))
    _count_fields(cursor, rows, 1)


def _take_out(cursor: Any, numbers: Iterable[int]) -> int:
    """A contentless table forgets a row only when told its tokens: they are computed again from the row as stored."""
    rows = stored(cursor, numbers)
    taken = "INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', %s, %s)"
    cursor.executemany(taken, map(_tokens, rows))
    for table in ("search_text", "search_fields"):
        cursor.executemany(f"DELETE FROM {table} WHERE number = %s", [(row.number,) for row in rows])
    _count_fields(cursor, rows, -1)
    return len(rows)


def _count_fields(cursor: Any, rows: Iterable[Row], sign: int) -> None:
    counts = Counter(pair for row in rows for pair in row.fields)
    vocabulary.change(cursor, {pair: sign * count for pair, count in counts.items()})


def _tokens(row: Row) -> tuple[int, str]:
    return row.number, " ".join(tokens(row))


def _require_in_step(cursor: Any) -> None:
    cursor.execute("SELECT name, value FROM search_meta")
    if dict(cursor.fetchall()) != versions():
        raise OutOfStep("检索索引是用别的归一规则或词典建的：请先运行 rebuild_index。")


def _batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    remaining = iter(items)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
