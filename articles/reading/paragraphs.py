"""What stands inside paragraphs: dateline and names at their head, names and continuation marks at their foot."""

from __future__ import annotations

from articles.reading import marks
from articles.reading.bylines import BylineReading
from articles.reading.bylines.readings import shifted
from articles.reading.drafts import Credit, Dateline, Span, Text
from articles.reading.lines import Line
from articles.reading.pieces import joined, shortened


class ParagraphReader:
    """Reads what stands inside paragraphs: dateline and names at their head, names and marks at their foot."""

    def __init__(self, texts: dict[str, Text]):
        self.texts = texts
        self.dateline: Dateline | None = None
        self.leads: list[Credit] = []
        self.tails: list[Credit] = []
        self.cut = False

    def read(self, lines: list[Line], *, last: bool) -> Text:
        """One paragraph's text; last tells that it closes its section, where bare names may sign."""
        lead, tail = lines[0].lead, lines[-1].tail
        if lead is not None:
            self._keep(self.leads, lead.credits, lead.dateline, lines[0].start)
        if tail is not None and (tail.sure or tail.dateline or last or lines[0].kind == "bullet"):
            self._keep(self.tails, tail.credits, tail.dateline, lines[-1].start)
        signed = lines[-1].byline
        if signed is not None and signed.kind == "byline" and (signed.bracketed or signed.sure):
            self._keep(self.tails, signed.credits, signed.dateline, lines[-1].start)
        return self._without_mark(joined(lines), lines)

    def _keep(self, into: list[Credit], credits: tuple[Credit, ...], dateline: Dateline | None, start: int) -> None:
        reading = shifted(BylineReading(credits, "byline", False, dateline, True), start)
        self.dateline = self.dateline or reading.dateline
        into += reading.credits

    def _without_mark(self, text: Text, lines: list[Line]) -> Text:
        """The paragraph without a 下转 mark at its end, or a 上接 mark at its head."""
        last, first = lines[-1], lines[0]
        if "continued_to" not in self.texts and (match := marks.INLINE_TO_RE.search(last.plain)):
            self.texts["continued_to"] = Text(
                last.text[slice(*match.span("page"))], (Span(last.start + match.start(), last.end),)
            )
            self.cut = self.cut or not marks.ENDED_RE.search(last.plain[: match.start()])
            text = shortened(text, match.end() - match.start())
        if "continued_from" not in self.texts and (match := marks.INLINE_FROM_RE.match(first.plain)):
            self.texts["continued_from"] = Text(
                first.text[slice(*match.span("page"))], (Span(first.start, first.start + match.end()),)
            )
            spans = (Span(first.start + match.end(), text.spans[0].end), *text.spans[1:])
            text = Text(text.value[match.end() :], spans)
        return text
