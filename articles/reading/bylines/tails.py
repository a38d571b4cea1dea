"""The end of a paragraph or caption: the byline, credit or closing dateline after its last sentence."""

from __future__ import annotations

from articles.reading.bylines.patterns import POINTER_BRACKET_RE, TAIL_BRACKET_RE, TAIL_BYLINE_RE
from articles.reading.bylines.readings import BylineReading, Tail, says_more_than_names, shifted
from articles.reading.bylines.signed import parse_byline_line
from articles.reading.normal import is_han
from articles.reading.plain import plain

LONGEST_TAIL = 130
CLOSING = frozenset("。！？!?”』」…；")
# The same on plain text, and a bracket, after which only what is plainly a byline is taken.
CLOSING_MARKS = "。！？”’…；）"
SENTENCE_ENDS = frozenset("。！？…")
BULLETS = frozenset("●■◆▲★☆▪◎□○◇▶►•")
RIGHT_BRACKETS = frozenset(")）]］】〕")


def parse_tail(text: str) -> Tail | None:
    """The tail of a paragraph, `…三分之一以上。范小洪 陈小攀`; None where it ends as sentences do."""
    last = text[-1:] or " "
    if last.isspace():
        text = text.rstrip()
        last = text[-1:] or " "
    if last in RIGHT_BRACKETS:
        return _in_bracket(text) or _open_tail(text)
    return _open_tail(text) if is_han(last) else None


def _in_bracket(text: str) -> Tail | None:
    """…。（本报记者 贺小川采访整理）; bare names, …。（华 章）, only after a finished sentence."""
    match = TAIL_BRACKET_RE.search(text, max(0, len(text) - LONGEST_TAIL))
    start = len(text[: match.start()].rstrip()) if match else 0
    if match is None or not start or _ends_a_credit(text[start - 1]):
        return None
    reading = parse_byline_line(match[0])
    if reading is None or not (says_more_than_names(reading) or text[start - 1] in CLOSING or text[0] in BULLETS):
        return None
    return _tail(reading, match.start(), start)


def _ends_a_credit(char: str) -> bool:
    """新华社发（徐小昱摄）: the bracket belongs to what stands before it."""
    return char in "发發"


def _open_tail(text: str) -> Tail | None:
    """…。 本报记者 譚卓楠攝; …。黎望舒高 远; also with 摄（影像中国） or （右图） at the very end."""
    base = max(0, len(text) - LONGEST_TAIL)
    line = plain(text[base:])
    pointer = POINTER_BRACKET_RE.search(line)
    end = pointer.start() if pointer else len(line)
    bracket = line.rfind("（") if line[end - 1 : end] == "）" else end
    start = max(line.rfind(mark, 0, bracket) for mark in CLOSING_MARKS) + 1
    if 0 < start < end:
        reading = parse_byline_line(text[base + start : base + end])
        if reading is not None and (reading.sure or _ends_sentence(line[:start])):
            return _tail(reading, base + start, base + start)
    return _after_blank(text, line[:end], base, start)


def _ends_sentence(line: str) -> bool:
    return line[-1] in SENTENCE_ENDS or (line[-1] in "”’" and line[-2:-1] in SENTENCE_ENDS)


def _after_blank(text: str, line: str, base: int, start: int) -> Tail | None:
    """A caption without a closing mark, then a blank and who took the picture."""
    for match in TAIL_BYLINE_RE.finditer(line, start):
        reading = parse_byline_line(text[base + match.start() : base + len(line)])
        if reading is not None and reading.sure:
            return _tail(reading, base + match.start(), base + len(line[: match.start()].rstrip()))
    return None


def _tail(reading: BylineReading, offset: int, start: int) -> Tail:
    moved = shifted(reading, offset)
    return Tail(start, moved.credits, moved.dateline, moved.kind, moved.sure, moved.own_action, moved.bracketed)
