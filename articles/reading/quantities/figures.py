"""From a match of a printed form to its value and unit; None where it is no quantity after all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from articles.reading.numerals import GREAT, magnitude
from articles.reading.quantities.numerals import Numeral, number_in, read_numeral
from articles.reading.quantities.patterns import MORE, PLAIN_RE
from articles.reading.quantities.periods import RANK
from articles.reading.quantities.units import MEASURED, NAMES, NOUNS

SHARE_PLACES = Decimal("1e-12")
_HALF = Decimal("0.5")
_MORE_RE = re.compile(MORE)
_NOUNS = frozenset(NOUNS.split())
# Of these a Chinese digit makes another word: 两度 is twice, 两会 no meeting of two, 十分 very.
_ARABIC_ONLY = _NOUNS | {"度", "分", "字", "兆"}
# From here on a number stands without a unit: 5万, 三万.
_BARE = 10**4


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity without its context; number is the span of the digits, measure what is printed after them."""

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    number: tuple[int, int]
    unit: str
    measure: str = ""
    about: str = ""


def plain(match: re.Match[str]) -> Figure | None:
    """约70万户, 3万至5万元, 两年多, 一个多月."""
    if _parts_company(match):
        alone = PLAIN_RE.fullmatch(match.string, match.start(), match.end("unit1"))
        return alone and plain(alone)
    first, last = read_numeral(match["number"]), read_numeral(match["to"]) if match["to"] else None
    if first is None or (match["to"] and last is None):
        return None
    value, high = _ends(first, last)
    unit, after = _unit(match)
    about = (match["about"] or "").strip() + first.about + (last.about if last else "") + after
    if (high is not None and high < value) or not _counts(match, value, unit, about):
        return None
    group, numeral = ("to", last) if last else ("number", first)
    number = match.start("number"), match.start(group) + numeral.length
    end = match.end() if match["unit"] or match["after"] else match.end(group)
    return Figure(match.start(), end, value, high, number, unit, numeral.scale + (match["unit"] or ""), about)


def _parts_company(match: re.Match[str]) -> bool:
    """Whether what looks like a range tells two things: 下调0.25个百分点至3.85%."""
    units = match["unit1"], match["unit"]
    return bool(all(units) and NAMES[units[0]] != NAMES[units[1]])


def _ends(first: Numeral, last: Numeral | None) -> tuple[Decimal, Decimal | None]:
    """Both ends of a range; the lower end is counted in what the upper one is, where it is smaller: 3至5万."""
    if last is None:
        return first.value, first.high
    scale = magnitude(last.scale)
    shared = not first.scale and last.scale and first.value <= last.value / scale
    return first.value * (scale if shared else 1), last.value


def _unit(match: re.Match[str]) -> tuple[str, str]:
    """The unit's one name ("" for none), and what stands after it: 以上, the 多 of 一个多月."""
    after, unit = match["after"] or "", match["unit"] or match["unit1"]
    if match["unit"] == "个" and after.startswith("多"):
        return ("个月" if after.endswith("月") else "小时"), "多"
    return NAMES[unit] if unit else "", after


def _counts(match: re.Match[str], value: Decimal, unit: str, about: str) -> bool:
    """Whether a number with this unit says how many: 一个 and 两国 do not, nor does a bare 14."""
    han = not match["number"][0].isdigit()
    if not unit:
        scaled = any(sign in GREAT for sign in match["number"]) and value >= _BARE
        return (scaled or bool(_MORE_RE.search(match["number"][1:]) and value >= 10)) and not match["to"]
    if han and (match["unit"] or match["unit1"]) in _ARABIC_ONLY:
        return False
    return match["number"] != "一" or unit in MEASURED or bool(match["to"]) or "多" in about


def share(match: re.Match[str]) -> Figure | None:
    """1/13, 三分之一, 百分之三十 (30 of %), 百分之五至八."""
    whole = number_in(match["base"] or match["of"])
    parts = [number_in(printed) for printed in (match["top"] or match["part"], match["to"]) if printed]
    if not whole or None in parts or (match["top"] and parts[0] and parts[0] >= whole):
        return None
    hundred = match["of"] in ("百", "一百", "100")
    values = [part if hundred else (part / whole).quantize(SHARE_PLACES) for part in parts if part is not None]
    number = match.start("top") if match["top"] else match.start("of")
    about = (match["about"] or "") + (match["more"] or "") + (match["after"] or "")
    end = match.end("more") if match["more"] else match.end()
    span = (number, max(match.end(group) for group in ("base", "part", "to")))
    return _of(
        match, [value.normalize() for value in values], "%" if hundred else "", span, about, max(end, match.end())
    )


def tenth(match: re.Match[str]) -> Figure | None:
    """两成 (20 of %), 七八成, 三至五成."""
    first, last = read_numeral(match["number"]), read_numeral(match["to"]) if match["to"] else None
    if first is None or (match["to"] and last is None):
        return None
    ends = [first.value, *([last.value] if last else [first.high] if first.high else [])]
    if max(ends) > 10 or (len(ends) == 2 and ends[0] >= ends[1]):
        return None
    extra = _HALF if match["half"] else 0
    about = (match["about"] or "") + (match["more"] or "") + (match["after"] or "")
    span = (match.start("number"), match.end("to") if match["to"] else match.end("number"))
    return _of(match, [(end + extra) * 10 for end in ends], "%", span, about, measure="成")


def half(match: re.Match[str]) -> Figure | None:
    """半年 (0.5), 两年半 (2.5), 一半 and 过半 (50 of %)."""
    about = (match["about"] or "") + (match["after"] or "")
    if match["whole"]:
        whole, unit = number_in(match["whole"]), match["unit"] or {"月": "个月"}.get(match["long"], match["long"])
        if whole is None:
            return None
        value, span = whole + _HALF, match.span("whole")
        return _of(
            match, [value * 10 if unit == "成" else value], "%" if unit == "成" else unit, span, about, measure=unit
        )
    printed = match["half"]
    if match["of"]:
        unit = {"月": "个月"}.get(match["of"], match["of"])
        return _of(match, [_HALF], unit, (match.start("half"), match.start("of")), about, measure=match["of"])
    return _of(match, [Decimal(50)], "%", match.span("half"), about + ("过" if printed == "过半" else ""))


def place(match: re.Match[str]) -> Figure | None:
    """第13位, 位列第九, 前十 (about: 前)."""
    group = match.lastgroup or "place"
    value = number_in(match[group])
    if not value:
        return None
    first = group in ("top", "first")
    rest = match[0][match.end(group) - match.start() :]
    return _of(match, [value], RANK, (match.start(), match.end(group)), "前" if first else "", measure=rest)


def streak(match: re.Match[str]) -> Figure | None:
    """连续第三年."""
    value = number_in(match["number"])
    return (
        _of(match, [value], match["unit"], (match.start(), match.end("number")), measure=match["unit"])
        if value
        else None
    )


def _of(
    match: re.Match[str],
    ends: list[Decimal],
    unit: str,
    number: tuple[int, int],
    about: str = "",
    end: int = 0,
    measure: str = "",
) -> Figure:
    high = ends[1] if len(ends) > 1 else None
    return Figure(match.start(), end or match.end(), ends[0], high, number, unit, measure, about)
