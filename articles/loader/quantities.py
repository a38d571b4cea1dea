"""The numbers that an article quotes, as rows with their sentence."""

from collections.abc import Iterator

from articles.keys import column_key
from articles.loader.rows import ArticleRows, clipped
from articles.models import Article, Quantity
from articles.reading.quantities import Quantity as Quoted
from articles.reading.quantities import read_quantities

# An article of more is a table: its first rows are listed.
MOST = 500
_TEXTS = ("printed", "number", "measure", "unit", "about", "what", "period", "comparison", "change", "base")


def quoted_in(rows: ArticleRows) -> list[Quantity]:
    """The rows of the numbers in an article's text and captions, in order; captions are paragraph 0."""
    found: list[Quantity] = []
    for paragraph, text in _texts(rows):
        for one in read_quantities(text):
            if len(found) == MOST:
                return found
            found.append(_row(rows, len(found) + 1, paragraph, text, one))
    return found


def out_of_step() -> Iterator[str]:
    """Keys of the articles whose stored numbers are not those of their text; reads only."""
    articles = Article.objects.order_by("id").select_related("page").prefetch_related("sections", "figures")
    for article in articles.prefetch_related("quantities").iterator(chunk_size=100):
        read = quoted_in(ArticleRows(article, list(article.sections.all()), list(article.figures.all()), []))
        if [_told(one) for one in article.quantities.all()] != [_told(one) for one in read]:
            yield article.key


def _told(one: Quantity) -> list:
    return [getattr(one, field.attname) for field in Quantity._meta.concrete_fields if field.name != "id"]


def _texts(rows: ArticleRows) -> Iterator[tuple[int, str]]:
    yield from enumerate((text for section in rows.sections for text in section.paragraphs), 1)
    yield from ((0, figure.caption) for figure in rows.figures)


def _row(rows: ArticleRows, position: int, paragraph: int, text: str, one: Quoted) -> Quantity:
    start, end = _sentence(text, one.start, one.end)
    article = rows.article
    return Quantity(
        **{name: clipped(Quantity, name, getattr(one, name)) for name in _TEXTS},
        article=article,
        position=position,
        paragraph=paragraph,
        start=one.start,
        end=one.end,
        value=float(one.value),
        high=None if one.high is None else float(one.high),
        sentence=text[start:end],
        offset=one.start - start,
        date=article.page.date,
        column_key=column_key(article.column),
        place=article.place,
    )


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of a number begins and ends; of a long one, so much on either side."""
    left = max(start - Quantity.LEFT, *(text.rfind(sign, 0, start) + 1 for sign in Quantity.ENDS), 0)
    stops = [at + 1 for sign in Quantity.ENDS if (at := text.find(sign, end)) >= 0]
    return left, min([*stops, end + Quantity.RIGHT, len(text)])
