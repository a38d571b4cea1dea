"""The door of the search: an index that can always be built again from the articles, one engine a kind of database.

Words rank and grams find (see tokens): whatever characters stand in an article find it, and jieba's words order the
results. `using` is a database alias; its vendor chooses the engine. Writing happens inside the caller's transaction.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from articles.search import health, hits, index, overtime, results, vocabulary
from articles.search.documents import Document, Facets, Found, OutOfStep
from articles.search.fields import Filter, Value
from articles.search.overtime import Months
from articles.search.query import parse
from articles.search.results import Order
from articles.search.structure import Query

__all__ = [
    "Document", "Facets", "Filter", "Found", "Months", "Order", "OutOfStep", "Query", "Value",
    "check", "count", "create_tables", "drop", "drop_tables", "find", "meant", "months", "near", "parse", "perhaps",
    "put", "rebuild", "refit", "settle", "stale", "values",
]  # fmt: skip


def put(documents: Iterable[Document], using: str = "default") -> int:
    """Index the documents, replacing those of the same number; returns how many. Raises OutOfStep."""
    return index.put(documents, using)


def drop(numbers: Iterable[int], using: str = "default") -> int:
    """Take articles out of the index by number; returns how many were in it. Raises OutOfStep."""
    return index.drop(numbers, using)


def stale(fields: Mapping[int, Iterable[tuple[str, str]]], using: str = "default") -> set[int]:
    """Those of the articles (by number) whose fields in the index are not these."""
    return index.stale(fields, using)


def rebuild(documents: Iterable[Document], using: str = "default") -> int:
    """Empty the index and fill it with these documents; returns how many."""
    return index.rebuild(documents, using)


def settle(using: str = "default") -> None:
    """After much was written: puts in order what the database would leave to its readers."""
    index.settle(using)


def count(using: str = "default") -> int:
    """How many articles are in the index."""
    return health.count(using)


def check(using: str = "default") -> list[str]:
    """What is wrong with the index, in Chinese for the operator; empty if it is sound and in step."""
    return health.check(using)


def find(query: Query, *, using: str = "public", **options: Any) -> Found:
    """One page of results; options: scope, order, offset, limit, facets (see results.find)."""
    return results.find(query, using=using, **options)


def months(query: Query, using: str = "public") -> Months:
    """How many articles of each month satisfy the query, however many they are (see overtime.months)."""
    return overtime.months(query, using)


def values(field: str | Sequence[str], typed: str, using: str = "public", limit: int = 10) -> list[Value]:
    """The people, columns … that the typed text names, begins or stands in, by name, pinyin or initials; best first."""
    return vocabulary.values(field, typed, using, limit)


def meant(field: str, value: str, using: str = "public") -> tuple[str, ...]:
    """The values that a filter's value means; empty if none."""
    return vocabulary.meant(field, value, using)


def near(field: str, name: str, using: str = "public", limit: int = 10) -> list[Value]:
    """Values of the same sound, or written with one character more, less or another."""
    return vocabulary.near(field, name, using, limit)


def perhaps(words: Sequence[str], using: str = "public") -> list[str]:
    """Those of many words that may be found; the others are in no article."""
    return hits.perhaps(words, using)


def create_tables(schema_editor: Any) -> None:
    """Make the index's tables; a migration calls it, with drop_tables as its reverse."""
    index.create_tables(schema_editor)


def drop_tables(schema_editor: Any) -> None:
    """Remove the index's tables."""
    index.drop_tables(schema_editor)


def refit(schema_editor: Any) -> None:
    """Make the index's tables, if they are older than the code of fields, ready to be filled anew; for a migration."""
    index.refit(schema_editor)
