"""The words of the usual recipe: jieba's, folded as this search folds them, so that all engines see the same."""

from articles.folding import fold, squeeze
from articles.words import cut, words
from tests.benchmarks.search.asked import Ask


def spaced(text: str) -> str:
    """An article's text as words with spaces between: long words with the words inside them."""
    return " ".join(words(fold(text)))


def asked(text: str) -> list[str]:
    """The words of a query, each once, signs left out."""
    return list(dict.fromkeys(filter(None, map(squeeze, cut(fold(text))))))


def quoted(token: str) -> str:
    """A token as a string of FTS5."""
    return '"' + token.replace('"', '""') + '"'


def all_of(ask: Ask) -> str:
    """The FTS5 expression that all words of a query stand in an article."""
    return " AND ".join(map(quoted, asked(ask.text)))
