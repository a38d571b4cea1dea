"""A page's text as its printed lines, each with its place and what it looks like taken alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.reading import marks
from articles.reading.bylines import BylineReading, Lead, Tail, parse_byline_line, parse_lead, parse_tail
from articles.reading.bylines.readings import says_more_than_names
from articles.reading.plain import plain as plain_text

# No line longer than this is a headline, a subhead or a label.
SHORT = 60
BYLINE_LONGEST = 130
# Kinds of lines that are whole without a closing mark.
COMPLETE = ("row", "note", "names", "called", "byline", "signed", "source")
# Kinds of lines that can be a speaker's turn.
TURNS = ("ended", "unended", "sentence", "bare", "row")


@dataclass(slots=True)
class Line:
    """One printed line without its outer blanks: as printed, in its plain form (same length), and its place."""

    text: str
    plain: str
    start: int
    end: int
    blanks: int
    kind: str = ""
    byline: BylineReading | None = None
    lead: Lead | None = None
    tail: Tail | None = None
    ended: bool = False
    open: bool = False
    # The pairs of Han characters in it, for likeness between texts (see cohesion).
    pairs: frozenset[str] = frozenset()
    # What the file states of it (see stated), "" for nothing.
    stated: str = ""
    indented: bool = False

    @property
    def is_long(self) -> bool:
        """Whether only running text or a caption looks like this."""
        return len(self.text) > SHORT or (self.ended and len(self.text) > 24)


def split_lines(text: str, stated: Mapping[int, str] | None = None) -> list[Line]:
    """The non-blank lines of a page in order, classified; blanks counts the empty lines before each.

    stated: what the file says of lines, by the offset of their first sign.
    """
    lines = [_classified(line) for line in _stripped(text)]
    for line in lines if stated else ():
        line.stated = (stated or {}).get(line.start, "")
    _find_speakers(lines)
    return lines


def _stripped(text: str) -> Iterator[Line]:
    offset = blanks = 0
    for raw in text.split("\n"):
        body = raw.strip()
        if body:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            yield Line(body, plain_text(body), start, start + len(body), blanks, indented=indent > 0)
            blanks = 0
        else:
            blanks += 1
        offset += len(raw) + 1


def _classified(line: Line) -> Line:
    plain = line.plain
    if len(plain) <= BYLINE_LONGEST:
        line.byline = parse_byline_line(line.text)
    if line.byline is None and len(plain) > 8:
        line.lead = parse_lead(line.text)
        line.tail = parse_tail(line.text)
    line.ended = line.tail is not None or bool(marks.ENDED_RE.search(plain) or marks.INLINE_TO_RE.search(plain))
    line.open = not line.ended and is_open(plain)
    line.kind = kind_of(line)
    return line


def _find_speakers(lines: list[Line]) -> None:
    """Question and answer: `X：…` is a speaker's turn where X speaks twice or has a speaker's name (问, 答, 记者)."""
    turns = [(line, match["speaker"]) for line in lines if (match := marks.TURN_RE.match(line.plain))]
    counts = Counter(speaker for _, speaker in turns)
    for line, speaker in turns:
        if line.kind in TURNS and (counts[speaker] > 1 or speaker in marks.SPEAKERS):
            line.kind = "qa"


def is_open(plain: str) -> bool:
    """Whether a quotation or bracket is left open, or the line stops at a comma: it goes on in the next line."""
    if plain[-1] in "，、；":
        return True
    return any(plain.count(left) > plain.count(right) for left, right in marks.PAIRS)


def kind_of(line: Line) -> str:
    """The one word that says best what a line looks like alone (see marks.KINDS for those found by pattern)."""
    plain = line.plain
    for kind, pattern, longest in marks.KINDS:
        if len(plain) <= longest and pattern.search(plain):
            return kind
    if line.byline is not None:
        return _byline_kind(line.byline)
    if line.lead is not None:
        return "lead" if line.lead.dateline is not None else "bylead"
    for kind, pattern, longest in marks.LATE_KINDS:
        if len(plain) <= longest and pattern.search(plain):
            return kind
    if len(plain) > SHORT:
        return "ended" if line.ended else "unended"
    return "sentence" if line.ended else "bare"


def _byline_kind(reading: BylineReading) -> str:
    if not reading.credits:
        return "closing" if reading.dateline else "source"
    if reading.kind == "credit":
        return "credit"
    if not reading.sure:
        return "called" if says_more_than_names(reading) else "names"
    return "signed" if reading.bracketed else "byline"
