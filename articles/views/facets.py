"""缩小范围: what the results have in common, each a link to the query with one choice more or one less."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from articles.display.wording import worded
from articles.search.narrowing import added, chosen, removed
from articles.search.periods import by_year, month_toggled, month_value, touched, year_toggled, year_value
from articles.search.query import Query, protected

SHOWN, MORE, MONTHS = 5, 40, 12
MOST = 60  # values of one heading for which a query is written
ANY = "\0"  # stands for a value: no query holds it, and it needs no quotes
# (field of the index, heading, what the rest is counted in)
FACETS = (
    ("paper", "报纸", "种"),
    ("year", "年份", "年"),
    ("month", "月份", "月"),
    ("person", "署名", "人"),
    ("column", "栏目", "个"),
    ("place", "地名", "处"),
    ("page", "版次", "版"),
    ("type", "体裁", "种"),
    ("doubt", "存疑", "种"),
)


@dataclass(slots=True, eq=False)
class Choice:
    """One value: its words, its count (None where the index does not list it), the query with it or without it."""

    text: str
    count: int | None
    query: str
    chosen: bool = False


@dataclass(frozen=True)
class Facet:
    """One heading: the choices in view, those folded away, and how many more there are."""

    field: str
    word: str
    unit: str
    shown: list[Choice]
    rest: list[Choice] = field(default_factory=list)
    beyond: int = 0

    @property
    def folded(self) -> int:
        return len(self.rest) + self.beyond


def facets(query: Query, total: int, opened: Callable[[str], object]) -> list[Facet]:
    """The headings that leave a choice to make.

    opened: gives the index's Facets of the results that the query would have without its choice of a field; they are
    the Facets of the results themselves where it has none. total: how many the results are: a value that all of them
    share narrows nothing.
    """
    made = {name: list(_choices(query, name, total, opened)) for name, _, _ in FACETS}
    return [
        _facet(name, word, unit, made[name], _uncounted(name, made[name], opened))
        for name, word, unit in FACETS
        if made[name]
    ]


def _uncounted(name: str, choices: list[Choice], opened: Callable[[str], object]) -> int:
    """How many values are beyond those made into choices: writing a query for each of thousands would take long."""
    values = () if name in ("year", "month") else opened(name).counts.get(name, ())
    return max(len(values) - sum(choice.count is not None for choice in choices), 0) if len(choices) >= MOST else 0


def _facet(name: str, word: str, unit: str, choices: list[Choice], uncounted: int) -> Facet:
    """The heading with its choices; `uncounted` values more are not among them."""
    shown = [choice for choice in choices if choice.chosen]
    most = MONTHS if name == "month" else SHOWN
    shown += [choice for choice in choices if not choice.chosen][: max(most - len(shown), 0)]
    kept = [choice for choice in choices if choice in shown] if name in ("year", "month") else shown
    rest = [choice for choice in choices if choice not in shown]
    if len(rest) == 1:  # a fold that hides one line saves none
        kept, rest = [choice for choice in choices if choice in kept or choice in rest], []
    return Facet(name, word, unit, kept, rest[:MORE], max(len(rest) - MORE, 0) + uncounted)


def _choices(query: Query, name: str, total: int, opened: Callable[[str], object]) -> Iterator[Choice]:
    if name == "year":
        yield from _years(query, total, opened("date").months)
    elif name == "month":
        yield from _months(query, total, opened("date").months)
    else:
        yield from _values(query, name, total, opened(name).counts.get(name, ()))


def _values(query: Query, name: str, total: int, counts: Iterable[tuple[str, int]]) -> Iterator[Choice]:
    """What the query names first, then what would leave something out."""
    counted, taken = dict(counts), chosen(query, name)
    for value in taken:
        yield Choice(worded(name, value), counted.pop(value, None), str(removed(query, name, value)), True)
    before, after = str(added(query, name, ANY)).split(ANY)  # dozens of queries, alike but for one value
    for value, count in islice(counted.items(), MOST):
        if taken or count < total:
            words, typed = _told(name, value)
            yield Choice(words, count, f"{before}{typed}{after}")


@lru_cache(maxsize=4096)
def _told(name: str, value: str) -> tuple[str, str]:
    """A value of the index in words, and as one would type it."""
    return worded(name, value), protected(value)


def _years(query: Query, total: int, months: dict[str, int]) -> Iterator[Choice]:
    taken, years = chosen(query, "date"), by_year(months)
    named = {year_value(year) for year in years} | {month_value(month) for month in months}
    for value in taken:
        if value not in named:
            yield Choice(worded("date", value), None, str(removed(query, "date", value)), True)
    for year in sorted(years, reverse=True):
        value = year_value(year)
        if taken or years[year] < total:
            yield Choice(worded("date", value), years[year], str(year_toggled(query, year)), value in taken)


def _months(query: Query, total: int, months: dict[str, int]) -> Iterator[Choice]:
    """The months of the one year that the query is about."""
    years, taken = touched(query, by_year(months)), chosen(query, "date")
    for month in sorted(months) if len(years) == 1 else ():
        if int(month[:4]) == years[0] and (taken or months[month] < total):
            value = month_value(month)
            yield Choice(f"{int(month[5:])}月", months[month], str(month_toggled(query, month)), value in taken)
