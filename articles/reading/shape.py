"""What looks wrong in an article by the shape of its lines, however sure each label is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.reading.doubts import LEFTOVER, TRUNCATED, UNJOINED, UNREAD_BYLINE, UNREAD_DATELINE, shape_doubt
from articles.reading.drafts import ArticleDraft, Doubt, Span
from articles.reading.labels import START
from articles.reading.lines import COMPLETE, Line

TEXT = ("paragraph", "joined", "resume", "deck")
NEW_TEXT = ("paragraph", "resume", "deck")
# Kinds of lines that stand between articles or within one and belong to none.
FURNITURE = ("furniture", "masthead", "date")
# Verse and lists end their lines where they like: two lines so short are no torn sentence.
SHORT = 24
LIST_RE = re.compile(r"\d[.．、].*\d[.．、]")
# What opens as a dateline does, whether or not the grammar knows its form.
DATELINE_RE = re.compile(
    r"^[【（]?\s*(?:(?:本报|本刊|本社|据)\S{0,14}|\S{1,10}[社报网])[^，。；：]{0,14}?(?:电|讯|消息|電|訊)(?:$|[\s（【：])"
)
# Where the next or the last line speaks for another reading, or text stops in the middle of the page.
STRANDED, HALTED = 0.4, 0.6

Labelled = tuple[str, Line]


def shape_doubts(article: ArticleDraft, lines: Sequence[Line], labels: Sequence[str]) -> list[Doubt]:
    """The doubts about an article that was read from these lines with these labels."""
    own = [(label.lstrip(START), line) for label, line in zip(labels, lines, strict=True)]
    body = [(label, line) for label, line in own if label != "furniture"]
    return [*_lines(own), *_torn(body), *_end(article, body), *_set_aside(article, own), *_within(own)]


def _doubt(code: str, line: Line, runner_up: str | None = None, score: float | None = None) -> Doubt:
    return shape_doubt(code, Span(line.start, line.end), runner_up, score)


def _lines(own: Sequence[Labelled]) -> Iterator[Doubt]:
    """Signatures and datelines that the grammar does not know."""
    for label, line in own:
        if label in ("byline", "credit") and line.byline is None and line.kind != "pen_name":
            yield _doubt(UNREAD_BYLINE, line, "paragraph")
        has_dateline = line.lead is not None and line.lead.dateline is not None
        if label == "paragraph" and not has_dateline and DATELINE_RE.match(line.plain):
            yield _doubt(UNREAD_DATELINE, line)


def _torn(body: Sequence[Labelled]) -> Iterator[Doubt]:
    """A paragraph that stops in mid-sentence with another below."""
    for (label, line), (below, following) in pairwise(body):
        if label in TEXT and below in NEW_TEXT and _stops(line) and max(len(line.text), len(following.text)) > SHORT:
            yield _doubt(UNJOINED, line, "joined")


def _stops(line: Line) -> bool:
    """Whether a line of text ends in mid-sentence."""
    if line.ended or line.plain.endswith("）") or line.kind in (*COMPLETE, "qa") or LIST_RE.search(line.plain):
        return False
    return line.open or len(line.text) > SHORT


def _end(article: ArticleDraft, body: Sequence[Labelled]) -> Iterator[Doubt]:
    """A text that halts though the page goes on and no mark says where; a subhead with nothing under it."""
    label, line = body[-1] if body else ("", None)
    if line is None or article.truncated or article.continued_to is not None:
        return
    if label in TEXT and len(line.text) > SHORT and _stops(line):
        yield _doubt(TRUNCATED, line, score=HALTED)
    if label == "heading":
        yield Doubt("subhead", Span(line.start, line.end), STRANDED, "paragraph")


def _set_aside(article: ArticleDraft, own: Sequence[Labelled]) -> Iterator[Doubt]:
    """Lines that no field took: a second column label, a second mark of continuation."""
    aside = {text.spans[0].start for text in article.labels if text.spans}
    return (_doubt(LEFTOVER, line) for label, line in own if label != "deck_label" and line.start in aside)


def _within(own: Sequence[Labelled]) -> Iterator[Doubt]:
    """Lines in the midst of an article that were read as furniture and do not look it."""
    last = max((index for index, (label, _) in enumerate(own) if label != "furniture"), default=0)
    for label, line in own[:last]:
        if label == "furniture" and line.kind not in FURNITURE:
            yield _doubt(LEFTOVER, line, "paragraph")
