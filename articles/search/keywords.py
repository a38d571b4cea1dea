"""What an article is about, and which others are: TF-IDF over the level tokens of the index.

TF is BM25's weight of a word in the article; IDF counts in how many articles the word weighs enough to have a level.
Nothing is stored: asked of the index as it stands, a fresh load and many small ones give the same.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from django.db import connections

from articles.search.conditions import Condition, Selection
from articles.search.engines import engine_of
from articles.search.hits import holders
from articles.search.levels import HEADLINE_WEIGHT, weight
from articles.search.tokens import Row, level_token, ranking_words
from articles.words import names_something

_CANDIDATES = 24  # words of the article that are looked up
_COMMON = 2_000  # in so many articles or more a word tells little
_INSIDE = 0.6  # of a word's mentions, so many inside a longer word make it a part of that: 富裕 of 共同富裕
_HOLDERS = 100  # newest articles looked at for each word and level
_SHARED_WORDS, _SHARED_WORTH = 2, 0.25  # what a related article shares at least: words, and of the article's worth
_LEVELS = (1, 2)
# Words of the trade, that every article may hold in its head or at its foot.
_OF_THE_PRESS = frozenset(("本报", "记者", "通讯员", "本报讯", "报道", "图片", "照片", "新闻", "日报", "晚报", "版面"))


class Term(NamedTuple):
    """A word of an article and what it tells of it: BM25's weight times its rarity."""

    word: str
    worth: float


def terms(row: Row, using: str) -> list[Term]:
    """The words of an article that tell most, the best first; none is part of another."""
    weights = _candidates(row)
    articles, counts = _counted(list(weights), using)
    found = [Term(word, round(weights[word] * _rarity(held, articles), 6)) for word, held in counts.items()]
    kept: list[Term] = []
    for term in sorted(found, key=lambda term: (-term.worth, term.word)):
        if not any(term.word in other.word or other.word in term.word for other in kept):
            kept.append(term)
    return kept


def sharing(asked: Sequence[Term], using: str) -> list[tuple[int, float]]:
    """(number, worth) of the articles in which enough of these words weigh, the best and newest first."""
    found: dict[int, Counter[str]] = {}
    for place, level, number in _holders([term.word for term in asked], using):
        term = asked[place]
        found.setdefault(number, Counter())[term.word] = term.worth * level / _LEVELS[-1]  # type: ignore[assignment]
    least = _SHARED_WORTH * sum(term.worth for term in asked)
    worths = [(number, round(shared.total(), 6)) for number, shared in found.items() if len(shared) >= _SHARED_WORDS]
    return sorted((item for item in worths if item[1] >= least), key=lambda item: (-item[1], -item[0]))


def _candidates(row: Row) -> dict[str, float]:
    """{word: weight} of the words that weigh most and name something; neither who signed nor the column's label."""
    body = ranking_words(row.body.split("\n")[0])
    counts: Counter[str] = Counter(body)
    for word in ranking_words(row.headline):
        counts[word] += HEADLINE_WEIGHT  # type: ignore[assignment]
    names = [value for field, value in row.fields if field in ("person", "alias")]
    labels = {word for field, value in row.fields if field in ("column", "label") for word in ranking_words(value)}
    kept = (word for word in _whole(counts) if word not in labels and not any(word in name for name in names))
    fit = (word for word in kept if word not in _OF_THE_PRESS and names_something(word))
    best = sorted(fit, key=lambda word: (-counts[word], word))[:_CANDIDATES]
    return {word: weight(counts[word], len(body)) for word in best}


def _whole(counts: Counter[str]) -> list[str]:
    """The words said more than once or in the headline, without those that mostly stand inside a longer one."""
    said = [word for word, count in counts.items() if count > 1]
    return [
        word
        for word in said
        if not any(word in other and word != other and counts[other] >= _INSIDE * counts[word] for other in said)
    ]


def _rarity(held: int, articles: int) -> float:
    """BM25's idf of what so many of the articles hold."""
    return log(1 + (max(articles - held, 0) + 0.5) / (held + 0.5))


def _counted(words: Sequence[str], using: str) -> tuple[int, dict[str, int]]:
    """How many articles there are, and in how many each word has a level, counting up to _COMMON."""
    held = holders([[[level_token(word, level)] for level in _LEVELS] for word in words], using, _COMMON)
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT COALESCE(SUM(articles), 0) FROM search_values WHERE field = %s", ["type"])
        return int(cursor.fetchone()[0]), dict(zip(words, held, strict=True))


def _holders(words: Sequence[str], using: str) -> Iterable[tuple[int, int, int]]:
    """(place of the word, level, number) of the newest articles in which each word has a level; one statement."""
    engine = engine_of(using)
    asked = [
        (place, level, engine.page(_with(level_token(word, level), using), "DESC", _HOLDERS))
        for place, word in enumerate(words)
        for level in _LEVELS
    ]
    if not asked:
        return []
    pieces = [f"SELECT {place}, {level}, number FROM ({page.sql}) AS found" for place, level, page in asked]
    with connections[using].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(pieces), [param for _, _, page in asked for param in page.params])
        return list(cursor.fetchall())


def _with(token: str, using: str) -> Selection:
    engine = engine_of(using)
    return Selection(engine.matched([engine.all_of([token])]), Condition(""))
