"""One loader at a time: a lock on a file, which the system lets go when the process dies, however it dies."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

# Any constant: every writer of the archive takes the same advisory lock of PostgreSQL.
ADVISORY_LOCK = 0x6261_6F7A


class Busy(Exception):
    """Another loader holds the lock."""

    def __str__(self) -> str:
        return "另一个装载正在进行，本次没有做任何事；等它结束后再试"


@contextmanager
def load_lock() -> Iterator[None]:
    """Holds the lock of the loader for the block; raises Busy at once when it is taken."""
    folder = Path(settings.ARCHIVE_DATA)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "load.lock", "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy from error
        yield


@contextmanager
def one_writer() -> Iterator[None]:
    """A transaction that no other writer of the archive can run beside (SQLite: IMMEDIATE; PostgreSQL: a lock)."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
        yield
