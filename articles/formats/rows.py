"""What a PDF shows, character by character, as printed lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

# In ems (widths of a full character): how far apart what stands on one line may be, and what is a blank.
APART, OVERLAP, BLANK, LEVEL = 2.0, 1.0, 0.15, 0.4
# Sizes that may stand on one line.
SMALLER, LARGER = 0.55, 1.8
SPREAD_RE = re.compile(r"(?<=\S) (?=\S)")
WIDE = "WFA"


class Shown(NamedTuple):
    """A stretch of text as a page shows it: its left end, its base line (upwards), its size."""

    x: float
    y: float
    size: float
    text: str


@dataclass(slots=True)
class Row:
    """One printed line: where it begins and ends, its base line and size."""

    x: float
    end: float
    y: float
    size: float
    pieces: list[tuple[float, bool, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The line with blanks where it has gaps; a line that is spread out to fill its column is closed up."""
        gaps = [gap for gap, _, _ in self.pieces[1:]]
        usual = median(gaps) if len(gaps) > 2 else 0.0
        parts = [
            (" " if number and blank and gap - usual > BLANK * self.size else "") + text
            for number, (gap, blank, text) in enumerate(self.pieces)
        ]
        return close_up("".join(parts))

    def add(self, shown: Shown, blank: bool) -> None:
        """Put on what stands to the right."""
        self.pieces.append((shown.x - self.end, blank, shown.text.strip()))
        self.end = max(self.end, shown.x + width(shown.text.strip()) * shown.size)


def rows_of(shown: Iterable[Shown]) -> list[Row]:
    """The printed lines of a page, in the order of its content."""
    rows: list[Row] = []
    seen: set[tuple[str, int, int]] = set()
    blank = False
    for piece in _single_lines(shown):
        key = (piece.text.strip(), round(piece.x), round(piece.y))
        if not key[0]:
            blank = True
        elif key not in seen:  # what is printed twice is printed bold
            seen.add(key)
            _place(rows, _indented(piece), blank or piece.text[0].isspace())
            blank = piece.text[-1].isspace()
    return rows


def _single_lines(shown: Iterable[Shown]) -> Iterator[Shown]:
    for piece in shown:
        for number, line in enumerate(piece.text.strip("\n").split("\n")):
            yield piece._replace(y=piece.y - 1.5 * number * piece.size, text=line)


def _indented(piece: Shown) -> Shown:
    """The piece without its leading full-width blanks, moved right by them."""
    text = piece.text.lstrip(" ")
    body = text.lstrip()
    return piece._replace(x=piece.x + width(text[: len(text) - len(body)]) * piece.size, text=body)


def _place(rows: list[Row], piece: Shown, blank: bool) -> None:
    row = rows[-1] if rows else None
    if row is None or not _continues(row, piece):
        row = Row(piece.x, piece.x, piece.y, piece.size)
        rows.append(row)
    row.add(piece, blank)


def _continues(row: Row, piece: Shown) -> bool:
    em = max(row.size, piece.size)
    return (
        abs(row.y - piece.y) <= LEVEL * em
        and -OVERLAP * em <= piece.x - row.end <= APART * em
        and SMALLER <= piece.size / row.size <= LARGER
    )


def width(text: str) -> float:
    """The width of a text in ems."""
    return sum(1.0 if unicodedata.east_asian_width(char) in WIDE else 0.5 for char in text)


def close_up(line: str) -> str:
    """A line without the blanks that only spread it: `本 报 讯 （ 记 者` gives `本报讯（记者`."""
    signs = len(line.split())
    if len(line) >= 7 and signs >= 4 and signs >= 0.7 * len("".join(line.split())):
        return re.sub(r"\s{2,}", " ", SPREAD_RE.sub("", line))
    return line
