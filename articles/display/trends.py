"""词频: how often words stand in the papers over time, by number of articles or against what is held of that time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.search.narrowing import only
from articles.search.periods import month_value, year_value
from articles.search.query import Query

MILLION = 1_000_000
WINDOW = 5  # so many years are shown by months at once
FEW_YEARS = 2  # so many are shown by months unless the reader wants otherwise
ROW = 18  # so many years stand in one row of a table; more are parted by decades
THIN = {"year": 100, "month": 10}  # fewer pages held than these tell little of the time


@dataclass(frozen=True)
class Period:
    """A year (2024) or month (2024-01) with what is held of it, its name in a row of others, and its dates."""

    key: str
    pages: int
    characters: int

    @property
    def is_year(self) -> bool:
        return "-" not in self.key

    @property
    def said(self) -> str:
        year, _, month = self.key.partition("-")
        return f"{year}年{int(month)}月" if month else f"{year}年"

    @property
    def short(self) -> str:
        return self.key if self.is_year else f"{int(self.key[5:])}月"

    @property
    def band(self) -> str:
        """The row of a table that it stands in: a month in its year, a year in its decade."""
        return f"{self.key[:4]}年" if not self.is_year else f"{self.key[:3]}0年代"

    @property
    def dates(self) -> str:
        return year_value(int(self.key)) if self.is_year else month_value(self.key)

    @property
    def is_thin(self) -> bool:
        return self.pages < THIN["year" if self.is_year else "month"]


@dataclass(frozen=True)
class Point:
    """A word at a time: in how many articles, the value drawn (None: nothing held), and the query for its hits."""

    period: Period
    count: int
    value: float | None
    query: str

    @property
    def rate(self) -> float | None:
        """Articles to a million characters of text held of that time; None where there are none."""
        return self.count * MILLION / self.period.characters if self.period.characters else None

    @property
    def shown(self) -> str:
        """4.25 → 4.3, 21.0 → 21; a figure too small to be told so is not told as nothing."""
        if self.value is None:
            return "—"
        if 0 < self.value < 0.05:
            return "<0.1"
        return f"{self.value:,.1f}".removesuffix(".0")


@dataclass(frozen=True)
class Line:
    """A word over time; `exact` is whether its counts are."""

    word: str
    points: list[Point]
    exact: bool = True


def years_of(months: Iterable[tuple[str, int, int]]) -> list[Period]:
    """All years from the first to the last of (month, pages, characters) rows, also those without a page."""
    pages, characters = _summed((month[:4], *counts) for month, *counts in months)
    years = range(int(min(pages)), int(max(pages)) + 1) if pages else range(0)
    return [Period(f"{year:04d}", pages[f"{year:04d}"], characters[f"{year:04d}"]) for year in years]


def months_of(months: Iterable[tuple[str, int, int]], years: Iterable[int]) -> list[Period]:
    """All months of the years."""
    pages, characters = _summed(months)
    keys = (f"{year:04d}-{month:02d}" for year in years for month in range(1, 13))
    return [Period(key, pages[key], characters[key]) for key in keys]


def _summed(rows: Iterable[Sequence]) -> tuple[Counter[str], Counter[str]]:
    pages: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for key, held, length in rows:
        pages[key] += held
        characters[key] += length
    return pages, characters


def windows(years: Sequence[Period]) -> list[range]:
    """The years in fives, as many as are shown by months at once, the newest last and whole."""
    first, after = (int(years[0].key), int(years[-1].key) + 1) if years else (0, 0)
    return [range(max(first, end - WINDOW), end) for end in range(after, first, -WINDOW)][::-1]


def line(query: Query, months: Mapping[str, int], exact: bool, periods: Sequence[Period], relative: bool) -> Line:
    """The word of a query over the periods; relative: articles to a million characters of text held."""
    size = len(periods[0].key) if periods else 0
    counts: Counter[str] = Counter()
    for month, count in months.items():
        counts[month[:size]] += count
    points = [_point(query, period, counts[period.key], relative) for period in periods]
    return Line(query.terms[0], points, exact)


def _point(query: Query, period: Period, count: int, relative: bool) -> Point:
    point = Point(period, count, None, str(only(query, "date", [period.dates])) if count else "")
    return replace(point, value=point.rate if relative else float(count) if period.pages else None)


@dataclass(frozen=True)
class Band:
    """Rows of a table: the lines over some periods; "" where these are all, `blank` columns where others have more."""

    name: str
    periods: list[Period]
    lines: list[Line]
    blank: int = 0


def bands(lines: Sequence[Line]) -> list[Band]:
    """The bands of a table: one where a row holds all years, else a decade or the months of a year each."""
    periods = [point.period for point in lines[0].points] if lines else []
    if len(periods) <= ROW and (not periods or periods[0].is_year):
        return [Band("", periods, list(lines))]
    names = Counter(period.band for period in periods)
    return [_band(name, lines, max(names.values()) - count) for name, count in names.items()]


def _band(name: str, lines: Sequence[Line], blank: int) -> Band:
    parts = [Line(one.word, [point for point in one.points if point.period.band == name], one.exact) for one in lines]
    return Band(name, [point.period for point in parts[0].points], parts, blank)
