"""Numerals as quantities print them, in figures or characters, with what makes them round: 40多万, 七八十, 数十."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from articles.reading.numerals import TENS, arabic, han_number, magnitude
from articles.reading.quantities.patterns import ARABIC, MORE

_ARABIC_RE = re.compile(rf"(?P<figures>{ARABIC})\s?")
_BETWEEN_RE = re.compile(r"(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<scale>[十百千万亿]*)")
_ROUND_RE = re.compile(r"(?P<some>[数几]?)(?P<scale>[百千万亿]+|(?<=[数几])[十百千万亿]+)")
_MORE_RE = re.compile(MORE)


class Numeral(NamedTuple):
    """What a numeral says: its value, the upper end of 七八十, its 多 or 数, the digits' length, what they count in."""

    value: Decimal
    high: Decimal | None
    about: str
    length: int
    scale: str


def read_numeral(printed: str) -> Numeral | None:
    """40多万 → 400000 and 多, 七八十 → 70 and 80, 数十 → 10 and 数; None where it makes no sense."""
    more = "".join(_MORE_RE.findall(printed[1:]))
    if match := _ARABIC_RE.match(printed):
        scale = _MORE_RE.sub("", printed[match.end() :]).strip()
        return Numeral(arabic(match["figures"]) * magnitude(scale), None, more, match.end("figures"), scale)
    plain = printed[0] + _MORE_RE.sub("", printed[1:]).replace(" ", "")
    length = len(printed.rstrip("多余几来"))
    if match := _ROUND_RE.fullmatch(plain):
        return Numeral(Decimal(magnitude(match["scale"])), None, match["some"] + more, length, "")
    if (match := _BETWEEN_RE.fullmatch(plain)) and (ends := _neighbours(match)):
        return Numeral(*ends, more, length, "")
    value = han_number(plain)
    return None if value is None else Numeral(value, None, more, length, "")


def _neighbours(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    low, high = (han_number(match[end]) or Decimal(0) for end in ("low", "high"))
    if high - low != 1 and not (low == 3 and high == 5):
        return None
    return low * magnitude(match["scale"]), high * magnitude(match["scale"])


def number_in(printed: str) -> Decimal | None:
    """1.3, 十三 and 百 alone; None where it makes no sense."""
    if printed[0].isdigit():
        return arabic(printed)
    return Decimal(TENS[printed]) if printed in TENS else han_number(printed)
