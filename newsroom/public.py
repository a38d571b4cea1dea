"""The public site reads from the `public` database, writes nowhere, and no query of it runs long.

Middleware opens `public_site()` around each public request; the router below and the time limit act inside it.
Commands and the admin run outside it and use `default`.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from newsroom.databases import file_uri

serving: ContextVar[bool] = ContextVar("serving", default=False)


class PublicSiteWrites(RuntimeError):
    """A public view tried to write: a mistake in the view."""


class Router:
    def db_for_read(self, model, **hints) -> str | None:
        return "public" if serving.get() else None

    def db_for_write(self, model, **hints) -> str | None:
        if serving.get():
            raise PublicSiteWrites(f"a public page tried to write {model._meta.label}")
        return None

    def allow_relation(self, one, other, **hints) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints) -> bool | None:
        return False if db == "public" else None


@contextmanager
def public_site() -> Iterator[None]:
    token = serving.set(True)
    connection = connections["public"]
    follow_file(connection)
    try:
        with connection.execute_wrapper(limit_time):
            yield
    finally:
        serving.reset(token)
        if connection.vendor == "sqlite" and connection.connection is not None:
            connection.connection.set_progress_handler(None, 0)


def hold_tables(connection: BaseDatabaseWrapper) -> None:
    """Before the snapshot of a page is taken, which this statement does not do: until the page is read, a restore on
    PostgreSQL waits to put other tables in the place of those, of which the snapshot would see no row.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE articles_load IN ACCESS SHARE MODE")


def follow_file(connection: BaseDatabaseWrapper) -> None:
    """Opens a file that was put in the place of the one being read; an open connection would go on with the old."""
    if connection.settings_dict["NAME"] != file_uri(settings.ARCHIVE_FILE, "ro"):
        return
    try:
        present = settings.ARCHIVE_FILE.stat().st_ino
    except OSError:
        present = 0
    if present != getattr(connection, "file_read", present):
        connection.close()
    connection.file_read = present


def limit_time(execute: Callable, sql: str, params, many: bool, context: dict):
    """SQLite has no time limit of its own: interrupt a statement that runs too long (PostgreSQL: statement_timeout)."""
    connection = context["connection"]
    if connection.vendor == "sqlite":
        end = time.monotonic() + settings.QUERY_SECONDS
        connection.connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
    return execute(sql, params, many, context)


def public_chunks(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """A streamed answer is produced after the view has returned: each chunk of it is read as the public site too."""
    iterator = iter(chunks)
    while True:
        with public_site():
            chunk = next(iterator, None)
        if chunk is None:
            return
        yield chunk
