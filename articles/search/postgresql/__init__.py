"""The index in PostgreSQL: plain tables and a GIN index beside the articles, in the same transactions."""

from articles.search.postgresql.asking import (
    LISTED,
    MATCHED,
    absent,
    all_of,
    among,
    any_of,
    by_day,
    counted,
    matched,
    page,
    stands,
)
from articles.search.postgresql.storing import DROPS, TABLES, empty, leads_to, missing, put_in, settle, strays, take_out

__all__ = [
    "DROPS", "LISTED", "MATCHED", "TABLES", "absent", "all_of", "among", "any_of", "by_day", "counted", "empty",
    "leads_to", "matched", "missing", "page", "put_in", "settle", "stands", "strays", "take_out",
]  # fmt: skip
