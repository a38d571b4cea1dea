"""Counts by year as bars; drawn by attributes of SVG, for the stylesheet may not be written into the page."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 100, 80
LABELS = 15


@dataclass(frozen=True)
class Bar:
    """One year: its place and size on a drawing of 100 by 80 units; labelled if there is room to write its number."""

    year: int
    count: int
    x: float
    y: float
    width: float
    height: float
    labelled: bool


def histogram(rows: Sequence[dict]) -> list[Bar]:
    """Bars for {year, articles} rows in order, empty years between them included; none for a single year."""
    counts = {row["year"]: row["articles"] for row in rows}
    if len(counts) < 2:
        return []
    years = range(min(counts), max(counts) + 1)
    step, most = WIDTH / len(years), max(counts.values())
    labelled = _labelled(len(years))
    return [_bar(place, year, counts.get(year, 0), step, most, place in labelled) for place, year in enumerate(years)]


def _bar(place: int, year: int, count: int, step: float, most: int, labelled: bool) -> Bar:
    height = max(1, round(count / most * HEIGHT)) if count else 0
    return Bar(year, count, round((place + 0.3) * step, 3), HEIGHT - height, round(step * 0.4, 3), height, labelled)


def _labelled(years: int) -> set[int]:
    """The places of about fifteen years, the first and the last among them, none too near the last."""
    step = -(-years // LABELS)
    return {*range(0, years - step, step), years - 1}
