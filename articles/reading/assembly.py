"""Labelled lines to drafts: each line is handed to the field that its label names, then the article is closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from articles.reading import marks
from articles.reading.bylines import BylineReading, merge_credits, parse_credits
from articles.reading.drafts import ArticleDraft, Credit, Dateline, Doubt, FigureDraft, SectionDraft, Span, Text
from articles.reading.labelling import START
from articles.reading.lines import Line
from articles.reading.readings import shifted

# A column label in brackets at the end of a headline; a series mark there belongs to the headline.
HEADLINE_LABEL_RE = re.compile(r"^(?P<headline>.{4,}?)\s*(?P<label>（(?P<column>(?:[^（）]|（[^（）]*）){3,})）)$")
SERIES_RE = re.compile(r"^（(?:[上中下终]|[一二三四五六七八九十\d]{1,3}|外[一二三四五]首|[组图文多]{1,2}[图首章]|节选|续|完|[\d一二三四五六七八九十]+则|组诗|图文?|摘要|全文|代序|\S{0,2}连载)）$")
COLUMN_BRACKETS_RE = re.compile(r"^[（【［〖「《\[(]\s*(.*?)\s*[）】］〗」》\])]$")


@dataclass(slots=True)
class _Figure:
    captions: list[list[Line]] = field(default_factory=list)
    readings: list[BylineReading] = field(default_factory=list)
    lines: list[Text] = field(default_factory=list)


@dataclass(slots=True)
class _Section:
    heading: Text | None
    paragraphs: list[list[Line]] = field(default_factory=list)


class ArticleBuilder:
    """Collects the lines of one article and makes its draft."""

    def __init__(self) -> None:
        self.texts: dict[str, Text] = {}
        self.deck: list[list[Line]] = []
        self.labels: list[Text] = []
        self.readings: list[BylineReading] = []
        self.byline_lines: list[Text] = []
        self.sections: list[_Section] = []
        self.figures: list[_Figure] = []
        self.waiting: _Figure | None = None
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
        if match := pattern.match(line.plain):
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
            self.figures.append(_Figure())
        self.figures[-1].captions.append([line])
        self.open = self.figures[-1].captions

    def _goes_on(self, line: Line) -> bool:
        """Whether a caption line belongs to the caption above: same picture, no credit yet, no pointer of its own."""
        return self.last == "caption" and line.kind != "pointer" and self.figures[-1].captions[-1][-1].tail is None

    def _credit(self, line: Line, _: str) -> None:
        if not self.figures or (self.credits_first and self.last != "credit"):
            self.waiting = self.waiting or _Figure()
        figure = self.waiting or self.figures[-1]
        figure.lines.append(whole(line))
        figure.readings.append(signature(line))

    def draft(self, doubts: Sequence[Doubt], *, is_last: bool) -> ArticleDraft:
        """The article as read; is_last says that the page ends with it, so that it may be cut off."""
        self._take_label_from_headline()
        if self.waiting is not None:
            self.figures.append(self.waiting)
        figures = tuple(_close_figure(figure) for figure in self.figures)
        reader = _ParagraphReader(self.texts)
        sections = tuple(
            SectionDraft(section.heading, tuple(reader.read(lines, last=lines is section.paragraphs[-1]) for lines in section.paragraphs))
            for section in self.sections
        )
        credits = unique([*merge_credits(reader.leads), *merge_credits(self.readings), *merge_credits(reader.tails)])
        if self.readings:
            credits = unique([*merge_credits(self.readings), *merge_credits(reader.leads), *merge_credits(reader.tails)])
        dateline = reader.dateline or next((reading.dateline for reading in self.readings if reading.dateline), None)
        return ArticleDraft(
            **{name: self.texts.get(name) for name in ("headline", "kicker", "subtitle", "column", "continued_from", "continued_to")},
            deck=tuple(joined(lines) for lines in self.deck),
            dateline=dateline,
            bylines=tuple(credits),
            byline_lines=tuple(self.byline_lines),
            sections=sections,
            figures=figures,
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
        self.texts["headline"] = Text(headline.value[: match.end("headline")], (Span(start, start + match.end("headline")),))
        self.texts["column"] = Text(headline.value[slice(*match.span("column"))], (Span(start + cut, end),))

    def _stops_short(self) -> bool:
        """Whether the last text line of the article stops in mid-sentence."""
        if self.last not in ("paragraph", "joined", "resume", "continued_to") or self.open is self.deck or not self.open:
            return False
        lines = self.open[-1]
        if lines[-1].ended or lines[-1].kind in ("row", "note", "names", "byline", "signed", "source"):
            return False
        return len(lines) > 1 or "，" in lines[-1].plain or len(lines[-1].text) > 24


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


class _ParagraphReader:
    """Reads what stands inside paragraphs: dateline and names at their head, names and marks at their foot."""

    def __init__(self, texts: dict[str, Text]):
        self.texts = texts
        self.dateline: Dateline | None = None
        self.leads: list[BylineReading] = []
        self.tails: list[BylineReading] = []
        self.cut = False

    def read(self, lines: list[Line], *, last: bool) -> Text:
        lead, tail = lines[0].lead, lines[-1].tail
        if lead is not None:
            self._keep(self.leads, lead.credits, lead.dateline, lines[0].start)
        if tail is not None and (tail.sure or tail.dateline or last or lines[0].kind == "bullet"):
            self._keep(self.tails, tail.credits, tail.dateline, lines[-1].start)
        signed = lines[-1].byline
        if signed is not None and (signed.bracketed or signed.sure):
            self._keep(self.tails, signed.credits, signed.dateline, lines[-1].start)
        return self._without_mark(joined(lines), lines)

    def _keep(self, into: list[BylineReading], credits: tuple[Credit, ...], dateline: Dateline | None, start: int) -> None:
        reading = shifted(BylineReading(credits, "byline", False, dateline, True), start)
        self.dateline = self.dateline or reading.dateline
        if credits:
            into.append(reading)

    def _without_mark(self, text: Text, lines: list[Line]) -> Text:
        """The paragraph without a 下转 mark at its end, or a 上接 mark at its head."""
        last, first = lines[-1], lines[0]
        if "continued_to" not in self.texts and (match := marks.INLINE_TO_RE.search(last.plain)):
            self.texts["continued_to"] = Text(last.text[slice(*match.span("page"))], (Span(last.start + match.start(), last.end),))
            self.cut = self.cut or not marks.ENDED_RE.search(last.plain[: match.start()])
            text = _shortened(text, match.end() - match.start())
        if "continued_from" not in self.texts and (match := marks.INLINE_FROM_RE.match(first.plain)):
            self.texts["continued_from"] = Text(first.text[slice(*match.span("page"))], (Span(first.start, first.start + match.end()),))
            spans = (Span(first.start + match.end(), text.spans[0].end), *text.spans[1:])
            text = Text(text.value[match.end() :], spans)
        return text


def whole(line: Line) -> Text:
    """A line as it stands."""
    return Text(line.text, (Span(line.start, line.end),))


def joined(lines: list[Line]) -> Text:
    """The lines of one paragraph put together where the column breaks cut it."""
    return Text("".join(line.text for line in lines), tuple(Span(line.start, line.end) for line in lines))


def _shortened(text: Text, by: int) -> Text:
    *spans, last = text.spans
    return Text(text.value[:-by].rstrip(), (*spans, Span(last.start, last.end - by)))


def signature(line: Line) -> BylineReading:
    """The names of a line that its place makes a byline, its spans counted in the page; unusual names are taken as they stand."""
    reading = line.byline or BylineReading(parse_credits(line.text), "byline", False, None, False)
    return shifted(reading, line.start)


def unique(credits: Sequence[Credit]) -> list[Credit]:
    """Each person once, where first named."""
    seen: dict[object, Credit] = {}
    for credit in credits:
        seen.setdefault(credit.name or (credit.role, credit.affiliation), credit)
    return list(seen.values())


def _close_figure(figure: _Figure) -> FigureDraft:
    captions, credit_lines, readings = [], [], []
    for lines in figure.captions:
        caption, credit, reading = _split_caption(lines)
        captions.append(caption)
        credit_lines += credit
        readings += reading
    caption = Text("\n".join(text.value for text in captions), tuple(span for text in captions for span in text.spans)) if captions else None
    credits = merge_credits([*readings, *figure.readings])
    return FigureDraft(caption, tuple(unique(credits)), (*credit_lines, *figure.lines))


def _split_caption(lines: list[Line]) -> tuple[Text, list[Text], list[BylineReading]]:
    """A caption without the credit printed at its end, that credit, and its reading."""
    text, last = joined(lines), lines[-1]
    tail = last.tail
    if tail is None:
        return text, [], []
    cut = len(last.text) - tail.start
    credit = Text(last.text[tail.start :].strip(), (Span(last.start + tail.start, last.end),))
    reading = shifted(BylineReading(tail.credits, tail.kind, False, tail.dateline, tail.sure), last.start)
    return _shortened(text, cut), [credit], [reading]
