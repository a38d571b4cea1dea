"""The news grid: which article stands where, how wide, so that no row has a hole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

COLUMNS = (2, 3, 4)
LONG = 1000


@dataclass
class Cell:
    """An article on the grid: its prominence, and its width on a grid of 2, 3 and 4 columns."""

    article: Any
    size: str  # lead, wide, item or photo
    widths: dict[int, int] = field(default_factory=dict)
    tall: set[int] = field(default_factory=set)

    @property
    def lede(self) -> int:
        """How many characters of its text may stand below the headline."""
        widest = max(self.widths.values(), default=1)
        if self.size == "lead" or widest > 2:
            return 180
        return 120 if self.size == "wide" or widest > 1 else 80

    @property
    def classes(self) -> str:
        """What the stylesheet knows the cell by: its size, g3w2 for two of three columns, g3h2 for two rows."""
        wide = [f"g{columns}w{width}" for columns, width in self.widths.items() if width > 1]
        high = [f"g{columns}h2" for columns in sorted(self.tall)]
        return " ".join([self.size, *wide, *high])


def arrange(articles: Iterable[Any]) -> list[Cell]:
    """The articles of a page in the order in which they are laid out, sized by prominence.

    The first text leads; a text with 引题, 副题 or 栏目, or a long one, is wide; photos and short pieces fill the rows.
    """
    cells = _in_order(_sized(articles))
    for columns in COLUMNS:
        _fit(cells, columns)
    return cells


def _sized(articles: Iterable[Any]) -> list[Cell]:
    cells = [Cell(article, _size(article)) for article in articles]
    lead = next((cell for cell in cells if cell.size != "photo"), None)
    if lead:
        lead.size = "lead"
    return cells


def _size(article: Any) -> str:
    if article.is_photo:
        return "photo"
    stacked = article.kicker or article.subtitle or article.column
    return "wide" if stacked or article.length > LONG else "item"


def _in_order(cells: Sequence[Cell]) -> list[Cell]:
    """Wide and narrow in turn, so that three columns fill; the lead first, each kind in printed order."""
    wide = [cell for cell in cells if cell.size == "lead"] + [cell for cell in cells if cell.size == "wide"]
    photos = [cell for cell in cells if cell.size == "photo"]
    items = [cell for cell in cells if cell.size == "item"]
    ordered: list[Cell] = []
    while wide:
        ordered.append(wide.pop(0))
        first = len(ordered) == 1
        for narrow in (items, photos) if first else (photos, items):
            if narrow:
                ordered.append(narrow.pop(0))
                break
    return ordered + photos + items


def _fit(cells: Sequence[Cell], columns: int) -> None:
    """Give each cell its width on a grid of so many columns, row by row."""
    rest, rows, room = list(cells), [], columns
    while rest:
        rows.append(_take_row(rest, room, columns))
        raised = room == columns and _raise_photo(rows[-1], rest, columns)
        _stretch(rows[-1], room, columns)
        room = columns - 1 if raised else columns
    _pull_up(rows, columns)


def _pull_up(rows: list[list[Cell]], columns: int) -> None:
    """An article alone on the last row: a short one joins the row above, if a wide one there gives way; or the last
    of that row keeps it company.
    """
    if len(rows) < 2 or len(rows[-1]) > 1 or any(columns in cell.tall for row in rows[-3:] for cell in row):
        return
    above, (alone,) = rows[-2], rows[-1]
    giving = next((cell for cell in above if cell.widths[columns] > 1 and cell.size != "lead"), None)
    if giving and alone.size != "wide":
        giving.widths[columns] -= 1
        alone.widths[columns] = 1
    elif columns > 2 and len(above) > (2 if alone.size == "wide" else 1):
        _share(above[:-1], columns)
        _share([above[-1], alone], columns)


def _share(row: list[Cell], columns: int) -> None:
    """Lay the cells out as a row by themselves."""
    _take_row(list(row), columns, columns)
    _stretch(row, columns, columns)


def _take_row(rest: list[Cell], room: int, columns: int) -> list[Cell]:
    row: list[Cell] = []
    while rest and room:
        width = min(room, _wanted(rest[0], columns))
        rest[0].widths[columns] = width
        room -= width
        row.append(rest.pop(0))
    return row


def _wanted(cell: Cell, columns: int) -> int:
    if columns == 2:
        return 2 if cell.size == "lead" else 1
    return 2 if cell.size in ("lead", "wide") else 1


def _raise_photo(row: Sequence[Cell], rest: Sequence[Cell], columns: int) -> bool:
    """A photo at the end of a row stands two rows high if others follow to fill the second row beside it."""
    last = row[-1]
    raised = columns > 2 and len(row) > 1 and last.size == "photo" and len(rest) >= columns - 1
    if raised:
        last.tall.add(columns)
    return raised


def _stretch(row: Sequence[Cell], room: int, columns: int) -> None:
    """Widen the cells of a row that is not full until it is: texts before photos, whose frames would stand empty."""
    missing = room - sum(cell.widths[columns] for cell in row)
    texts = [cell for cell in row if cell.size != "photo"] or row
    for place in range(missing):
        texts[place % len(texts)].widths[columns] += 1
