"""Writing the index: its tables, documents in and out, inside the caller's transaction."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any

from django.db import connections, transaction

from articles.batches import batches
from articles.search import tally
from articles.search.documents import Document, OutOfStep
from articles.search.engines import engine_of, store_of
from articles.search.rows import Fields, read_fields
from articles.search.tokens import row_of
from articles.search.versions import versions

_BATCH = 500


def create_tables(schema_editor: Any) -> None:
    """Make the index's tables, empty, in place of any former ones; for a migration."""
    drop_tables(schema_editor)
    for statement in store_of(schema_editor.connection.alias).TABLES:
        schema_editor.execute(statement)
    for name, value in versions().items():
        schema_editor.execute("INSERT INTO search_meta (name, value) VALUES (%s, %s)", [name, value])


def drop_tables(schema_editor: Any) -> None:
    """Undo create_tables."""
    for statement in store_of(schema_editor.connection.alias).DROPS:
        schema_editor.execute(statement)


def refit(schema_editor: Any) -> None:
    """Make ready the tables of an index that was built before fields had a code; it is out of step, and made anew."""
    alias = schema_editor.connection.alias
    with connections[alias].cursor() as cursor:
        store_of(alias).refit(cursor)


def put(documents: Iterable[Document], using: str = "default") -> int:
    """Index the documents, replacing those of the same number; returns how many.

    Raises OutOfStep if the index was built with another folding or dictionary.
    """
    with connections[using].cursor() as cursor:
        _require_in_step(cursor)
        with transaction.atomic(using, savepoint=False):
            return _put(cursor, documents, store_of(using))


def drop(numbers: Iterable[int], using: str = "default") -> int:
    """Take the articles of these numbers out of the index; returns how many were in it. Raises OutOfStep."""
    with connections[using].cursor() as cursor:
        _require_in_step(cursor)
        with transaction.atomic(using, savepoint=False):
            return sum(_take_out(cursor, batch, store_of(using)) for batch in batches(numbers, _BATCH))


def stale(fields: Mapping[int, Iterable[tuple[str, str]]], using: str = "default") -> set[int]:
    """Those of the articles (by number) whose fields in the index are not these."""
    kept: dict[int, Fields] = {}
    with connections[using].cursor() as cursor:
        for numbers in batches(fields, _BATCH):
            listed = engine_of(using).among("number", numbers)
            cursor.execute(f"SELECT number, fields FROM search_fields WHERE {listed.sql}", listed.params)
            kept |= {number: read_fields(text) for number, text in cursor.fetchall()}
    wanted = {number: row_of(Document(number, fields=tuple(pairs))).fields for number, pairs in fields.items()}
    return {number for number, pairs in wanted.items() if kept.get(number) != pairs}


def rebuild(documents: Iterable[Document], using: str = "default") -> int:
    """Empty the index and fill it with these documents, whatever it was built with before; returns how many."""
    store = store_of(using)
    with transaction.atomic(using, savepoint=False), connections[using].cursor() as cursor:
        store.empty(cursor)
        tally.clear(cursor)
        cursor.execute("DELETE FROM search_meta")
        cursor.executemany("INSERT INTO search_meta (name, value) VALUES (%s, %s)", list(versions().items()))
        count = _put(cursor, documents, store)
        store.settle(cursor)
        return count


def settle(using: str = "default") -> None:
    """What a database leaves undone while much is written, done at once rather than in a reader's time."""
    with connections[using].cursor() as cursor:
        store_of(using).settle(cursor)


def _put(cursor: Any, documents: Iterable[Document], store: ModuleType) -> int:
    count = 0
    for batch in batches(documents, _BATCH):
        rows = {document.number: row_of(document) for document in batch}
        _take_out(cursor, list(rows), store)
        store.put_in(cursor, sorted(rows.values(), key=lambda row: row.number))  # rising: it fills a table's pages
        _count_fields(cursor, (row.fields for row in rows.values()), 1)
        count += len(rows)
    return count


def _take_out(cursor: Any, numbers: Sequence[int], store: ModuleType) -> int:
    taken: list[Fields] = store.take_out(cursor, numbers)
    _count_fields(cursor, taken, -1)
    return len(taken)


def _count_fields(cursor: Any, held: Iterable[Fields], sign: int) -> None:
    counts = Counter(pair for fields in held for pair in fields)
    tally.change(cursor, {pair: sign * count for pair, count in counts.items()})


def _require_in_step(cursor: Any) -> None:
    cursor.execute("SELECT name, value FROM search_meta")
    if dict(cursor.fetchall()) != versions():
        raise OutOfStep("检索索引是用别的归一规则或词典建的：请先运行 rebuild_index。")
