"""The index in SQLite: FTS5 tables beside the articles, in the same file and the same transactions."""

from articles.search.sqlite.health import check, count
from articles.search.sqlite.index import drop, put, rebuild
from articles.search.sqlite.results import find
from articles.search.sqlite.tables import create_tables, drop_tables
from articles.search.sqlite.vocabulary import meant, near, values

__all__ = [
    "check", "count", "create_tables", "drop", "drop_tables", "find", "meant", "near", "put", "rebuild", "values",
]  # fmt: skip
