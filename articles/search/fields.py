"""The named fields of the query language: 记者:徐坊, 日期:2024-01..2024-02, 版:3."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from articles.folding import fold
from articles.reading.quantities import read_sought, tidy

FIELD_NAMES = {
    "title": ("题名", "标题", "题目", "title", "headline"),
    "person": ("记者", "作者", "署名", "reporter", "author", "by"),
    "column": ("栏目", "column"),
    "place": ("地点", "电头", "place"),
    "page": ("版", "版次", "page"),
    "paper": ("报纸", "报名", "paper"),
    "date": ("日期", "date"),
    "type": ("类型", "体裁", "type", "kind"),
    "doubt": ("存疑", "doubt"),
    "quantity": ("数字", "quantity"),
}
FIELDS = {name: field for field, names in FIELD_NAMES.items() for name in names}
# Names in Traditional script, which fold to names above.
TRADITIONAL = ("題名", "標題", "題目", "記者", "欄目", "地點", "電頭", "報紙", "報名", "類型", "體裁", "數字")
LABELS = {field: names[0] for field, names in FIELD_NAMES.items()}
MEASURED = ("date", "quantity")  # of these the index holds no names
NAMED = ("column", "place", "paper")  # a value of these is a name, and may be typed in part
KINDS = {
    "type": {
        "图片": ("图片", "图", "照片", "摄影", "photo", "photos", "picture", "pictures", "image"),
        "文字": ("文字", "文", "文章", "text", "article"),
    },
    "doubt": {"有": ("有", "是", "有存疑", "存疑", "yes", "true", "1")},
}
_KINDS = {field: {word: value for value, words in kinds.items() for word in words} for field, kinds in KINDS.items()}

_PERSON_RE = re.compile(r"(?:[\u3400-\u9fff\U00020000-\U000323af·]{1,20}|[a-z][a-z .'·-]{0,39})(?:\([^()|]{1,60}\))?")
_PAGE_RE = re.compile(r"第?(?:([a-z]?)0*(\d{1,3})|([一二三四五六七八九十]{1,3}))版?")
_DAY_RE = re.compile(
    r"(?P<year>\d{4})(?:(?:[-/.年](?P<month>\d{1,2})(?:[-/.月](?P<day>\d{1,2})[日号]?|月)?)|年)?"
    r"|(?P<year2>\d{4})(?P<month2>\d\d)(?P<day2>\d\d)?"
)
_RANGE_RE = re.compile(r"\s*(?:\.\.+|~+|至|到|--+)\s*|\s+-\s+|(?<=[年月日号])-|(?<!\d{5})(?<=\d{4})-(?=\d{4}(?!\d))")
_REST_RE = re.compile(r"(?:(\d{1,2})[-/.月])?(\d{1,2})(月|[日号])?")  # 2024年1月至3月: the end says no more
_SINCE_RE, _UNTIL_RE = re.compile(r"(?:以来|以后|之后|起)$"), re.compile(r"(?:以前|之前|止|为止)$")
_DECADE_RE = re.compile(r"(\d{3}0)(?:年代|s)")
_NUMERALS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_NUMERAL_RE = re.compile(r"[〇零一二三四五六七八九]{4}(?=年)|[一二三四五六七八九十]{1,3}(?=[月日号])")
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
    "2024-01-01..2024-01-31", numbers as ">100亿元".
    """

    field: str
    values: tuple[str, ...]

    @property
    def label(self) -> str:
        return LABELS[self.field]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of the archive's vocabulary: a field, the value as the index holds it, how many articles hold it."""

    field: str
    value: str
    count: int


def understand(field: str, value: str) -> str | None:
    """The value in the form of Filter, or None where it makes no sense for the field."""
    if field == "person":
        return value if _PERSON_RE.fullmatch(fold(value)) else None
    if field in ("page", *MEASURED, *KINDS):
        return canonical(field, value)
    return value if any(map(str.isalnum, value)) else None


def canonical(field: str, value: str) -> str | None:
    """The one form of a page (A03 → A3), date, number, type or doubt, or None where the value is none."""
    if field == "quantity":
        return tidy(value) if read_sought(value) else None
    folded = fold(value).strip()
    if field in KINDS:
        return _KINDS[field].get(folded)
    return {"page": _page, "date": _dates}[field](folded)


def date_range(value: str) -> tuple[date, date]:
    """First and last day of a date filter's value."""
    first, _, last = value.partition("..")
    return date.fromisoformat(first), date.fromisoformat(last)


@lru_cache(maxsize=2048)
def written(field: str, value: str) -> str:
    """A filter's value as one would type it: 2024-01-01..2024-12-31 → 2024, 0001-01-01..2019-12-31 → ..2019."""
    if field != "date":
        return value
    first, _, last = value.partition("..")
    for size in (len("2024"), len("2024-01")):
        start = "" if first == str(date.min) else first[:size]
        end = "" if last == str(date.max) else last[:size]
        if (start or end) and _dates(f"{start}..{end}") == value:
            return start if start == end else f"{start}..{end}"
    return first if first == last else value


def _page(folded: str) -> str | None:
    if not (match := _PAGE_RE.fullmatch(folded)):
        return None
    letter, digits, numeral = match.groups()
    return _PAGE_NUMERALS.get(numeral) if numeral else letter.upper() + digits


def _dates(folded: str) -> str | None:
    """First and last day as a range; either end may be open, and the end may leave out what the start has said."""
    text = _NUMERAL_RE.sub(_digits, folded.strip())
    text = _UNTIL_RE.sub("", ".." + text) if _UNTIL_RE.search(text) else _SINCE_RE.sub("..", text)
    first, *rest = _RANGE_RE.split(text) if text else [""]
    if len(rest) > 1 or not (first or "".join(rest)):
        return None
    start = _days(first) if first else (date.min, date.min)
    end = _days(_completed(first, rest[0])) if rest and rest[0] else (date.max, date.max) if rest else start
    return f"{start[0]}..{end[1]}" if start and end and start[0] <= end[1] else None


def _digits(numeral: re.Match[str]) -> str:
    """二〇二四 → 2024, 十二 → 12."""
    return _PAGE_NUMERALS.get(numeral[0]) or numeral[0].translate(_NUMERALS)


def _completed(first: str, last: str) -> str:
    """The end of a range with the year (and month) of its start: 2024年1月, 3月 → 2024-3."""
    start, rest = _DAY_RE.fullmatch(first), _REST_RE.fullmatch(last)
    if not start or not rest or not start["month"]:
        return last
    month, number, unit = rest.groups()
    if month:
        return f"{start['year']}-{month}-{number}"
    if unit == "月" or not (start["day"] or unit):
        return f"{start['year']}-{number}"
    return f"{start['year']}-{start['month']}-{number}"


def _days(text: str) -> tuple[date, date] | None:
    """First and last day of 2024, 2024-01, 2024年1月8日, 20240108, 1990年代; None if there is no such day."""
    if decade := _DECADE_RE.fullmatch(text):
        years = int(decade[1]), int(decade[1]) + 9
        return (date(years[0], 1, 1), date(years[1], 12, 31)) if years[0] else None
    if not (match := _DAY_RE.fullmatch(text)):
        return None
    year, month, day = (int(match[part] or match[f"{part}2"] or 0) for part in ("year", "month", "day"))
    try:
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except (ValueError, IndexError):
        return None
    return first, last
