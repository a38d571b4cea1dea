"""Issues and years as readers see them: a day's papers with their pages, a year's months with their days."""

import calendar
import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.display.layout import Cell
from articles.models import Page
from articles.queries import print_order


@dataclass
class Leaf:
    """One page of an edition, or the numbers (to `last`) that the edition must have and the archive has not."""

    number: str
    page: Page | None = None
    cells: Sequence[Cell] = ()
    last: str = ""


@dataclass
class Edition:
    """One paper of one day."""

    publication: str
    leaves: list[Leaf]

    @property
    def pages(self) -> list[Page]:
        return [leaf.page for leaf in self.leaves if leaf.page]

    @property
    def is_partial(self) -> bool:
        return len(self.pages) < len(self.leaves)


def editions(pages: Iterable[Page], cells: Mapping[int, Sequence[Cell]]) -> list[Edition]:
    """The papers of a day, the fullest first, each with its pages in print order and the gaps between their numbers."""
    papers = groupby(sorted(pages, key=print_order), lambda page: page.publication)
    found = [
        Edition(name, leaves([Leaf(page.number, page, cells.get(page.pk, ())) for page in group]))
        for name, group in papers
    ]
    return sorted(found, key=lambda edition: -len(edition.pages))


def leaves(held: Sequence[Leaf]) -> list[Leaf]:
    """The pages with a leaf for each run of missing numbers between them: 1, 4 → 2 to 3 are missing."""
    whole: list[Leaf] = []
    last = 0
    for leaf in held:
        number = int(leaf.number) if leaf.number.isdigit() else 0
        if number > last + 1:
            whole.append(Leaf(str(last + 1), last=str(number - 1)))
        whole.append(leaf)
        last = max(last, number)
    return whole


@dataclass
class Day:
    """A day of the calendar; `state` is whole, partial, doubtful or absent."""

    date: datetime.date
    state: str = "absent"
    pages: int = 0


@dataclass
class Month:
    """A month with all its days; the first stands under its weekday."""

    number: int
    days: list[Day]

    @property
    def held(self) -> int:
        return sum(day.state != "absent" for day in self.days)

    @property
    def first_weekday(self) -> int:
        return self.days[0].date.isoweekday()


def year_calendar(year: int, pages: Iterable[Page]) -> list[Month]:
    """The twelve months of a year, each day with what the archive holds of it."""
    by_day: dict[datetime.date, list[Page]] = {}
    for page in pages:
        by_day.setdefault(page.date, []).append(page)
    return [Month(month, [_day(date, by_day.get(date, [])) for date in _dates(year, month)]) for month in range(1, 13)]


def _dates(year: int, month: int) -> list[datetime.date]:
    return [datetime.date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]


def _day(date: datetime.date, pages: Sequence[Page]) -> Day:
    if not pages:
        return Day(date)
    if any(page.is_inferred("date") for page in pages):
        return Day(date, "doubtful", len(pages))
    partial = any(edition.is_partial for edition in editions(pages, {}))
    return Day(date, "partial" if partial else "whole", len(pages))
