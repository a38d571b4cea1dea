"""Tables for spreadsheets: CSV that Excel opens as UTF-8, and of which no cell is taken for a formula."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

BOM = "\ufeff"  # by it Excel knows UTF-8
FORMULA = tuple("=+-@＝＋－＠\t\r\n")
# Controls but tab and line ends, lone surrogates, code points that are no characters: no table carries them.
UNSEEN_RE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


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
    text = UNSEEN_RE.sub("", text)
    return f"'{text}" if text.startswith(FORMULA) else text
