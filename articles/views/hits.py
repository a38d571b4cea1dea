"""What the search that a reader came from found in the article."""

from articles.display.annotation import Annotated
from articles.search import highlight
from articles.search.query import Query


def hits_in(annotated: Annotated, query: Query) -> int:
    """How many hits stand in the text; the first paragraph that has one is made the target of a jump."""
    paragraphs = [paragraph for part in annotated.parts for paragraph in part.paragraphs]
    counts = [highlight.mark(paragraph.text, query).count("<mark>") for paragraph in paragraphs] if query else []
    first = next((paragraph for paragraph, count in zip(paragraphs, counts, strict=False) if count), None)
    if first:
        first.anchor = "hit"
    return sum(counts)
