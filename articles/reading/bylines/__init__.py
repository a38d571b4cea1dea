"""The door of the byline grammar: lines, leads and tails of a page, and what an editor types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.reading.bylines.datelines import parse_dateline
from articles.reading.bylines.leads import parse_lead
from articles.reading.bylines.names import NameSpan, Trust, split_names
from articles.reading.bylines.patterns import TYPED_NAME_RE
from articles.reading.bylines.readings import BylineReading, Lead, Tail, shifted
from articles.reading.bylines.signed import parse_byline_line
from articles.reading.bylines.tails import parse_tail
from articles.reading.drafts import Credit, Span

__all__ = [
    "BylineReading",
    "Lead",
    "Tail",
    "merge_credits",
    "parse_byline_line",
    "parse_credits",
    "parse_dateline",
    "parse_lead",
    "parse_tail",
]

# Names this far apart on the page do not share an action, though their bylines were handed over together.
FARTHEST = 60


def parse_credits(text: str) -> tuple[Credit, ...]:
    """Whom a byline of one or more lines names, as an editor types it; what is not understood is bare names."""
    readings = [reading for start, line in _lines(text) for reading in _readings(start, line)]
    return merge_credits(readings)


def merge_credits(readings: Sequence[BylineReading | Tail]) -> tuple[Credit, ...]:
    """The credits of consecutive lines in order, where an action on a later line is for the names above it too.

    `本报记者 何若谷` over `拍友 万 里 摄`: both took the picture. Not after a slash, and not out of a bracket.
    """
    merged: list[Credit] = []
    action: str | None = None
    for reading in reversed(readings):
        credits = list(reading.credits)
        if action and not reading.bracketed and _is_near(credits, merged):
            _pass_on(credits, merged, action)
        merged = credits + merged
        action = None if reading.own_action or reading.bracketed or not credits else credits[0].action
    return tuple(merged)


def _pass_on(above: list[Credit], below: list[Credit], action: str) -> None:
    """Give an action to the names at the end of a line that have none, and their role to bare names going on below."""
    if above and above[-1].action is None:
        for at in range(_without_role(below)):
            below[at] = replace(below[at], role=above[-1].role, affiliation=above[-1].affiliation)
    for at in range(len(above) - 1, -1, -1):
        if above[at].action is not None:
            return
        above[at] = replace(above[at], action=action)


def _without_role(credits: Sequence[Credit]) -> int:
    """How many names stand before the first role or affiliation."""
    return next((at for at, one in enumerate(credits) if one.role or one.affiliation), len(credits))


def _is_near(above: Sequence[Credit], below: Sequence[Credit]) -> bool:
    if not above or not below or above[-1].span is None or below[0].span is None:
        return True
    return below[0].span.start - above[-1].span.end <= FARTHEST


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start + len(line) - len(line.lstrip()), line.strip()
        start += len(line)


def _readings(start: int, line: str) -> Iterator[BylineReading]:
    reading = parse_byline_line(line) or _as_names(line)
    if reading is not None:
        yield shifted(reading, start)


def _as_names(line: str) -> BylineReading | None:
    """A line as names without roles: by the rules of names, else whatever stands between 、 and commas."""
    words = split_names(line, Trust.LOOSE) or [
        NameSpan("".join(match[0].split()), *match.span()) for match in TYPED_NAME_RE.finditer(line)
    ]
    credits = tuple(Credit(word.name, span=Span(word.start, word.end)) for word in words)
    return BylineReading(credits, "byline", False, None, False) if credits else None
