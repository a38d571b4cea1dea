"""What the search that a reader came from found in the article."""

from collections.abc import Sequence

from articles.display.annotation import Paragraph
from articles.search import highlight
from articles.search.query import Query


def hits_in(paragraphs: Sequence[Paragraph], query: Query) -> int:
    """How many hits stand in the text; the first paragraph that has one is made the target of a jump."""
    counts = [highlight.mark(paragraph.text, query).count("<mark>") for paragraph in paragraphs] if query else []
    first = next((paragraph for paragraph, count in zip(paragraphs, counts, strict=False) if count), None)
    if first:
        first.anchor = "hit"
    return sum(counts)
