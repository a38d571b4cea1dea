"""A page from bytes to draft: decode, split into lines, label, assemble."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from articles.reading.assembly import ArticleBuilder
from articles.reading.decoding import Unreadable, decode
from articles.reading.doubts import DAMAGED, article_doubts, line_doubts
from articles.reading.drafts import ArticleDraft, Doubt, PageDraft, Span
from articles.reading.facts import read_facts
from articles.reading.labelling import Labelling, label_lines
from articles.reading.labels import START
from articles.reading.lines import Line, split_lines
from articles.reading.model import Model
from articles.reading.pieces import whole
from articles.reading.shape import shape_doubts
from articles.reading.stated import with_stated


def read_page(source: bytes, model: Model | None = None, stated: Mapping[int, str] | None = None) -> PageDraft:
    """The draft of a page from the bytes of its text file; raises Unreadable for what is no text of a page.

    stated: what is known of lines beside their text, by the offset of their first sign (see reading.stated).
    """
    text, _ = decode(source)
    draft = read_text(text, model, stated)
    if not draft.articles:
        raise Unreadable("没有读出一篇文章")
    return draft


def read_text(text: str, model: Model | None = None, stated: Mapping[int, str] | None = None) -> PageDraft:
    """The draft of a page from its text; any text at all is read."""
    lines = split_lines(text, stated)
    labelling = label_lines(lines, model)
    return assemble(text, lines, labelling)


def assemble(text: str, lines: list[Line], labelling: Labelling) -> PageDraft:
    """Labelled lines to the page's draft."""
    furniture = [whole(line) for line, label in zip(lines, labelling.labels, strict=True) if label == "furniture"]
    articles = _articles(lines, labelling)
    return PageDraft(
        text,
        tuple(articles),
        tuple(furniture),
        with_stated(read_facts(text, articles, furniture), lines),
        tuple(_page_doubts(lines, labelling)),
        tuple((line.start, line.stated) for line in lines if line.stated),
    )


def _articles(lines: list[Line], labelling: Labelling) -> list[ArticleDraft]:
    bounds = _bounds(labelling.labels)
    drafts = []
    for number, (first, end) in enumerate(bounds):
        builder = ArticleBuilder()
        for line, label in zip(lines[first:end], labelling.labels[first:end], strict=True):
            if label != "furniture":
                builder.add(label, line)
        draft = builder.draft(line_doubts(lines, labelling, first, end), is_last=number == len(bounds) - 1)
        drafts.append(_with_doubts(draft, lines[first:end], labelling.labels[first:end]))
    return drafts


def _with_doubts(draft: ArticleDraft, lines: Sequence[Line], labels: Sequence[str]) -> ArticleDraft:
    """The draft with what its shape speaks against it, where the labels do not already; in the order of the text."""
    unsure = {doubt.span for doubt in draft.doubts}
    shaped = [doubt for doubt in shape_doubts(draft, lines, labels) if doubt.span not in unsure]
    doubts = [*draft.doubts, *shaped, *article_doubts(draft)]
    return replace(draft, doubts=tuple(sorted(doubts, key=lambda doubt: doubt.span or Span(0, 0))))


def _bounds(labels: list[str]) -> list[tuple[int, int]]:
    """(first line, line after the last) of every article; lines before the first start are furniture."""
    starts = [index for index, label in enumerate(labels) if label[0] == START]
    return list(pairwise([*starts, len(labels)]))


def _page_doubts(lines: list[Line], labelling: Labelling) -> list[Doubt]:
    """Lines with lost characters, and lines before the first article that may be of one."""
    first = next((start for start, _ in _bounds(labelling.labels)), len(lines))
    damaged = [Doubt(DAMAGED, Span(line.start, line.end), 0.0) for line in lines if "\ufffd" in line.text]
    return [*damaged, *line_doubts(lines, labelling, 0, first)]
