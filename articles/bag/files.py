"""The text files of a bag: CSV, a file a table, and JSON Lines."""

import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from articles.bag.rows import Row
from articles.bag.tables import TABLES
from articles.spreadsheet import BOM, line


class Tables(ExitStack):
    """A CSV file for each table, closed together."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.files = {table.name: self.enter_context(opened(folder / f"{table.name}.csv")) for table in TABLES}
        for table in TABLES:
            self.files[table.name].write(BOM + line(table.names))

    def put(self, rows: Iterable[Row]) -> None:
        for table, values in rows:
            self.files[table.name].write(line(values))


def opened(path: Path):
    """A text file to write, its line ends as given."""
    return path.open("w", encoding="utf-8", errors="replace", newline="")


def json_line(record: dict[str, Any]) -> str:
    """An object a line, its names sorted: a database may hand them over in any order."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n"
