"""Which days of a paper the archive holds, which it lacks, and on which the paper does not appear."""

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from articles.display.feasts import feast_rests

# A weekday without issues is taken for one of rest where chance would leave it so empty less often than this.
CHANCE = 0.001
# Over fewer weeks no rhythm is seen.
WEEKS = 8
# So large a share of a weekday may be extra editions.
EXTRA = 0.02
A_YEAR = datetime.timedelta(days=364)
Leaf = tuple[str, datetime.date, str, str | None]  # publication, date, number, basis of the date


@dataclass(frozen=True)
class Holding:
    """What the archive holds of a paper on a day: whole, partial, doubtful, missing, off or outside (its span)."""

    publication: str
    state: str
    pages: int = 0
    lacks: tuple[tuple[int, int], ...] = ()

    @property
    def is_held(self) -> bool:
        return self.pages > 0

    @property
    def is_due(self) -> bool:
        return self.is_held or self.state == "missing"


@dataclass(frozen=True)
class Paper:
    """A paper over some time: its span in the archive, its weekdays and feasts of rest, the pages held by day.

    Pages without the name of a paper may be of many: none of their days is missing.
    """

    publication: str
    first: datetime.date
    last: datetime.date
    rests: frozenset[int] | None
    leaves: dict[datetime.date, list[Leaf]]
    feasts: Mapping[datetime.date, str] = field(default_factory=dict)

    def on(self, day: datetime.date) -> Holding:
        if pages := self.leaves.get(day):
            return _held(self.publication, pages)
        if not self.publication or not self.first <= day <= self.last:
            return Holding(self.publication, "outside")
        rested = day in self.feasts or day.weekday() in (self.rests or ())
        return Holding(self.publication, "off" if rested else "missing")

    @property
    def feast_spans(self) -> list[tuple[str, datetime.date, datetime.date]]:
        """(name, first day, last day) of each feast on which the paper rested."""
        spans = {name: [day for day in self.feasts if self.feasts[day] == name] for name in self.feasts.values()}
        return [(name, min(days), max(days)) for name, days in spans.items()]


def _held(publication: str, pages: list[Leaf]) -> Holding:
    lacks = missing_pages(number for _, _, number, _ in pages)
    doubtful = any(basis == "inferred" for *_, basis in pages)
    state = "doubtful" if doubtful else "partial" if lacks else "whole"
    return Holding(publication, state, len(pages), tuple(lacks))


def missing_pages(numbers: Iterable[str]) -> list[tuple[int, int]]:
    """The runs of page numbers that an issue must have and the archive has not: 1, 2, 5, 7 → (3, 4), (6, 6)."""
    held = sorted({int(number) for number in numbers if number.isdecimal()})
    return [(before + 1, after - 1) for before, after in pairwise([0, *held]) if after > before + 1]


def rests(
    days: Collection[datetime.date], first: datetime.date, last: datetime.date, year: int
) -> frozenset[int] | None:
    """The weekdays (0 for Monday) on which a paper did not appear that year, by its own rhythm.

    None where too little is held to see a rhythm: the paper is then taken for a daily, and the reader told so.

    days: the issues held of it, first and last its span. A year at either end of the span borrows from the next.
    """
    start = max(first, min(datetime.date(year, 1, 1), last - A_YEAR))
    end = min(last, max(datetime.date(year, 12, 31), first + A_YEAR))
    held = Counter(day.weekday() for day in days if start <= day <= end)
    weeks = ((end - start).days + 1) / 7
    empty = {weekday for weekday in range(7) if held[weekday] <= weeks * EXTRA}
    if len(empty) == 7 or weeks < WEEKS:
        return None
    rate = min(1.0, sum(held[weekday] for weekday in range(7) if weekday not in empty) / (weeks * (7 - len(empty))))
    return frozenset(empty) if (1 - rate) ** weeks < CHANCE else None


@dataclass(frozen=True)
class Gap:
    """Issues that are missing one after another, or one issue that lacks pages."""

    publication: str
    state: str
    first: datetime.date
    last: datetime.date
    issues: int = 1
    lacks: tuple[tuple[int, int], ...] = ()


def gaps(publication: str, pages: Iterable[Leaf]) -> Iterator[Gap]:
    """What the archive lacks of a paper, in the order of the days; pages: all its pages held."""
    leaves: dict[datetime.date, list[Leaf]] = {}
    for leaf in pages:
        leaves.setdefault(leaf[1], []).append(leaf)
    days = sorted(leaves)
    resting = _resting(days)
    for day, after in pairwise([*days, days[-1]]):
        if lacks := missing_pages(number for _, _, number, _ in leaves[day]):
            yield Gap(publication, "partial", day, day, lacks=tuple(lacks))
        due = [date for date in _between(day, after) if not resting(date)]
        if due:
            yield Gap(publication, "missing", due[0], due[-1], len(due))


def _resting(days: Sequence[datetime.date]) -> Callable[[datetime.date], bool]:
    """Whether the paper with these issues rested on a day within their span."""
    first, last = days[0], days[-1]
    years = range(first.year, last.year + 1)
    weekly = {year: rests(days, first, last, year) or () for year in years}
    feasts = {day for year in years for day in feast_rests(days, weekly[year], first, last, year)}
    return lambda day: day in feasts or day.weekday() in weekly[day.year]


def _between(day: datetime.date, after: datetime.date) -> Iterator[datetime.date]:
    return (day + datetime.timedelta(days=step) for step in range(1, (after - day).days))
