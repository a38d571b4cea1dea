"""Parts of addresses: a day as 2024-01-09, a year as 2024; anything else is not found."""

import datetime


class DayConverter:
    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> datetime.date:
        return datetime.date.fromisoformat(value)

    def to_url(self, value: datetime.date) -> str:
        return value.isoformat()


class SitemapConverter:
    """A month as 2024-03, the undated, or the names."""

    regex = r"(?!0000)\d{4}-(?:0[1-9]|1[0-2])|undated|names"

    def to_python(self, value: str) -> str:
        return value

    to_url = to_python


class FormConverter(SitemapConverter):
    """The form of a feed."""

    regex = "atom|json"


class YearConverter:
    regex = r"[12]\d{3}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"
