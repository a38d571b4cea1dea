"""Pictures: caption lines and credits, printed before, in or after each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.reading.bylines import BylineReading, merge_credits
from articles.reading.bylines.readings import shifted
from articles.reading.drafts import FigureDraft, Span, Text
from articles.reading.lines import Line
from articles.reading.pieces import joined, shortened
from articles.reading.signatures import unique


@dataclass(slots=True)
class Figure:
    """A picture while its lines are collected."""

    captions: list[list[Line]] = field(default_factory=list)
    readings: list[BylineReading] = field(default_factory=list)
    lines: list[Text] = field(default_factory=list)


def close_figure(figure: Figure) -> FigureDraft:
    """The draft of a picture from its lines."""
    captions: list[Text] = []
    credit_lines: list[Text] = []
    readings: list[BylineReading] = []
    for lines in figure.captions:
        caption, credit, reading = _split_caption(lines)
        captions.append(caption)
        credit_lines += credit
        readings += reading
    credits = merge_credits([*readings, *figure.readings])
    return FigureDraft(_whole_caption(captions), tuple(unique(credits)), (*credit_lines, *figure.lines))


def _whole_caption(captions: list[Text]) -> Text | None:
    if not captions:
        return None
    return Text("\n".join(text.value for text in captions), tuple(span for text in captions for span in text.spans))


def _split_caption(lines: list[Line]) -> tuple[Text, list[Text], list[BylineReading]]:
    """A caption without the credit printed at its end, that credit, and its reading."""
    text, last = joined(lines), lines[-1]
    tail = last.tail
    if tail is None:
        return text, [], []
    cut = len(last.text) - tail.start
    credit = Text(last.text[tail.start :].strip(), (Span(last.start + tail.start, last.end),))
    reading = shifted(
        BylineReading(tail.credits, tail.kind, tail.bracketed, tail.dateline, tail.sure, tail.own_action), last.start
    )
    return shortened(text, cut), [credit], [reading]
