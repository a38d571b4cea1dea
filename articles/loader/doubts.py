"""Which of the reader's doubts are still open once editors have corrected and looked, and the queue made of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from articles.corrections import Settled
from articles.corrections.printed import FIGURE_RE
from articles.keys import column_key
from articles.models import Article, Page, Review
from articles.reading import ArticleDraft, Doubt, Span
from articles.reading.doubts import NO_HEADLINE

# A fact of the page that is somebody's inference waits for an editor too, as doubtful as the reader's worst guesses.
INFERRED, INFERRED_SCORE = "inferred", 0.5


def as_json(doubt: Doubt) -> dict[str, Any]:
    """A doubt as it is stored."""
    start, end = doubt.span or (None, None)
    return {"code": doubt.code, "start": start, "end": end, "score": doubt.score, "runner_up": doubt.runner_up}


def unanswered(draft: ArticleDraft, text: str, settled: Settled, corrected: Collection[str]) -> list[Doubt]:
    """The doubts of a printed draft that no correction answers.

    One is answered where the field that its words were read as is corrected, and where its words now are a field.
    """
    spans = {span for field in corrected for span in _spans_of(draft, field)}
    taken = {_bare(settled.values[field]) for field in corrected} - {""}
    return [doubt for doubt in draft.doubts if not _is_answered(doubt, text, settled.values, spans, taken)]


def _is_answered(
    doubt: Doubt, text: str, values: Mapping[str, str], spans: Collection[Span], taken: Collection[str]
) -> bool:
    if doubt.code == NO_HEADLINE:
        return bool(values["headline"])
    if doubt.span is None:
        return False
    lies_there = any(start < doubt.span.end and doubt.span.start < end for start, end in spans)
    return lies_there or _bare(text[slice(*doubt.span)]) in taken


def _bare(text: str) -> str:
    return "".join(text.split())


def _spans_of(draft: ArticleDraft, field: str) -> Iterator[Span]:
    """Where a correctable field stands in print, whole lines only."""
    if match := FIGURE_RE.fullmatch(field):
        figure = draft.figures[int(match["number"]) - 1]
        texts = [figure.caption] if match["part"] == "caption" else figure.credit_lines
    else:
        texts = draft.byline_lines if field == "bylines" else [getattr(draft, field)]
    return (span for text in texts for span in getattr(text, "spans", ()))


def queue(page: Page, articles: Iterable[Article]) -> None:
    """Makes the page's rows of the queue what its doubts and those of its articles are now."""
    Review.objects.filter(page=page).delete()
    rows = [*_reviews(page, 0, page.doubts + _inferred(page))]
    for article in articles:
        rows += _reviews(page, article.position, article.doubts, article=article, column_key=column_key(article.column))
    Review.objects.bulk_create(rows)


def _inferred(page: Page) -> list[dict]:
    return [{"code": INFERRED, "score": INFERRED_SCORE}] if any(map(page.is_inferred, page.bases)) else []


def _reviews(page: Page, position: int, doubts: Sequence[Mapping], **known: Any) -> Iterator[Review]:
    """A row for all doubts together, as sure as they leave the reading, and one for each code."""
    score = 1.0
    for doubt in doubts:
        score *= doubt["score"]
    place = {"page": page, "position": position, "publication": page.publication, "date": page.date, **known}
    for code in sorted({"", *(doubt["code"] for doubt in doubts)} if doubts else ()):
        yield Review(code=code, confidence=round(score, 3), **place)
