"""Labelled lines to drafts: each line is handed to the field that its label names, then the article is closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from articles.reading import marks
from articles.reading.bylines import BylineReading, merge_credits
from articles.reading.drafts import ArticleDraft, Doubt, SectionDraft, Span, Text
from articles.reading.figures import Figure, close_figure
from articles.reading.labels import START
from articles.reading.lines import COMPLETE, Line
from articles.reading.paragraphs import ParagraphReader
from articles.reading.pieces import joined, whole
from articles.reading.signatures import signature, unique

# A column label in brackets at the end of a headline; a series mark there belongs to the headline.
HEADLINE_LABEL_RE = re.compile(r"^(?P<headline>.{4,}?)\s*(?P<label>（(?P<column>(?:[^（）]|（[^（）]*）){3,})）)$")
SERIES_RE = re.compile(
    r"^（(?:[上中下终]|[一二三四五六七八九十\d]{1,3}|外[一二三四五]首|[组图文多]{1,2}[图首章]|节选|续|完|[\d一二三四五六七八九十]+则|组诗|图文?|摘要|全文|代序|\S{0,2}连载)）$"
)
COLUMN_BRACKETS_RE = re.compile(r"^[（【［〖「《\[(]\s*(.*?)\s*[）】］〗」》\])]$")


@dataclass(slots=True)
class _Section:
    heading: Text | None
    paragraphs: list[list[Line]] = field(default_factory=list)


_OF_ONE_TEXT = ("headline", "kicker", "subtitle", "column", "continued_from", "continued_to")


class ArticleBuilder:
    """Collects the lines of one article and makes its draft."""

    def __init__(self) -> None:
        self.texts: dict[str, Text] = {}
        self.deck: list[list[Line]] = []
        self.labels: list[Text] = []
        self.readings: list[BylineReading] = []
        self.byline_lines: list[Text] = []
        self.sections: list[_Section] = []
        self.figures: list[Figure] = []
        self.waiting: Figure | None = None
        self.credits_first = False
        self.open: list[list[Line]] = self.deck
        self.last = ""

    def add(self, label: str, line: Line) -> None:
        """Hand a line to the field of its label."""
        name = label.lstrip(START)
        _ADDERS.get(name, ArticleBuilder._title)(self, line, name)
        self.last = name

    def _title(self, line: Line, name: str) -> None:
        text, before = whole(line), self.texts.get(name)
        self.texts[name] = text if before is None else Text(f"{before.value} {text.value}", before.spans + text.spans)

    def _column(self, line: Line, name: str) -> None:
        if name in self.texts:
            self.labels.append(whole(line))
            return
        inner = COLUMN_BRACKETS_RE.match(line.text)
        self.texts[name] = Text(inner[1] if inner else line.text, (Span(line.start, line.end),))

    def _continuation(self, line: Line, name: str) -> None:
        pattern = marks.FROM_RE if name == "continued_from" else marks.TO_RE
        if name not in self.texts and (match := pattern.match(line.plain)):
            self.texts[name] = Text(line.text[slice(*match.span("page"))], (Span(line.start, line.end),))
        else:
            self.labels.append(whole(line))

    def _label(self, line: Line, _: str) -> None:
        self.labels.append(whole(line))

    def _deck(self, line: Line, _: str) -> None:
        self.deck.append([line])
        self.open = self.deck

    def _byline(self, line: Line, _: str) -> None:
        self.byline_lines.append(whole(line))
        self.readings.append(signature(line))

    def _heading(self, line: Line, _: str) -> None:
        self.sections.append(_Section(whole(line)))

    def _resume(self, line: Line, name: str) -> None:
        self.sections.append(_Section(None))
        self._paragraph(line, name)

    def _paragraph(self, line: Line, _: str) -> None:
        if not self.sections:
            self.sections.append(_Section(None))
        self.sections[-1].paragraphs.append([line])
        self.open = self.sections[-1].paragraphs

    def _joined(self, line: Line, name: str) -> None:
        if self.open:
            self.open[-1].append(line)
        else:
            self._paragraph(line, name)

    def _caption(self, line: Line, _: str) -> None:
        if self.waiting is not None:
            self.figures.append(self.waiting)
            self.waiting, self.credits_first = None, True
        elif not self._goes_on(line):
            self.figures.append(Figure())
        self.figures[-1].captions.append([line])
        self.open = self.figures[-1].captions

    def _goes_on(self, line: Line) -> bool:
        """Whether a caption line belongs to the caption above: same picture, no credit yet, no pointer of its own."""
        return self.last == "caption" and line.kind != "pointer" and self.figures[-1].captions[-1][-1].tail is None

    def _credit(self, line: Line, _: str) -> None:
        if not self.figures or (self.credits_first and self.last != "credit"):
            self.waiting = self.waiting or Figure()
        figure = self.waiting or self.figures[-1]
        figure.lines.append(whole(line))
        figure.readings.append(signature(line))

    def draft(self, doubts: Sequence[Doubt], *, is_last: bool) -> ArticleDraft:
        """The article as read; is_last says that the page ends with it, so that it may be cut off."""
        self._take_label_from_headline()
        if self.waiting is not None:
            self.figures.append(self.waiting)
        reader = ParagraphReader(self.texts)
        sections = tuple(_read_section(section, reader) for section in self.sections)
        dated = (reading.dateline for reading in self.readings if reading.dateline)
        return ArticleDraft(
            **{name: self.texts.get(name) for name in _OF_ONE_TEXT},
            deck=tuple(joined(lines) for lines in self.deck),
            dateline=reader.dateline or next(dated, None),
            bylines=tuple(unique([*merge_credits(self.readings), *reader.leads, *reader.tails])),
            byline_lines=tuple(self.byline_lines),
            sections=sections,
            figures=tuple(map(close_figure, self.figures)),
            truncated=reader.cut or ((is_last or "continued_to" in self.texts) and self._stops_short()),
            labels=tuple(self.labels),
            doubts=tuple(doubts),
        )

    def _take_label_from_headline(self) -> None:
        headline = self.texts.get("headline")
        if headline is None or "column" in self.texts or len(headline.spans) != 1:
            return
        plain = headline.value.translate({ord("("): "（", ord(")"): "）"})
        match = HEADLINE_LABEL_RE.match(plain)
        if match is None or SERIES_RE.match(match["label"]):
            return
        start, end = headline.spans[0]
        cut = match.start("label")
        self.texts["headline"] = Text(
            headline.value[: match.end("headline")], (Span(start, start + match.end("headline")),)
        )
        self.texts["column"] = Text(headline.value[slice(*match.span("column"))], (Span(start + cut, end),))

    def _stops_short(self) -> bool:
        """Whether the last text line of the article stops in mid-sentence."""
        if (
            self.last not in ("paragraph", "joined", "resume", "continued_to")
            or self.open is self.deck
            or not self.open
        ):
            return False
        lines = self.open[-1]
        if lines[-1].ended or lines[-1].kind in COMPLETE:
            return False
        return len(lines) > 1 or "，" in lines[-1].plain or len(lines[-1].text) > 24


def _read_section(section: _Section, reader: ParagraphReader) -> SectionDraft:
    last = section.paragraphs[-1] if section.paragraphs else None
    return SectionDraft(section.heading, tuple(reader.read(lines, last=lines is last) for lines in section.paragraphs))


_ADDERS: dict[str, Callable[[ArticleBuilder, Line, str], None]] = {
    "column": ArticleBuilder._column,
    "continued_from": ArticleBuilder._continuation,
    "continued_to": ArticleBuilder._continuation,
    "deck_label": ArticleBuilder._label,
    "deck": ArticleBuilder._deck,
    "byline": ArticleBuilder._byline,
    "heading": ArticleBuilder._heading,
    "resume": ArticleBuilder._resume,
    "paragraph": ArticleBuilder._paragraph,
    "joined": ArticleBuilder._joined,
    "caption": ArticleBuilder._caption,
    "credit": ArticleBuilder._credit,
}
