"""One loader at a time: a lock that is let go when the process dies, however it dies.

SQLite: a lock on a file beside the database. PostgreSQL, which several machines may share: a lock of the session.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.db import Error, connection, transaction

# Any two constants: every writer of the archive takes the one advisory lock of PostgreSQL, every loader the other.
ADVISORY_LOCK, LOADER_LOCK = 0x6261_6F7A, 0x6261_6F7B


class Busy(Exception):
    """Another loader holds the lock."""

    def __str__(self) -> str:
        return "另一个装载正在进行，本次没有做任何事；等它结束后再试"


@contextmanager
def load_lock() -> Iterator[None]:
    """Holds the lock of the loader for the block; raises Busy at once when it is taken."""
    with _session_lock() if connection.vendor == "postgresql" else _file_lock():
        yield


@contextmanager
def _session_lock() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOADER_LOCK])
        if not cursor.fetchone()[0]:
            raise Busy
    try:
        yield
    finally:
        _unlock()


def _unlock() -> None:
    """A connection that broke has let the lock go with it."""
    with suppress(Error), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s)", [LOADER_LOCK])


@contextmanager
def _file_lock() -> Iterator[None]:
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
