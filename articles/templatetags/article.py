"""Template words for the text of an article: paragraphs with their notes and hits."""

from collections.abc import Iterable, Iterator

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from articles.display.notes import Note
from articles.display.paragraphs import Paragraph
from articles.display.quoted import Quoted
from articles.display.tabular import Cell, Table
from articles.models import Figure, Quantity
from articles.search.query import Query
from articles.templatetags.marks import mark_spots, spots
from articles.typography import full_width

register = template.Library()


@register.filter
def is_table(block: Paragraph | Table) -> bool:
    """Whether lines of the text are to be set as a table."""
    return isinstance(block, Table)


@register.simple_tag
def set_paragraph(paragraph: Paragraph, query, anchors: Iterator[str] | None) -> list[tuple[SafeString, Note | None]]:
    """A paragraph as it is set, in parts, each with the note that follows it.

    Signs and hits are looked for in the whole, so that a note within a sentence parts neither.
    """
    text = full_width(paragraph.text)
    found = spots(text, query)
    parts, start = [], 0
    for part, note in paragraph.parts:
        end = start + len(part)
        within = [(max(first, start) - start, min(last, end) - start) for first, last in found]
        parts.append((mark_spots(_with_data(text, start, end, paragraph.quoted), within, anchors), note))
        start = end
    return parts


@register.simple_tag
def set_caption(figure: Figure, query: Query | None, anchors: Iterator[str] | None) -> SafeString:
    """A caption as it is set, its numbers and hits marked."""
    return _set(figure.caption, getattr(figure, "quoted", ()), query, anchors)


@register.simple_tag
def set_cell(cell: Cell, query: Query | None, anchors: Iterator[str] | None) -> SafeString:
    """The same of a cell of a table."""
    return _set(cell.text, cell.quoted, query, anchors)


def _set(text: str, quoted: Iterable[Quoted], query: Query | None, anchors: Iterator[str] | None) -> SafeString:
    text = full_width(text)
    return mark_spots(_with_data(text, 0, len(text), quoted), spots(text, query), anchors)


def _in_digits(quantity: Quantity) -> str:
    """The value for machines, as short as it can be told: 49080000000, 20.46."""
    return f"{quantity.value:.15g}" if abs(quantity.value) < 1e15 else str(quantity.value)


def _with_data(text: str, start: int, end: int, quoted: Iterable[Quoted]) -> str:
    """text[start:end], escaped, its numbers in <data>; one that a note parts stands in it on both sides."""
    pieces, at = [], start
    for one in quoted:
        first, last = max(one.start, at), min(one.end, end)
        if first < last:
            set_in = format_html('<data value="{}">{}</data>', _in_digits(one.quantity), text[first:last])
            pieces += [escape(text[at:first]), set_in]
            at = last
    return "".join([*pieces, escape(text[at:end])])
