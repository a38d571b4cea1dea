"""电头: the agency, place and date of a dispatch, at the head of an article or in the bracket that closes it."""

from __future__ import annotations

from re import Match

from articles.reading.bylines.patterns import DATELINE_RE, DATELINE_START_RE
from articles.reading.drafts import Dateline, Span
from articles.reading.plain import plain

LONGEST = 48


def match_dateline(text: str, line: str, start: int = 0, end: int | None = None) -> Dateline | None:
    """The dateline that begins at line[start], the plain form of text, or None; its values are cut from the text."""
    end = min(len(line) if end is None else end, start + LONGEST)
    if not DATELINE_START_RE.match(line, start, end):
        return None
    match = DATELINE_RE.match(line, start, end)
    if match is None:
        return None
    agency = _cut(text, match.span("agency") if match["agency"] else match.span("agency2"))
    place = _cut(text, match.span("place") if match["agency"] else match.span("place2"))
    return Dateline(agency, place, _cut(text, match.span("date")), Span(*match.span()))


def sent_dateline(text: str, match: Match[str]) -> Dateline:
    """The place and date of a dispatch that opens with its writer (a match of SENT_BY_RE)."""
    first = match["date"] is not None
    date, place = match.span("date" if first else "date2"), match.span("place" if first else "place2")
    span = Span(match.start("date" if first else "place2"), match.end())
    return Dateline(None, _cut(text, place), _cut(text, date), span)


def _cut(text: str, span: tuple[int, int]) -> str | None:
    return "".join(text[slice(*span)].split()) if span[0] >= 0 else None


def parse_dateline(text: str) -> Dateline | None:
    """A dateline as an editor types it, alone: `本报湖州1月8日电`; None for anything else."""
    line = plain(text)
    start, end = len(line) - len(line.lstrip(" 【［（")), len(line.rstrip(" 】］）"))
    dateline = match_dateline(text, line, start, end)
    return dateline if dateline and dateline.span and dateline.span.end == end else None
