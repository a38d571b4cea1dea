"""The reader of newspaper pages: bytes in, frozen drafts out; standard library only."""

from articles.reading.bylines import parse_credits as read_byline
from articles.reading.bylines import parse_dateline as read_dateline
from articles.reading.decoding import Unreadable
from articles.reading.drafts import (
    ArticleDraft,
    Credit,
    Dateline,
    Doubt,
    Fact,
    FigureDraft,
    PageDraft,
    PageFacts,
    SectionDraft,
    Span,
    Text,
)
from articles.reading.model import reader_version
from articles.reading.pages import read_page, read_text
from articles.reading.tables import BadTable

# Changes with the rules and with the weights, so that a page is read anew when either does.
READER_VERSION = reader_version()

__all__ = [
    "READER_VERSION",
    "ArticleDraft",
    "BadTable",
    "Credit",
    "Dateline",
    "Doubt",
    "Fact",
    "FigureDraft",
    "PageDraft",
    "PageFacts",
    "SectionDraft",
    "Span",
    "Text",
    "Unreadable",
    "read_byline",
    "read_dateline",
    "read_page",
    "read_text",
]
