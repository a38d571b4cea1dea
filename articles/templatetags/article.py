"""Template words for the text of an article: paragraphs with their notes and hits."""

from collections.abc import Iterator

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString

from articles.display.annotation import Note, Paragraph
from articles.display.tabular import Table
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
        parts.append((mark_spots(escape(text[start:end]), within, anchors), note))
        start = end
    return parts
