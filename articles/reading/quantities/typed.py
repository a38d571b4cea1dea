"""What a reader types to find numbers: 490.8亿元, >100亿元, 增长>20%, 30%..50%."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from articles.reading.normal import NORMAL
from articles.reading.quantities.compounds import compound
from articles.reading.quantities.context import CHANGES
from articles.reading.quantities.figures import Figure, half, place, plain, share, tenth
from articles.reading.quantities.patterns import COMPOUND_RE, HALF_RE, PLAIN_RE, RANK_RE, SHARE_RE, TENTH_RE

_SIGNS = str.maketrans(
    {**NORMAL, ord(","): ",", ord("％"): "%", ord("＞"): ">", ord("＜"): "<", ord("≥"): "≥", ord("．"): "."}
)
_TYPED_RE = re.compile(
    r"(?P<change>同比|较上年)?(?P<direction>增长|上升|提高|下降|减少|降低)?\s*(?P<sign>>=|<=|≥|≤|>|<|=|超过|大于|不少于|不低于|小于|低于|不超过|不到)?\s*(?P<rest>.+)"
)
_SPAN_RE = re.compile(r"(?P<low>.+?)\s*(?:\.\.+|~|～)\s*(?P<high>.+)")
_MORE, _LESS = (">", "超过", "大于"), ("<", "小于", "低于", "不到")
_AT_LEAST, _AT_MOST = (">=", "≥", "不少于", "不低于"), ("<=", "≤", "不超过")
_SIGN_AFTER = {"以上": ">=", "以下": "<="}
_FORMS = (
    (COMPOUND_RE, compound),
    (SHARE_RE, share),
    (HALF_RE, half),
    (TENTH_RE, tenth),
    (RANK_RE, place),
    (PLAIN_RE, plain),
)
_BARE_RE = re.compile(r"(?P<figures>\d{1,15}(?:\.\d{1,8})?)")


class Sought(NamedTuple):
    """Numbers of a unit ("" any) from low to high (None: open); above, below: without the end itself; change: 增长."""

    low: Decimal | None
    high: Decimal | None
    unit: str
    above: bool = False
    below: bool = False
    change: str = ""

    @property
    def exact(self) -> bool:
        return self.low == self.high and self.low is not None


def tidy(typed: str) -> str:
    """What was typed with one kind of signs and without blanks: ＞ 100 亿元 → >100亿元."""
    return "".join(typed.translate(_SIGNS).split())


def read_sought(typed: str) -> Sought | None:
    """490.8亿元, >100亿元, 100亿元以上, 增长>20%, 30%..50%, 1/13, 第9位; None where it names no number. Never fails."""
    match = _TYPED_RE.fullmatch(typed.translate(_SIGNS).strip())
    if not match:
        return None
    change = CHANGES.get(match["direction"] or "", "增长" if match["change"] else "")
    if span := _SPAN_RE.fullmatch(match["rest"]):
        return _between(span["low"], span["high"], change)
    figure = _figure(match["rest"])
    if not figure:
        return None
    return _sought(figure, match["sign"] or _SIGN_AFTER.get(_after(match["rest"]), "="), change)


def _between(low: str, high: str, change: str) -> Sought | None:
    last = _figure(high)
    first = _figure(low) or (last and _figure(low + high.lstrip("0123456789.,")))
    if not first or not last or first.value > last.value or (first.unit and first.unit != last.unit):
        return None
    shared = first if first.unit or not last.unit else _figure(low + high.lstrip("0123456789.,")) or first
    return Sought(min(shared.value, last.value), last.value, last.unit, change=change)


def _sought(figure: Figure, sign: str, change: str) -> Sought:
    value, unit = figure.value, figure.unit
    if sign in _MORE or sign in _AT_LEAST:
        return Sought(value, None, unit, above=sign in _MORE, change=change)
    if sign in _LESS or sign in _AT_MOST:
        return Sought(None, value, unit, below=sign in _LESS, change=change)
    return Sought(value, figure.high or value, unit, change=change)


def _after(typed: str) -> str:
    return next((word for word in _SIGN_AFTER if typed.strip().endswith(word)), "")


def _figure(typed: str) -> Figure | None:
    """The one quantity that the whole of a text is; a bare number counts in anything."""
    text = typed.strip()
    for pattern, read in _FORMS:
        if (match := pattern.fullmatch(text)) and (figure := read(match)):
            return figure
    bare = _BARE_RE.fullmatch(text)
    return Figure(0, len(text), Decimal(text), None, (0, len(text)), "") if bare else None
