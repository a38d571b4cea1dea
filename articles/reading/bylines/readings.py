"""What the byline grammar gives: a line, the opening of a paragraph, its end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from articles.reading.drafts import Credit, Dateline, Span


@dataclass(frozen=True, slots=True)
class BylineReading:
    """A line of nothing but names: kind `credit` where a picture is signed, else `byline`.

    sure is False where only the context can tell a name. own_action: the line's first action is only for names of
    this line (詹扬/文, 文：何詠詩), not for those of the line above.
    """

    credits: tuple[Credit, ...]
    kind: str
    bracketed: bool
    dateline: Dateline | None
    sure: bool
    own_action: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before the running text of a paragraph, which begins at end."""

    dateline: Dateline | None
    credits: tuple[Credit, ...]
    end: int


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands after the last sentence, from start (bracket or blank included) to the end of the text."""

    start: int
    credits: tuple[Credit, ...]
    dateline: Dateline | None
    kind: str
    sure: bool
    own_action: bool = False
    bracketed: bool = False


def says_more_than_names(reading: BylineReading) -> bool:
    """Whether a role, an affiliation, an action or a dateline stands there too."""
    return bool(reading.dateline) or any(one.role or one.affiliation or one.action for one in reading.credits)


def shifted(reading: BylineReading, by: int) -> BylineReading:
    """The reading of a stretch of text with its spans counted from the start of that text."""
    credits = tuple(replace(one, span=_moved(one.span, by)) for one in reading.credits)
    dateline = reading.dateline and replace(reading.dateline, span=_moved(reading.dateline.span, by))
    return replace(reading, credits=credits, dateline=dateline)


def _moved(span: Span | None, by: int) -> Span | None:
    return span and Span(span.start + by, span.end + by)
