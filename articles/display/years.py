"""A year as a calendar: its months with all their days, each with what is held of every paper."""

import calendar
import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.display.coverage import A_YEAR, Holding, Leaf, Paper, rests
from articles.display.feasts import days_to_see, feast_rests
from articles.queries import PageQuerySet

UNNAMED = "报名未知"
STATES = {
    "whole": "整期",
    "partial": "不全",
    "doubtful": "日期存疑",
    "missing": "缺期",
    "off": "休刊",
    "outside": "馆藏起讫之外",
}


@dataclass(frozen=True)
class Day:
    """A day with the papers that appeared, or should have; one without any is off or outside."""

    date: datetime.date
    holdings: Sequence[Holding]

    @property
    def due(self) -> list[Holding]:
        return [holding for holding in self.holdings if holding.is_due]

    @property
    def is_held(self) -> bool:
        return any(holding.is_held for holding in self.holdings)

    @property
    def state(self) -> str:
        """Of one paper its state; of several whole only if each is, missing only if each is."""
        states = {holding.state for holding in self.due}
        if not states:
            return "off" if any(holding.state == "off" for holding in self.holdings) else "outside"
        if len(states) == 1:
            return states.pop()
        return "doubtful" if "doubtful" in states else "partial"

    @property
    def words(self) -> str:
        """What a reader who hears the calendar is told: 整期，8 版; of several papers each by name."""
        if not self.due:
            return STATES[self.state]
        named = len(self.holdings) > 1
        return "；".join(_words(holding, named) for holding in self.due)


def _words(holding: Holding, named: bool) -> str:
    name = f"{holding.publication or UNNAMED} " if named else ""
    return f"{name}{STATES[holding.state]}" + (f"，{holding.pages} 版" if holding.pages else "")


@dataclass(frozen=True)
class Month:
    """A month with all its days; the first stands under its weekday."""

    number: int
    days: list[Day]

    @property
    def held(self) -> int:
        """Issues held, those of several papers of one day each for itself."""
        return sum(holding.is_held for day in self.days for holding in day.holdings)

    @property
    def first_weekday(self) -> int:
        return self.days[0].date.isoweekday()


def papers_in(year: int, pages: PageQuerySet, spans: Iterable[dict]) -> list[Paper]:
    """The papers of the year among {publication, first, last}: three queries."""
    spans = [span for span in spans if span["first"].year <= year <= span["last"].year]
    new_year, end = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    issues = _by_paper(pages.between(new_year - A_YEAR, end + A_YEAR).issues())
    leaves = _by_paper(pages.between(new_year, end).leaves())
    seen = {day for span in spans if span["publication"] for day in days_to_see(year, span["first"], span["last"])}
    around = _by_paper(pages.among(seen).issues() if seen else ())
    return [
        _paper(year, span, *(rows.get(span["publication"], ()) for rows in (issues, around, leaves))) for span in spans
    ]


def _by_paper(rows: Iterable[tuple]) -> dict[str, list[tuple]]:
    return {publication: list(group) for publication, group in groupby(rows, lambda row: row[0])}


def _paper(
    year: int, span: dict, issues: Collection[tuple], around: Collection[tuple], leaves: Iterable[Leaf]
) -> Paper:
    """issues: of the year and those before and after it, around: of all years that tell of its feasts."""
    ends = span["first"], span["last"]
    resting = rests([day for _, day in issues], *ends, year)
    feasts = feast_rests([day for _, day in around], resting or (), *ends, year) if span["publication"] else {}
    by_day = {day: list(group) for day, group in groupby(leaves, lambda leaf: leaf[1])}
    return Paper(**span, rests=resting, leaves=by_day, feasts=feasts)


def months(year: int, papers: Sequence[Paper]) -> list[Month]:
    """The twelve months of a year."""
    return [
        Month(month, [Day(date, [paper.on(date) for paper in papers]) for date in _dates(year, month)])
        for month in range(1, 13)
    ]


def _dates(year: int, month: int) -> list[datetime.date]:
    return [datetime.date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]


def tally(months: Iterable[Month]) -> dict:
    """{whole, partial, doubtful, missing, held, due} issues of a year."""
    states = Counter(holding.state for month in months for day in month.days for holding in day.due)
    held = states["whole"] + states["partial"] + states["doubtful"]
    counts = {state: states[state] for state in ("whole", "partial", "doubtful", "missing")}
    return counts | {"held": held, "due": held + states["missing"]}
