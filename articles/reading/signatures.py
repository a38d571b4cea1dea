"""Who signs an article or a picture: each person once."""

from __future__ import annotations

from collections.abc import Sequence

from articles.reading.bylines import BylineReading, parse_credits
from articles.reading.bylines.readings import shifted
from articles.reading.drafts import Credit
from articles.reading.lines import Line


def signature(line: Line) -> BylineReading:
    """The names of a line that its place makes a byline, with spans in the page; unusual names as they stand."""
    reading = line.byline or BylineReading(parse_credits(line.text), "byline", False, None, False)
    return shifted(reading, line.start)


def unique(credits: Sequence[Credit]) -> list[Credit]:
    """Each person once, where first named."""
    seen: dict[object, Credit] = {}
    for credit in credits:
        seen.setdefault(credit.name or (credit.role, credit.affiliation), credit)
    return list(seen.values())
