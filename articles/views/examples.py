"""Examples under the search box, made from what the archive holds, so that each finds something."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from articles import words
from articles.display.signatures import writers
from articles.models import Article


def search_examples(articles: Sequence[Article], columns: Iterable[str]) -> list[str]:
    """Two words of a headline, a reporter, a column, the day of the newest issue: what there is of them."""
    return list(_examples(articles, columns))


def _examples(articles: Sequence[Article], columns: Iterable[str]) -> Iterator[str]:
    titled = [words_of for article in articles if len(words_of := _headline_words(article.headline)) > 1]
    if titled:
        yield " ".join(max(titled, key=len)[:2])
    yield from [f"记者:{byline.name}" for article in articles for byline in writers(article) if byline.name][:1]
    yield from [f"栏目:{column}" for column in columns if " " not in column][:1]
    yield from [f"日期:{article.page.date:%Y-%m-%d}" for article in articles if article.page.date][:1]


@lru_cache(maxsize=256)
def _headline_words(headline: str) -> list[str]:
    """The words of two characters, each once, in order."""
    return list(dict.fromkeys(word for word in words.cut(headline) if len(word) == 2 and word.isalpha()))
