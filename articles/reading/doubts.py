"""Where a reading is unsure: typed codes, each with its place, its probability and the runner-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import prod

from articles.reading.drafts import ArticleDraft, Doubt, Span
from articles.reading.labelling import Labelling
from articles.reading.labels import START
from articles.reading.lines import Line

# Below this probability a label is told as a doubt: over pages with truth, the best at telling right articles from
# wrong ones (a quarter of those read right have a doubt then, a fifth of those read wrong have none).
UNSURE = 0.85
# The code of a doubt by the label chosen.
CODES = {
    "heading": "subhead",
    "headline": "headline",
    "kicker": "headline",
    "subtitle": "headline",
    "column": "column",
    "joined": "break",
    "byline": "byline",
    "credit": "byline",
    "caption": "caption",
    "furniture": "furniture",
}
OTHER_START, OTHER_TEXT, DAMAGED = "start", "text", "damaged"
NO_HEADLINE, TRUNCATED = "no_headline", "truncated"
UNREAD_BYLINE, UNREAD_DATELINE, UNJOINED, LEFTOVER = "unread_byline", "unread_dateline", "unjoined", "leftover"
# Every code that a reading may have: the site has words for each.
ALL_CODES = frozenset(
    {*CODES.values(), OTHER_START, OTHER_TEXT, DAMAGED, NO_HEADLINE, TRUNCATED}
    | {UNREAD_BYLINE, UNREAD_DATELINE, UNJOINED, LEFTOVER}
)
# What speaks against a reading by its shape alone, and how probably it is right all the same. Of the one whose text
# the page cuts off, only the end is lacking.
SHAPE_SCORES = {
    NO_HEADLINE: 0.5,
    TRUNCATED: 0.95,
    UNREAD_BYLINE: 0.6,
    UNREAD_DATELINE: 0.5,
    UNJOINED: 0.4,
    LEFTOVER: 0.5,
}


def confidence(doubts: Iterable[Doubt]) -> float:
    """How probably a reading with these doubts, and no others, is right throughout: 1 where there are none."""
    return round(prod(doubt.score for doubt in doubts), 3)


def line_doubts(lines: Sequence[Line], labelling: Labelling, first: int, end: int) -> list[Doubt]:
    """The doubts about the labels of some lines, of one article or of what stands before the first."""
    return list(_doubts(lines, labelling, range(first, end)))


def _doubts(lines: Sequence[Line], labelling: Labelling, indices: range) -> Iterator[Doubt]:
    for index in indices:
        label, score = labelling.labels[index], labelling.scores[index]
        if score < UNSURE:
            yield Doubt(
                _code(label, labelling.runners_up[index]),
                Span(lines[index].start, lines[index].end),
                round(score, 3),
                labelling.runners_up[index],
            )


def _code(label: str, runner_up: str) -> str:
    if label.startswith(START) != runner_up.startswith(START):
        return OTHER_START
    return CODES.get(label.lstrip(START), OTHER_TEXT)


def article_doubts(article: ArticleDraft) -> list[Doubt]:
    """The doubts about an article as a whole: a text without a headline, a text that the page cuts off."""
    spans = [span for _, text in article.fields() for span in text.spans]
    found = []
    if article.headline is None and article.sections:
        found.append(shape_doubt(NO_HEADLINE, spans[0] if spans else None))
    if article.truncated and article.continued_to is None:
        found.append(shape_doubt(TRUNCATED, max(_text_spans(article), default=None)))
    return found


def _text_spans(article: ArticleDraft) -> Iterator[Span]:
    return (span for section in article.sections for text in section.paragraphs for span in text.spans)


def shape_doubt(code: str, span: Span | None, runner_up: str | None = None, score: float | None = None) -> Doubt:
    """A doubt that no probability of a label tells."""
    return Doubt(code, span, SHAPE_SCORES[code] if score is None else score, runner_up)
