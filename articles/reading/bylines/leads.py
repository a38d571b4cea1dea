"""The opening of a paragraph: its dateline, and the byline in brackets or not, before the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.reading.bylines import patterns
from articles.reading.bylines.credits import cut_credits, read_signature
from articles.reading.bylines.datelines import match_dateline, sent_dateline
from articles.reading.bylines.readings import BylineReading, Lead
from articles.reading.bylines.signed import BRACKETS, read_line
from articles.reading.bylines.tokens import tokenise
from articles.reading.drafts import Credit, Dateline, Span
from articles.reading.plain import plain

LONGEST_LEAD = 160
LONGEST_BYLINE = 100
# How far into a paragraph a word of the trade stands, where it opens with a lead.
HEAD = 44
CUTS_TRIED = 8
LONGEST_USUAL_NAME = 3
# What closes a byline whose name stands close to its role: 大公报记者何蔚北京报道：.
TOLD_RE = re.compile("报[道导][： ]$")


def parse_lead(text: str) -> Lead | None:
    """The lead of a paragraph, `本报湖州1月8日电(记者徐坊)8日上午…`; None where it begins with running text."""
    if not patterns.LEAD_SIGN_RE.search(text, 0, HEAD):
        return None
    line = plain(text[:LONGEST_LEAD])
    start = _skip(line, 0, " ")
    if start == len(line):
        return None
    if line[start] in BRACKETS:
        return _bracketed_lead(text, line, start)
    dateline = match_dateline(text, line, start)
    if dateline is not None and dateline.span is not None:
        return _after_dateline(text, line, dateline, dateline.span.end)
    return _open_lead(text, line, start)


def _skip(line: str, at: int, signs: str) -> int:
    while at < len(line) and line[at] in signs:
        at += 1
    return at


def _bracketed_lead(text: str, line: str, start: int) -> Lead | None:
    """【本報訊】記者 馮子晴 報道：… and （本报记者 张三）8日上午…"""
    reading, end = _bracket_at(text, line, start)
    if reading is None or not (reading.dateline or any(credit.role for credit in reading.credits)):
        return None
    if reading.credits:
        return Lead(reading.dateline, reading.credits, _skip(line, end, " ")) if end < len(text) else None
    return _after_dateline(text, line, reading.dateline, end)


def _bracket_at(text: str, line: str, start: int) -> tuple[BylineReading | None, int]:
    """The byline in the bracket that opens at start, and where the bracket ends."""
    close = line.find(BRACKETS[line[start]], start, start + LONGEST_BYLINE)
    return (read_line(text, line, start, close + 1), close + 1) if close > 0 else (None, start)


def _after_dateline(text: str, line: str, dateline: Dateline | None, at: int) -> Lead:
    begin = _skip(line, at, " ：" if line[at - 1] == "】" else " ")
    if begin < len(line) and line[begin] in BRACKETS:
        reading, end = _bracket_at(text, line, begin)
        if reading is not None and reading.dateline is None:
            return Lead(dateline, reading.credits, _skip(line, end, " "))
    credits, end = _open_byline(text, line, begin, spaced=False)
    return Lead(dateline, credits, end if credits else begin)


def _open_lead(text: str, line: str, start: int) -> Lead | None:
    """A byline without dateline or brackets: `记者 陈小芮 文/摄 4月18日,…`."""
    if sent := _sent_lead(text, line, start):
        return sent
    credits, end = _open_byline(text, line, start, spaced=True)
    return Lead(None, credits, end) if credits and end < len(text) else None


def _sent_lead(text: str, line: str, start: int) -> Lead | None:
    """The writer, then place and date, the agency not printed: `特派记者 何蔚 1月8日临江电`."""
    match = patterns.SENT_BY_RE.match(line, start)
    signature = match and read_signature(line, *match.span("by"), cautious=True)
    if match is None or signature is None or not all(_is_short(one.name) for one in signature.named):
        return None
    return Lead(sent_dateline(text, match), cut_credits(text, signature.named), _skip(line, match.end(), " ："))


def _is_short(name: Span | None) -> bool:
    """Whether a name is no longer than three characters: a place may be glued to a longer one."""
    return name is not None and name.end - name.start <= LONGEST_USUAL_NAME


def _open_byline(text: str, line: str, start: int, *, spaced: bool) -> tuple[tuple[Credit, ...], int]:
    """The names that open running text at start, and where the text begins; the longest stretch that reads as names."""
    opening = patterns.OPEN_BYLINE_RE.match(line, start)
    if opening is None:
        return (), start
    glued = spaced and line[opening.end() : opening.end() + 1] != " "
    for cut in _cuts(line, start):
        if glued and not TOLD_RE.search(line, start, cut + 1):
            continue
        signature = read_signature(line, start, cut, cautious=True)
        if signature is not None and all(one.name for one in signature.named):
            return cut_credits(text, signature.named), _skip(line, cut, " ：")
    return (), start


def _cuts(line: str, start: int) -> Iterator[int]:
    """Where the byline may end, the last place first: after an action, at a blank, before a word that opens a text."""
    places: list[int] = []
    for token in tokenise(line, start, min(len(line), start + LONGEST_BYLINE)):
        if token.kind == "text":
            words = patterns.NOT_BLANK_RE.finditer(line, token.start, token.end)
            places += [word.end() for word in words if line[word.end() : word.end() + 1] in (" ", "")]
        elif token.kind == "action":
            places.append(token.end)
            if line[token.end - 2 : token.end] in ("报道", "报导"):
                break
        elif token.kind == "opening":
            places.append(token.start)
    return reversed(places[:CUTS_TRIED])
