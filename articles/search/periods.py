"""Years and months as values of 日期: in a query, and how a reader goes down from the ones to the others."""

import datetime
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping

from articles.search.fields import date_range
from articles.search.narrowing import chosen, only
from articles.search.query import Query


def year_value(year: int) -> str:
    """2024 → 2024-01-01..2024-12-31"""
    return f"{year:04d}-01-01..{year:04d}-12-31"


def month_value(month: str) -> str:
    """2024-02 → 2024-02-01..2024-02-29"""
    return f"{month}-01..{month}-{monthrange(*map(int, month.split('-')))[1]}"


def by_year(months: Mapping[str, int]) -> Counter[int]:
    """Counts of months summed: {"2024-01": 3, "2024-05": 4} → {2024: 7}."""
    years: Counter[int] = Counter()
    for month, count in months.items():
        years[int(month[:4])] += count
    return years


def touched(query: Query, years: Iterable[int]) -> list[int]:
    """Those of the years that the dates of the query reach into; all of them where it names no date."""
    ranges = [date_range(value) for value in chosen(query, "date")]
    return [year for year in years if not ranges or any(first.year <= year <= last.year for first, last in ranges)]


def covers(query: Query, first: datetime.date, last: datetime.date) -> bool:
    """Whether the days from first to last lie in what the query names."""
    return any(start <= first and last <= end for start, end in map(date_range, chosen(query, "date")))


def year_toggled(query: Query, year: int) -> Query:
    """The year taken in, instead of months of it, or taken out."""
    values, value = chosen(query, "date"), year_value(year)
    kept = [one for one in values if not _lies_in(one, year)]
    return only(query, "date", kept if value in values else [*kept, value])


def month_toggled(query: Query, month: str) -> Query:
    """The month taken in, instead of its whole year, or taken out: without any month of it the year stands again."""
    values, year = chosen(query, "date"), int(month[:4])
    value, whole = month_value(month), year_value(year)
    if value not in values:
        return only(query, "date", [*(one for one in values if one != whole), value])
    kept = [one for one in values if one != value]
    return only(query, "date", kept if any(_lies_in(one, year) for one in kept) else [*kept, whole])


def _lies_in(value: str, year: int) -> bool:
    first, last = date_range(value)
    return first.year == last.year == year
