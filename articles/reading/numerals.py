"""Chinese numerals → numbers: 一百三十 → 130, 两千三 → 2300, 三点五万 → 35000, 1.2万 → 12000."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
GREAT = {"万": 10**4, "亿": 10**8}
_BARE_RE = re.compile(r"[〇○零一二三四五六七八九]+")
_LAST_PLACE_RE = re.compile(r"([百千万亿])([一二三四五六七八九])$")
_SCALE_BELOW = {"百": "十", "千": "百", "万": "千", "亿": "千万"}


def magnitude(signs: str) -> int:
    """What 万, 千万, 万亿 and the like multiply by; "" is 1."""
    product = 1
    for sign in signs:
        product *= TENS.get(sign) or GREAT[sign]
    return product


def han_number(numeral: str) -> Decimal | None:
    """The value of a Chinese numeral, None where the signs are none (十百, 三十五十).

    Digits in a row are read one by one (二〇二四 → 2024), a digit left over after 百, 千, 万 or 亿 is of the next place
    (两千三 → 2300), as it is said; after 点 come decimals.
    """
    whole, point, decimals = numeral.partition("点")
    value = _whole(whole)
    if not point or value is None:
        return value
    places = "".join(str(DIGITS[sign]) for sign in decimals if sign in DIGITS)
    return (value + Decimal(f"0.{places or 0}")) * magnitude(decimals.lstrip("".join(DIGITS)))


def _whole(numeral: str) -> Decimal | None:
    if _BARE_RE.fullmatch(numeral):
        return Decimal("".join(str(DIGITS[sign]) for sign in numeral))
    spoken = _LAST_PLACE_RE.sub(lambda match: match[1] + match[2] + _SCALE_BELOW[match[1]], numeral)
    return _placed(spoken)


def _placed(numeral: str) -> Decimal | None:
    """Sums place by place; within 万 and 亿 the places must fall, 万 may not stand before a greater one but 亿."""
    total = section = digit = 0
    place, great = 10**4, 10**17
    for sign in numeral:
        if sign in DIGITS:
            if digit:
                return None
            digit = DIGITS[sign]
        elif sign in TENS:
            if TENS[sign] >= place:
                return None
            place = TENS[sign]
            section, digit = section + (digit or 1) * place, 0
        elif sign not in GREAT:
            return None
        elif GREAT[sign] < great:
            total, great = total + ((section + digit) or (0 if total else 1)) * GREAT[sign], GREAT[sign]
            section, digit, place = 0, 0, 10**4
        else:
            total, section, digit = (total + section + digit) * GREAT[sign], 0, 0
    return Decimal(total + section + digit)


def arabic(digits: str) -> Decimal:
    """14,156.5 → 14156.5"""
    return Decimal(digits.replace(",", ""))
