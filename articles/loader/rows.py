"""From drafts to rows: pure bookkeeping, nothing is stored here."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from articles.corrections import Settled
from articles.corrections.naming import Naming
from articles.corrections.printed import PAGE_FIELDS
from articles.loader.doubts import as_json
from articles.models import Article, Byline, Figure, Page, Person, Section
from articles.reading import ArticleDraft, Credit, Doubt, Fact, PageDraft
from articles.reading.bylines import parse_lead
from articles.reading.doubts import confidence

OPENING_LENGTH = 200


@dataclass
class ArticleRows:
    """The rows of one article; children point at its Article, which may not be stored yet."""

    article: Article
    sections: list[Section]
    figures: list[Figure]
    bylines: list[Byline]


def page_facts(draft: PageDraft, given: Mapping[str, Any]) -> dict[str, Fact]:
    """What is known of a page: the side file first, else what the page says; bases as in Page.Basis."""
    facts = {field: getattr(draft.facts, field) for field in PAGE_FIELDS}
    inferred = given.get("inferred", [])
    for field in PAGE_FIELDS:
        if field in given:
            facts[field] = Fact(given[field], Page.Basis.INFERRED if field in inferred else Page.Basis.GIVEN)
    return {field: fact or Fact("", Page.Basis.UNKNOWN) for field, fact in facts.items()}


def fill_page(page: Page, draft: PageDraft, facts: Mapping[str, Fact], settled: Settled) -> None:
    """Sets every column of a page that its draft, facts and corrections decide."""
    page.printed = {field: fact.value for field, fact in facts.items()}
    touched = {correction.field for correction in settled.applied if correction.kind == correction.Kind.MISREAD}
    page.bases = {field: Page.Basis.CORRECTED if field in touched else fact.basis for field, fact in facts.items()}
    for field in ("publication", "number", "name"):
        setattr(page, field, clipped(Page, field, settled.values[field]))
    page.date = datetime.date.fromisoformat(settled.values["date"]) if settled.values["date"] else None
    page.text, page.stated = draft.text, [list(pair) for pair in draft.stated]
    page.spans = sorted([*span, field, None if index is None else index + 1] for span, field, index in draft.spans())
    page.marks = sorted(mark for article in draft.articles for mark in _marks(article))
    page.furniture = [text.value for text in draft.furniture]


def _marks(article: ArticleDraft) -> Iterable[list]:
    """Datelines and names inside the text: [start, end, kind, label]."""
    if article.dateline and article.dateline.span:
        yield [*article.dateline.span, "dateline", "电头"]
    for credit in (*article.bylines, *(credit for figure in article.figures for credit in figure.credits)):
        if credit.span:
            yield [*credit.span, "name", credit.role or credit.action or "署名"]


def article_rows(
    draft: ArticleDraft,
    printed: Mapping[str, str],
    settled: Settled,
    doubts: Sequence[Doubt],
    people: Mapping[Credit, Person],
    **known,
) -> ArticleRows:
    """The rows of an article from its corrected draft and open doubts.

    known are id, key, number, page, position and column.
    """
    article = Article(
        **known,
        **_columns(draft),
        deck=[text.value for text in draft.deck],
        truncated=draft.truncated,
        length=_length(draft),
        opening=opening(draft),
        printed=dict(printed),
        corrected=settled.differing(printed),
        doubts=[as_json(doubt) for doubt in doubts],
        doubtful=len(doubts),
        confidence=confidence(doubts),
    )
    figures = [_figure(article, number, figure) for number, figure in enumerate(draft.figures, 1)]
    return ArticleRows(article, _sections(article, draft), figures, _bylines(article, draft, figures, people))


TEXT_COLUMNS = ("kicker", "headline", "subtitle", "continued_from", "continued_to")


def _columns(draft: ArticleDraft) -> dict[str, str]:
    """What is printed once, by the column that takes it."""
    texts = {column: _text(getattr(draft, column)) for column in TEXT_COLUMNS}
    if line := draft.dateline:
        texts |= {"agency": line.agency, "place": line.place, "dateline_date": line.date}
    return {column: clipped(Article, column, text) for column, text in texts.items()}


def shown_column(settled: Settled, naming: Naming) -> str:
    """The label under which the article is listed: the printed or corrected one, or what the journal calls it."""
    return clipped(Article, "column", naming.column(settled.values["column"]))


def _text(text: Any) -> str:
    return text.value if text is not None else ""


def opening(draft: ArticleDraft) -> str:
    """The first words of the text for lists, up to its first subhead: dateline and names at its head left out.

    Of a photo, its caption.
    """
    texts = [_run_on(text.value for text in section.paragraphs) for section in draft.sections]
    captions = [figure.caption.value for figure in draft.figures if figure.caption]
    return next(filter(None, [*texts, *captions]), "")[:OPENING_LENGTH]


def _run_on(paragraphs: Iterable[str]) -> str:
    """Paragraphs in one line, as many as an opening holds; a blank only where one ends bare, as verse does."""
    text = ""
    for paragraph in paragraphs:
        if len(text) >= OPENING_LENGTH:
            break
        between = " " if text[-1:].isalnum() else ""
        text += between + paragraph if text else _without_lead(paragraph)
    return text


def _without_lead(paragraph: str) -> str:
    lead = parse_lead(paragraph)
    return paragraph[lead.end :].strip() if lead else paragraph


def _length(draft: ArticleDraft) -> int:
    texts = [text.value for name, text in draft.fields() if name in ("deck", "heading", "paragraph", "caption")]
    return sum(not char.isspace() for text in texts for char in text)


def _sections(article: Article, draft: ArticleDraft) -> list[Section]:
    return [
        Section(
            article=article,
            position=number,
            heading=_text(section.heading),
            paragraphs=[text.value for text in section.paragraphs],
        )
        for number, section in enumerate(draft.sections, 1)
    ]


def _figure(article: Article, number: int, figure: Any) -> Figure:
    credit = "\n".join(text.value for text in figure.credit_lines)
    return Figure(article=article, position=number, caption=_text(figure.caption), credit=credit)


def _bylines(
    article: Article, draft: ArticleDraft, figures: Sequence[Figure], people: Mapping[Credit, Person]
) -> list[Byline]:
    owners = [(None, draft.bylines), *zip(figures, (figure.credits for figure in draft.figures), strict=True)]
    return [
        _byline(article, figure, number, credit, people)
        for figure, credits in owners
        for number, credit in enumerate(credits, 1)
    ]


def _byline(
    article: Article, figure: Figure | None, number: int, credit: Credit, people: Mapping[Credit, Person]
) -> Byline:
    columns = {name: clipped(Byline, name, getattr(credit, name)) for name in ("name", "role", "affiliation", "action")}
    return Byline(article=article, figure=figure, person=people.get(credit), position=number, **columns)


def credits_of(draft: ArticleDraft) -> list[Credit]:
    """All credits of an article and of its pictures."""
    return [*draft.bylines, *(credit for figure in draft.figures for credit in figure.credits)]


def clipped(model: type[models.Model], column: str, value: str | None) -> str:
    """The value cut to what the column holds: an absurdly long one is a misreading, the page's text keeps it whole."""
    return (value or "")[: model._meta.get_field(column).max_length]
