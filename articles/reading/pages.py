"""A page from bytes to draft: decode, split into lines, label, assemble."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from articles.reading.assembly import ArticleBuilder
from articles.reading.decoding import Unreadable, decode
from articles.reading.doubts import line_doubts
from articles.reading.drafts import ArticleDraft, Doubt, PageDraft, Span
from articles.reading.facts import read_facts
from articles.reading.labelling import START, Labelling, Model, label_lines
from articles.reading.lines import Line, split_lines
from articles.reading.pieces import whole
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
        tuple(_page_doubts(lines)),
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
        drafts.append(builder.draft(line_doubts(lines, labelling, first, end), is_last=number == len(bounds) - 1))
    return drafts


def _bounds(labels: list[str]) -> list[tuple[int, int]]:
    """(first line, line after the last) of every article; lines before the first start are furniture."""
    starts = [index for index, label in enumerate(labels) if label[0] == START]
    return list(pairwise([*starts, len(labels)]))


def _page_doubts(lines: list[Line]) -> list[Doubt]:
    return [Doubt("damaged", Span(line.start, line.end), 0.0) for line in lines if "\ufffd" in line.text]
