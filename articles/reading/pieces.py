"""Printed lines as pieces of text that know their place."""

from __future__ import annotations

from articles.reading.drafts import Span, Text
from articles.reading.lines import Line


def whole(line: Line) -> Text:
    """A line as it stands."""
    return Text(line.text, (Span(line.start, line.end),))


def joined(lines: list[Line]) -> Text:
    """The lines of one paragraph put together where the column breaks cut it."""
    return Text("".join(line.text for line in lines), tuple(Span(line.start, line.end) for line in lines))


def shortened(text: Text, by: int) -> Text:
    """The text without its last characters, as many as by."""
    *spans, last = text.spans
    return Text(text.value[:-by].rstrip(), (*spans, Span(last.start, last.end - by)))
