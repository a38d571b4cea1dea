"""Values of named fields in words, for sentences and lists."""

from articles.corrections.printed import DATE_RE
from articles.search.fields import written

DOUBTFUL = "有存疑"


def worded(field: str, value: str) -> str:
    """2024-01-01..2024-12-31 → 2024年, page 3 → 第3版, doubt 有 → 有存疑; other values stand as they are."""
    if field == "date":
        return _days(written(field, value))
    if field == "page":
        return f"第{value}版" if value.isdigit() else f"{value}版"
    return DOUBTFUL if field == "doubt" else value


def as_read(field: str, value: str) -> str:
    """A correctable value in words: date 2024-01-09 → 2024年1月9日, number 3 → 第3版; several lines as one."""
    if field == "date" and (match := DATE_RE.fullmatch(value)):
        return _day("-".join(match.groups()))
    if field == "number" and value:
        return worded("page", value)
    return "　".join(value.split("\n"))


def _days(typed: str) -> str:
    """2024-01-09 → 2024年1月9日; 2016..2019 → 2016年至2019年; ..2019 → 2019年以前"""
    first, dots, last = typed.partition("..")
    if not dots:
        return _day(first)
    if not first or not last:
        return f"{_day(first)}以来" if first else f"{_day(last)}以前"
    return f"{_day(first)}至{_day(last)}"


def _day(iso: str) -> str:
    """2024 → 2024年, 2024-03 → 2024年3月"""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(iso.split("-"), "年月日", strict=False))
