"""SQLite files of this search outside the site: each gets a connection of its own, in the site's settings."""

from pathlib import Path

from django.db import connections

from articles import search


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


def _alias(like: str, uri: str) -> str:
    connections.databases.setdefault(uri, connections.databases[like] | {"NAME": uri})
    return uri
