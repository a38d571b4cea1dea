"""What reading a page yields: frozen drafts, every field with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A stretch of the page's text: offsets in characters, end excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A field's value and the spans it was read from (two or more where column breaks were joined)."""

    value: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Credit:
    """One person named by a byline or a photo credit, as printed (署名); name is None for 本报评论员 or 资料图片."""

    name: str | None
    role: str | None = None
    affiliation: str | None = None
    action: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """电头: the agency, place and date that open a dispatch; each None where not printed."""

    agency: str | None
    place: str | None
    date: str | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """One place where the reading is unsure; score is the reader's probability of being right, 0 to 1."""

    code: str
    span: Span | None
    score: float
    runner_up: str | None = None


@dataclass(frozen=True, slots=True)
class SectionDraft:
    """Text under one subhead (小标题); heading is None for the opening."""

    heading: Text | None
    paragraphs: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """A picture, known by its caption (图说) and credits; credit_lines are the printed lines of nothing but credits."""

    caption: Text | None
    credits: tuple[Credit, ...] = ()
    credit_lines: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """One article of the page; labels are printed lines that SCHEMA drops (核心阅读)."""

    headline: Text | None = None
    kicker: Text | None = None
    subtitle: Text | None = None
    column: Text | None = None
    deck: tuple[Text, ...] = ()
    dateline: Dateline | None = None
    bylines: tuple[Credit, ...] = ()
    byline_lines: tuple[Text, ...] = ()
    sections: tuple[SectionDraft, ...] = ()
    figures: tuple[FigureDraft, ...] = ()
    continued_from: Text | None = None
    continued_to: Text | None = None
    truncated: bool = False
    labels: tuple[Text, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def fields(self) -> Iterator[tuple[str, Text]]:
        """Every printed piece of the article with its field's name; their spans never overlap."""
        for name in ("column", "kicker", "headline", "subtitle", "continued_from", "continued_to"):
            if (text := getattr(self, name)) is not None:
                yield name, text
        for name, texts in (("label", self.labels), ("deck", self.deck), ("byline", self.byline_lines)):
            yield from ((name, text) for text in texts)
        for section in self.sections:
            if section.heading is not None:
                yield "heading", section.heading
            yield from (("paragraph", text) for text in section.paragraphs)
        for figure in self.figures:
            if figure.caption is not None:
                yield "caption", figure.caption
            yield from (("credit", text) for text in figure.credit_lines)


class Fact(NamedTuple):
    """One thing known of a page: its value, and whether it was printed, inferred or given (side file)."""

    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Publication (报名), issue date (ISO 8601), page number (版次) and page name (版名)."""

    publication: Fact | None = None
    date: Fact | None = None
    number: Fact | None = None
    name: Fact | None = None


@dataclass(frozen=True, slots=True)
class PageDraft:
    """One page as read: its text, its articles in printed order, and what belongs to none of them."""

    text: str
    articles: tuple[ArticleDraft, ...] = ()
    furniture: tuple[Text, ...] = ()
    facts: PageFacts = field(default_factory=PageFacts)
    doubts: tuple[Doubt, ...] = ()
    # What the file stated of lines, by the offset of each.
    stated: tuple[tuple[int, str], ...] = ()

    def spans(self) -> Iterator[tuple[Span, str, int | None]]:
        """(span, field, index of the article or None) in no set order; together they cover each non-blank once."""
        for index, article in enumerate(self.articles):
            for name, text in article.fields():
                yield from ((span, name, index) for span in text.spans)
        for text in self.furniture:
            yield from ((span, "furniture", None) for span in text.spans)

    def as_json(self) -> dict[str, Any]:
        """The page in the form of the reading schema, ready for json.dumps."""
        return {
            "articles": [_article_json(article) for article in self.articles],
            "furniture": [text.value for text in self.furniture],
        }


def _value(text: Text | None) -> str | None:
    return text.value if text is not None else None


def _credit_json(credit: Credit) -> dict[str, str | None]:
    return {key: getattr(credit, key) for key in ("name", "role", "affiliation", "action")}


def _article_json(article: ArticleDraft) -> dict[str, Any]:
    line = article.dateline
    return {
        **{key: _value(getattr(article, key)) for key in ("headline", "kicker", "subtitle", "column")},
        "deck": [text.value for text in article.deck],
        "dateline": {"agency": line.agency, "place": line.place, "date": line.date} if line else None,
        "bylines": [_credit_json(credit) for credit in article.bylines],
        "sections": [
            {"heading": _value(section.heading), "paragraphs": [text.value for text in section.paragraphs]}
            for section in article.sections
        ],
        "figures": [
            {"caption": _value(figure.caption), "credits": [_credit_json(credit) for credit in figure.credits]}
            for figure in article.figures
        ],
        "continued_from": _value(article.continued_from),
        "continued_to": _value(article.continued_to),
        "truncated": article.truncated,
    }
