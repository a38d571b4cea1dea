"""Tables for spreadsheets: CSV that Excel opens as UTF-8, and of which no cell is taken for a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence

from articles.characters import legible

BOM = "\ufeff"  # by it Excel knows UTF-8
FORMULA = tuple("=+-@＝＋－＠\t\r\n")


class _Line:
    """What csv writes to: a line is handed on, not kept."""

    @staticmethod
    def write(line: str) -> str:
        return line


_WRITER = csv.writer(_Line())


def lines(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The lines of a table (RFC 4180), header first; None is an empty cell."""
    yield BOM + line(header)
    yield from map(line, rows)


def line(row: Sequence[object]) -> str:
    """One line of a table, its end included."""
    return _WRITER.writerow([inert(value) if isinstance(value, str) else value for value in row])


def inert(text: str) -> str:
    """The text, with ' before what a spreadsheet would take for a formula.

    >>> inert("=1+1"), inert("1+1")
    ("'=1+1", '1+1')
    """
    text = legible(text, "")
    return f"'{text}" if text.startswith(FORMULA) else text
