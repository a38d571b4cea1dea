"""The archive as one SQLite file: tables with keys and indexes, the same bytes for the same rows."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from articles.bag.rows import Row
from articles.bag.tables import TABLES, Table

KINDS = {"text": "TEXT", "integer": "INTEGER", "number": "REAL"}
PRAGMAS = ("page_size=4096", "encoding='UTF-8'", "journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE")
# Where the header of the file names the SQLite that wrote it last (sqlite.org/fileformat.html, 1.3): told as this one.
VERSION_PLACE, VERSION = 96, 3_040_000


class Database:
    """An SQLite file being written; leaving it makes the indexes and ends it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> "Database":
        self.connection = sqlite3.connect(self.path, isolation_level=None)
        for pragma in PRAGMAS:
            self.connection.execute(f"PRAGMA {pragma}")
        self.connection.execute("BEGIN")
        for table in TABLES:
            self.connection.execute(_table(table))
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._finish()
        self.connection.close()
        if kind is None:
            with self.path.open("r+b") as file:
                file.seek(VERSION_PLACE)
                file.write(VERSION.to_bytes(4, "big"))

    def put(self, rows: Iterable[Row]) -> None:
        for table, values in rows:
            self.connection.execute(f"INSERT INTO {table.name} VALUES ({','.join('?' * len(values))})", values)

    def _finish(self) -> None:
        for table in TABLES:
            for columns in table.indexes:
                name = f"{table.name}_by_{'_'.join(columns)}"
                self.connection.execute(f"CREATE INDEX {name} ON {table.name} ({_quoted(columns)})")
        self.connection.execute("COMMIT")


def _table(table: Table) -> str:
    columns = [f'"{name}" {KINDS[kind]}' for name, kind, *_ in table.columns]
    foreign = [
        f'FOREIGN KEY ("{column.name}") REFERENCES {column.refers} ("key")' for column in table.columns if column.refers
    ]
    return f"CREATE TABLE {table.name} ({', '.join([*columns, f'PRIMARY KEY ({_quoted(table.key)})', *foreign])})"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
