"""Databases of this search outside the site: each gets connections of its own, in the site's settings."""

import atexit
import shutil
from contextlib import ExitStack
from pathlib import Path
from tempfile import gettempdir
from zlib import crc32

from django.conf import settings
from django.db import connections

from articles import search
from newsroom.databases import read_only
from tests.postgresql.server import serving

_SERVERS = ExitStack()
_RUNNING: set[Path] = set()
atexit.register(_SERVERS.close)


def writable(file: Path) -> str:
    """The alias of a database to write; a new file gets the index's tables."""
    fresh = not file.exists()
    alias = _alias("default", f"{file.resolve().as_uri()}?mode=rwc")
    if fresh:
        file.parent.mkdir(parents=True, exist_ok=True)
        with connections[alias].schema_editor() as editor:
            search.create_tables(editor)
    return alias


def readable(file: Path) -> str:
    """The alias of a database as public pages read it."""
    return _alias("public", f"{file.resolve().as_uri()}?mode=ro")


def close(file: Path) -> None:
    """Shut the file's connections, which writes its log back into it."""
    for mode in ("?mode=ro", "?mode=rwc"):
        if (alias := f"{file.resolve().as_uri()}{mode}") in connections.databases:
            connections[alias].close()


def server(folder: Path) -> Path:
    """The folder of the socket of a server that runs as long as this process: under /tmp, where its plain user may go.

    `folder` tells where its data are; a new one gets an empty server.
    """
    home, told = Path(gettempdir()) / f"archive-bench-{crc32(bytes(folder)):08x}", folder / "server"
    if home not in _RUNNING:
        if not told.exists():
            shutil.rmtree(home, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        told.write_text(f"{home}\n")
        _SERVERS.enter_context(serving(home))
        _RUNNING.add(home)
    return home


def on_server(socket: Path) -> tuple[str, str]:
    """The aliases, to write and as public pages read, of the database of the server that listens in the folder."""
    address = {"ENGINE": "django.db.backends.postgresql", "NAME": "postgres", "USER": "postgres", "HOST": str(socket)}
    writing, reading = f"{socket} default", f"{socket} public"
    for alias, options in ((writing, {}), (reading, read_only({}, settings.QUERY_SECONDS))):
        connections.databases.setdefault(alias, connections.databases["default"] | address | {"OPTIONS": options})
    with connections[writing].cursor() as cursor:
        fresh = "search_text" not in connections[writing].introspection.table_names(cursor)
    if fresh:
        with connections[writing].schema_editor() as editor:
            search.create_tables(editor)
    return writing, reading


def _alias(like: str, uri: str) -> str:
    connections.databases.setdefault(uri, connections.databases[like] | {"NAME": uri})
    return uri
