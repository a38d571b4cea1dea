"""Lines that the print set as a table: 奖牌榜, prices, schedules, told by blanks that part every line alike."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

ROWS = 3
CELL = 14  # characters: what is longer is prose
CELL_RE = re.compile(r"\S+")
MEASURE_RE = re.compile(r"[-－+]?\d[\d.,]*[^\d年月]{0,6}")  # 1.72元, 61%; not 2020年, 6月末价
UNCHANGED = {"持平", "—", "－", "-"}


class Cell(NamedTuple):
    """What stands in it, whether its column is one of figures, and its numbers (Quoted) with their places in it."""

    text: str
    is_figure: bool
    quoted: list[Any]


@dataclass
class Table:
    """Rows of equally many cells; the head, if there is one, names the columns.

    number: of its first paragraph; prefix: what their anchors begin with; quoted: line by line, the head's first, the
    numbers of each cell.
    """

    head: list[str]
    rows: list[list[str]]
    number: int = 0
    prefix: str = ""
    quoted: list[list[list[Any]]] = field(default_factory=list)

    @property
    def cells(self) -> list[str]:
        return [cell for row in [self.head, *self.rows] for cell in row]

    @property
    def lines(self) -> list[list[Cell]]:
        """The rows without the head."""
        return [self._line(row, self.quoted[bool(self.head) + place]) for place, row in enumerate(self.rows)]

    @property
    def numbered(self) -> list[tuple[int, list[Cell]]]:
        """The rows, each with the number of the paragraph that it is; 0 if that is not told."""
        first = self.number + bool(self.head)
        return [(self.number and first + place, line) for place, line in enumerate(self.lines)]

    @property
    def columns(self) -> list[Cell]:
        return self._line(self.head, self.quoted[0]) if self.head else []

    def _line(self, row: list[str], quoted: list[list[Any]]) -> list[Cell]:
        return list(map(Cell, row, self.figures, quoted))

    @cached_property
    def figures(self) -> list[bool]:
        """For each column whether figures stand in it, which are set flush right; the first names the rows."""
        return [place > 0 and all(map(_is_figure, column)) for place, column in enumerate(zip(*self.rows, strict=True))]


def blocks(paragraphs: Sequence[Any]) -> Iterator[Any]:
    """The paragraphs (each with text, notes, number and quoted), runs of them that are a table as one Table.

    A table has three lines or more, each parted into equally many short cells, figures in one column at least.
    """
    place = 0
    while place < len(paragraphs):
        run = _run(paragraphs[place:])
        table = _table([one.text.split() for one in run])
        if table:
            table.number, table.prefix = paragraphs[place].number, paragraphs[place].prefix
            table.quoted = list(map(_by_cell, run))
        yield table or paragraphs[place]
        place += len(run) if table else 1


def _by_cell(paragraph: Any) -> list[list[Any]]:
    """The numbers of a line, cell by cell; one that reaches over several is in none."""
    cells = [match.span() for match in CELL_RE.finditer(paragraph.text)]
    return [
        [_moved(one, -start) for one in paragraph.quoted if start <= one.start < one.end <= end] for start, end in cells
    ]


def _moved(quoted: Any, by: int) -> Any:
    return quoted._replace(start=quoted.start + by, end=quoted.end + by)


def _run(paragraphs: Sequence[Any]) -> list[Any]:
    """The paragraphs from the first on that have as many cells as it."""
    run = [one for one in paragraphs[:1] if _may_be_row(one)]
    for before, one in pairwise(paragraphs):
        if not (run and _may_be_row(one) and len(one.text.split()) == len(before.text.split())):
            break
        run.append(one)
    return run


def _may_be_row(paragraph: Any) -> bool:
    cells = paragraph.text.split()
    return len(cells) > 1 and not paragraph.notes and max(map(len, cells)) <= CELL


def _table(rows: list[list[str]]) -> Table | None:
    measured = [any(map(MEASURE_RE.fullmatch, row)) for row in rows]
    named = bool(rows) and not measured[0] and all(measured[1:])
    table = Table(rows[0] if named else [], rows[1:] if named else rows)
    return table if len(rows) >= ROWS and any(table.figures) else None


def _is_figure(cell: str) -> bool:
    return any(sign.isdigit() for sign in cell) or cell in UNCHANGED
