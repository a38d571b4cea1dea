"""Whatever stands in an article finds it: strings cut at random out of the seed and of hand-written pages."""

from pathlib import Path
from random import Random

import pytest

from articles import loader, search
from articles.models import Article

HERE = Path(__file__).parent
PAGES = [HERE.parent / "seeds", *sorted((HERE / "pages").glob("[hi]0[1-4]_*.txt"))]
LONGEST, TRIES = 12, 40


def texts_of(article: Article) -> list[str]:
    """Everything that is printed as the article's own: titles, label, text, captions, names."""
    sections = [text for section in article.sections.all() for text in (section.heading, *section.paragraphs)]
    figures = [text for figure in article.figures.all() for text in (figure.caption, figure.credit)]
    names = [byline.name for byline in article.bylines.all()]
    return [
        text
        for text in (article.column, article.kicker, article.headline, article.subtitle, *sections, *figures, *names)
        if text
    ]


@pytest.mark.django_db
def test_any_string_of_an_article_finds_it(settings, tmp_path):
    settings.ARCHIVE_DATA = tmp_path
    loader.load(PAGES)
    chance, missed, tried = Random(7), [], 0
    for article in Article.objects.all():
        texts = texts_of(article)
        for _ in range(TRIES):
            text, length = chance.choice(texts), chance.randint(1, LONGEST)
            start = chance.randrange(max(1, len(text) - length + 1))
            piece = text[start : start + length]
            # 甲 -乙 means "without 乙" to a reader who types it
            if not piece.strip() or " -" in piece:
                continue
            tried += 1
            numbers = search.find(search.parse(piece), using="default", limit=1000).numbers
            if article.number not in numbers:
                missed.append((piece, article.title))
    assert tried > 2000
    assert missed == []
