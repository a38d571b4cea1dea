"""Counts over time as bars; drawn by attributes of SVG, for the stylesheet may not be written into the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from articles.search.narrowing import chosen, only
from articles.search.periods import by_year, covers, month_value, touched, year_value
from articles.search.query import Query

WIDTH, HEIGHT = 100, 80
LABELS, ALL_LABELLED = 15, 20
MONTHLY = 2  # so many years at most are shown by months


@dataclass(frozen=True)
class Bar:
    """One year or month: its place and size on a drawing of 100 by 80 units; labelled if there is room for it.

    In a search, `query` is the query held to that time, "" where there is nothing in it.
    """

    label: str
    count: int
    x: float
    y: float
    width: float
    height: float
    labelled: bool
    query: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class Timeline:
    """The bars of a search; `said` names the time shown, `whole` is the query that leaves it for all years."""

    bars: list[Bar]
    said: str
    whole: str = ""


def histogram(rows: Sequence[dict]) -> list[Bar]:
    """Bars for {year, articles} rows in order, empty years between them included; none for a single year."""
    counts = {row["year"]: row["articles"] for row in rows}
    years = range(min(counts), max(counts) + 1) if len(counts) > 1 else ()
    return _bars([(str(year), counts.get(year, 0)) for year in years])


def by_month(months: Mapping[str, int]) -> list[Bar]:
    """Bars for {"2024-01": n}, from the first month to the last; none for a single month."""
    if len(months) < 2:
        return []
    (first, *_, last) = sorted(map(_serial, months))
    keys = [f"{serial // 12:04d}-{serial % 12 + 1:02d}" for serial in range(first, last + 1)]
    bars = _bars([(key, months.get(key, 0)) for key in keys])
    return [replace(bar, label=_month_said(bar.label)) for bar in bars]


def _serial(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _month_said(month: str) -> str:
    return f"{month[:4]}年{int(month[5:])}月"


def timeline(query: Query, months: Mapping[str, int]) -> Timeline | None:
    """The results over the years, or over the months where they lie within two years; None if there is but one month.

    months: counts as if the query named no date.
    """
    years = by_year(months)
    shown = touched(query, sorted(years)) or sorted(years)
    if len(months) < 2:
        return None
    if shown[-1] - shown[0] < MONTHLY:
        return _monthly(query, months, range(shown[0], shown[-1] + 1), len(years) > len(shown))
    every = range(min(years), max(years) + 1)
    spans = [(str(year), years[year], year_value(year)) for year in every]
    return Timeline(_linked(query, spans), f"{every[0]}年至{every[-1]}年")


def _monthly(query: Query, months: Mapping[str, int], years: range, is_part: bool) -> Timeline:
    keys = [f"{year}-{month:02d}" for year in years for month in range(1, 13)]
    spans = [(f"{int(key[5:])}月", months.get(key, 0), month_value(key)) for key in keys]
    said = "、".join(f"{year}年" for year in years)
    return Timeline(_linked(query, spans), said, str(only(query, "date", ())) if is_part else "")


def _linked(query: Query, spans: Sequence[tuple[str, int, str]]) -> list[Bar]:
    """Bars that hold the query to their time; one that it is held to already lets go of it.

    Where the query is held to all the time shown, no bar stands out.
    """
    taken = chosen(query, "date")
    bars = _bars([(label, count) for label, count, _ in spans])
    led = [_led(query, bar, value, taken) for bar, (_, _, value) in zip(bars, spans, strict=True)]
    return [replace(bar, chosen=False) for bar in led] if all(bar.chosen for bar in led) else led


def _led(query: Query, bar: Bar, value: str, taken: tuple[str, ...]) -> Bar:
    first, last = map(date.fromisoformat, value.split(".."))
    values = () if taken == (value,) else (value,)
    target = str(only(query, "date", values)) if bar.count else ""
    return replace(bar, query=target, chosen=bool(taken) and covers(query, first, last))


def _bars(counts: Sequence[tuple[str, int]]) -> list[Bar]:
    if not counts:
        return []
    step, most = WIDTH / len(counts), max(count for _, count in counts)
    labelled = _labelled(len(counts))
    return [_bar(place, label, count, step, most, place in labelled) for place, (label, count) in enumerate(counts)]


def _bar(place: int, label: str, count: int, step: float, most: int, labelled: bool) -> Bar:
    height = max(1, round(count / most * HEIGHT)) if count else 0
    return Bar(label, count, round((place + 0.3) * step, 3), HEIGHT - height, round(step * 0.4, 3), height, labelled)


def _labelled(count: int) -> set[int]:
    """The places of those that are labelled, the first and the last among them, none too near the last."""
    step = -(-count // LABELS) if count > ALL_LABELLED else 1
    return {*range(0, count - step, step), count - 1}
