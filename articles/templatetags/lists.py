"""Template words for lists: weekdays, sparklines, spans of years on one scale."""

from collections.abc import Iterable, Mapping

from django import template
from django.utils.safestring import SafeString

from articles.models import BLANKS

register = template.Library()
WEEKDAYS = "一二三四五六日"
BAR, STEP, HEIGHT = 3, 4, 16
# A scale of fewer years is filled up at its left, so that bars never grow fat.
FEWEST = 16


@register.filter
def weekday(number: int) -> str:
    """0 → 星期一"""
    return f"星期{WEEKDAYS[number]}"


@register.filter
def column_name(label: str) -> str:
    """A label in running text: one that is only spaced out (社　评) is closed up; blanks between words stay.

    >>> column_name("社　评")
    '社评'
    """
    parts = label.split()
    return "".join(parts) if all(len(part) == 1 for part in parts) else label.strip("".join(BLANKS))


@register.inclusion_tag("_partials/sparkline.html")
def sparkline(counts: Mapping[str, int], years: range, most: int = 0) -> dict:
    """Counts by year ({"2019": 4}) as small bars; `years` is the scale that all share.

    most: the count of full height where several drawings are compared; else the fullest year has it.
    """
    dated = {int(year): count for year, count in counts.items() if year}
    most = most or max(dated.values(), default=1)
    return _drawing(years, "".join(_bar(_x(year, years), count / most) for year, count in dated.items()))


@register.inclusion_tag("_partials/sparkline.html")
def span_line(row: Mapping, years: range) -> dict:
    """From the first to the last year of a column or place as a line on the scale that all share."""
    if not row["first"]:
        return _drawing(years, "")
    start, end = _x(row["first"].year, years), _x(row["last"].year, years) + BAR
    return _drawing(years, f"M{start} 7h{end - start}v3h-{end - start}z")


@register.simple_tag
def rects(bars: Iterable) -> SafeString:
    """Bars (display.histogram) as shapes of the drawing that they are measured for; nothing of them is text."""
    return SafeString("".join(map(_rect, bars)))  # noqa: S308 — numbers alone


def _rect(bar) -> str:
    chosen = ' class="chosen"' if bar.chosen else ""
    return f'<rect{chosen} x="{bar.x}" y="{bar.y}" width="{bar.width}" height="{bar.height}"/>'


def _drawing(years: range, path: str) -> dict:
    return {"width": max(len(years), FEWEST) * STEP, "height": HEIGHT, "path": path}


def _x(year: int, years: range) -> int:
    return (year - years.stop + max(len(years), FEWEST)) * STEP


def _bar(x: int, share: float) -> str:
    height = max(1, round(share * HEIGHT))
    return f"M{x} {HEIGHT}v-{height}h{BAR}v{height}z"
