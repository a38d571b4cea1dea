"""Where a reading is unsure: typed codes, each with its place, its probability and the runner-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.reading.drafts import Doubt, Span
from articles.reading.labelling import START, Labelling
from articles.reading.lines import Line

# Below this probability a label is told as a doubt.
UNSURE = 0.9
# The code of a doubt by the label chosen; a pair names the code where the runner-up matters.
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


def line_doubts(lines: Sequence[Line], labelling: Labelling, first: int, end: int) -> list[Doubt]:
    """The doubts about the lines of one article."""
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
    if (label[0] == START) != (runner_up[0] == START):
        return "start"
    return CODES.get(label.lstrip(START), "text")
