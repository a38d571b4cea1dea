"""From a paragraph to its quantities: forms in order, none on a stretch that another form or a date has taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from articles.reading.normal import NORMAL
from articles.reading.quantities.compounds import compound
from articles.reading.quantities.context import Context, context_of
from articles.reading.quantities.figures import Figure, half, place, plain, share, streak, tenth
from articles.reading.quantities.patterns import (
    COMPOUND_RE,
    HALF_RE,
    NEVER_RE,
    PLAIN_RE,
    QUOTED_RE,
    RANK_RE,
    SHARE_RE,
    STREAK_RE,
    TENTH_RE,
)

_OWN = dict(
    zip(map(ord, ",％．億萬餘兩個圓幾數噸畝戶萬項條張種輛臺"), ",%.亿万余两个圆几数吨亩户万项条张种辆台", strict=True)
)
_PLAIN = {**NORMAL, **_OWN}
# A half-width comma that parts no thousands: 14,156.
_COMMA_RE = re.compile(r",(?!\d{3}(?!\d))|(?<!\d),")
# In this order: what one form has taken, no later one takes; dates, times and names count nothing.
_RANKS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Figure | None]], ...] = (
    (STREAK_RE, streak),
    (RANK_RE, place),
)
_FORMS = ((COMPOUND_RE, compound), (SHARE_RE, share), (HALF_RE, half), (TENTH_RE, tenth), (PLAIN_RE, plain))


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quoted number. The paragraph has `printed` from `start` to `end`, with approximations such as 约 and 以上.

    value: in the unit's own measure (24亿元 → 2400000000 of 元; 1/13 → 0.0769… of "", 两成 → 20 of %; 第13位 → 13 of
    位次), high: the upper end of a range, else None; number: the figure as printed (24亿, 1/13); unit: normalised,
    measure: the unit as printed with its magnitude (亿元); about: what makes it approximate (约, 多), "" if exact;
    what: the noun phrase it measures; period: the time nearest before it; comparison: as printed (较上年增长), change:
    增长 or 下降, base: what it is compared to; "" where the text says nothing.
    """

    start: int
    end: int
    printed: str
    value: Decimal
    high: Decimal | None
    number: str
    unit: str
    measure: str
    about: str
    what: str
    period: str
    comparison: str
    change: str
    base: str


def read_quantities(text: str) -> list[Quantity]:
    """The quantities that a paragraph quotes, in order; any string, never fails."""
    normal = _COMMA_RE.sub("，", text.translate(_PLAIN))
    found: list[Quantity] = []
    for figure in sorted(_figures(normal), key=lambda one: one.start):
        context = context_of(normal, figure, found)
        found.append(_quantity(text, figure, context))
    return found


def _figures(text: str) -> Iterator[Figure]:
    taken = bytearray(len(text))
    yield from _take(text, _RANKS, taken)
    for match in (*QUOTED_RE.finditer(text), *NEVER_RE.finditer(text)):
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    yield from _take(text, _FORMS, taken)


def _take(text: str, forms: tuple, taken: bytearray) -> Iterator[Figure]:  # type: ignore[type-arg]
    for pattern, read in forms:
        at = 0
        while match := pattern.search(text, at):
            figure = read(match)
            free = figure is not None and not any(taken[figure.start : figure.end])
            at = figure.end if figure and free else match.start() + 1
            if figure and free:
                taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
                yield figure


def _quantity(text: str, figure: Figure, context: Context) -> Quantity:
    return Quantity(
        start=figure.start,
        end=figure.end,
        printed=text[figure.start : figure.end],
        value=figure.value,
        high=figure.high,
        number=text[slice(*figure.number)],
        unit=figure.unit,
        measure=figure.measure,
        about=figure.about,
        what=text[slice(*context.what)],
        period=text[slice(*context.period)],
        comparison=text[slice(*context.comparison)],
        change=context.change,
        base=context.base,
    )
