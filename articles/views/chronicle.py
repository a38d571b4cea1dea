"""馆藏年表: how many pages of each paper the archive holds, year by year."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from articles.display.years import UNNAMED
from articles.holdings import PaperYear
from articles.templatetags.lists import FEWEST

PAPERS = 8


@dataclass
class Row:
    """A paper with its pages by year."""

    publication: str
    years: dict[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.publication or UNNAMED

    @property
    def pages(self) -> int:
        return sum(self.years.values())

    @property
    def first(self) -> str:
        return min(self.years)

    @property
    def last(self) -> str:
        return max(self.years)


@dataclass
class Chronicle:
    """The fullest papers on the scale of years that all share, and how many papers are left out."""

    rows: list[Row]
    years: range
    others: int

    @property
    def most(self) -> int:
        """The pages of the fullest year of any paper."""
        return max((count for row in self.rows for count in row.years.values()), default=1)

    @property
    def is_telling(self) -> bool:
        """One paper of one year needs no chart."""
        return len(self.rows) > 1 or any(len(row.years) > 1 for row in self.rows)


def chronicle(years: Iterable[PaperYear]) -> Chronicle:
    """The papers with dated pages, the fullest first."""
    rows = sorted(_rows(years), key=lambda row: (-row.pages, row.publication))
    shown = rows[:PAPERS]
    return Chronicle(shown, _scale(shown), len(rows) - len(shown))


def _scale(rows: Iterable[Row]) -> range:
    """From the first year to the last; a short span begins earlier, so that bars keep their width."""
    years = [int(year) for row in rows for year in row.years]
    return range(min(*years, max(years) - FEWEST + 1), max(years) + 1) if years else range(0)


def _rows(years: Iterable[PaperYear]) -> list[Row]:
    papers = groupby(years, lambda row: row.publication)
    return [Row(name, {str(one.year): one.pages for one in group}) for name, group in papers]
