"""The marked reader, unsure: for tests of what becomes of doubts."""

from collections.abc import Mapping
from dataclasses import replace

from articles.reading import ArticleDraft, Doubt, PageDraft, Span
from tests.marked import read_marked


def doubting(source: bytes, stated: Mapping[int, str] | None = None) -> PageDraft:
    """Unsure of each headline (a kicker?), of each first paragraph (another article?), and of the page's head."""
    draft = read_marked(source, stated)
    head = Doubt("furniture", draft.furniture[0].spans[0], 0.7, "headline")
    return replace(draft, articles=tuple(map(_unsure, draft.articles)), doubts=(head,))


def _unsure(article: ArticleDraft) -> ArticleDraft:
    (line,), text = article.headline.spans, article.sections[0].paragraphs[0].spans[0]
    headline = Doubt("headline", Span(line.start + len("题 "), line.end), 0.8, "kicker")
    return replace(article, doubts=(headline, Doubt("text", text, 0.5, "+paragraph")))
