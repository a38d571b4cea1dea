"""The named fields of the query language: 记者:徐坊, 日期:2024-01..2024-02, 版:3."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from articles.folding import fold

FIELD_NAMES = {
    "title": ("题名", "标题", "题目", "title", "headline"),
    "person": ("记者", "作者", "署名", "reporter", "author", "by"),
    "column": ("栏目", "column"),
    "place": ("地点", "电头", "place"),
    "page": ("版", "版次", "page"),
    "paper": ("报纸", "报名", "paper"),
    "date": ("日期", "date"),
}
FIELDS = {name: field for field, names in FIELD_NAMES.items() for name in names}
TRADITIONAL = ("題名", "標題", "題目", "記者", "欄目", "地點", "電頭", "報紙", "報名")  # fold to names above
LABELS = {field: names[0] for field, names in FIELD_NAMES.items()}

_PERSON_RE = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af·]{1,20}|[a-z][a-z .'·-]{0,39}")
_PAGE_RE = re.compile(r"第?(?:([a-z]?)0*(\d{1,3})|([一二三四五六七八九十]{1,3}))版?")
_DAY_RE = re.compile(r"(\d{4})(?:(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?)|年)?|(\d{4})(\d\d)(\d\d)?")
_RANGE_RE = re.compile(r"\s*(?:\.\.+|~|至|到|--+)\s*")
_ONES = ("", *"一二三四五六七八九")
_PAGE_NUMERALS = {
    tens + ones: str(10 * at_ten + at_one)
    for at_ten, tens in enumerate(("", "十", *(f"{one}十" for one in _ONES[2:])))
    for at_one, ones in enumerate(_ONES)
}


@dataclass(frozen=True, slots=True)
class Filter:
    """One named field: an article satisfies it if any of the values fits.

    field: a key of FIELD_NAMES but title; values: as typed, a page as its bare number ("3", "A3"), dates as
    "2024-01-01..2024-01-31".
    """

    field: str
    values: tuple[str, ...]

    @property
    def label(self) -> str:
        return LABELS[self.field]


def understand(field: str, value: str) -> str | None:
    """The value in the form of Filter, or None where it makes no sense for the field."""
    if field == "person":
        return value if _PERSON_RE.fullmatch(fold(value)) else None
    if field == "page":
        return _page(fold(value))
    if field == "date":
        return _dates(fold(value))
    return value if any(map(str.isalnum, value)) else None


def date_range(value: str) -> tuple[date, date]:
    """First and last day of a date filter's value."""
    first, _, last = value.partition("..")
    return date.fromisoformat(first), date.fromisoformat(last)


def _page(folded: str) -> str | None:
    if not (match := _PAGE_RE.fullmatch(folded)):
        return None
    letter, digits, numeral = match.groups()
    return _PAGE_NUMERALS.get(numeral) if numeral else letter.upper() + digits


def _dates(folded: str) -> str | None:
    first, *rest = _RANGE_RE.split(folded.strip()) if folded.strip() else [""]
    if len(rest) > 1 or not (first or "".join(rest)):
        return None
    start = _days(first) if first else (date.min, date.min)
    end = _days(rest[0]) if rest and rest[0] else (date.max, date.max) if rest else start
    return f"{start[0]}..{end[1]}" if start and end and start[0] <= end[1] else None


def _days(text: str) -> tuple[date, date] | None:
    """First and last day of 2024, 2024-01, 2024年1月8日, 20240108; None if there is no such day."""
    if not (match := _DAY_RE.fullmatch(text)):
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups()[:3])
    if match[4]:
        year, month, day = int(match[4]), int(match[5]), int(match[6] or 0)
    try:
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except (ValueError, IndexError):
        return None
    return first, last
