"""When a load is told as done: what it wrote is on the disk, and nothing of it is left for readers to tidy up."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection
from django.db.backends.utils import CursorWrapper

from articles import search

logger = logging.getLogger(__name__)


@contextmanager
def safely_on_disk() -> Iterator[None]:
    """A load is on the disk when it is told as done, and leaves nothing for its readers to tidy up.

    SQLite: no long write-ahead log; PostgreSQL: nothing in the index that is only noted.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        yield from _synchronously()
    else:
        yield
        search.settle()


def _synchronously() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=FULL")
        try:
            yield
            _sweep(cursor)
        finally:
            cursor.execute("PRAGMA synchronous=NORMAL")


def _sweep(cursor: CursorWrapper) -> None:
    """What is committed is safe; that it could not be swept together (a full disk) is told and no failure."""
    try:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA optimize")
    except DatabaseError as error:
        logger.warning("装载已完成；整理数据库时出错：%s", error)
