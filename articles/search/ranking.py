"""The order of hits: by tier (the headline is the query, holds it, the text holds it), by weight, by date.

The weight is BM25's. Of many hits the levels in the index tell which may be good; these are then read and weighed by
what stands in them, words that stand near each other the more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import log
from typing import Any, NamedTuple

from django.db import connections

from articles.search.coding import BREAK, LINE, decode, encode
from articles.search.documents import POOL
from articles.search.engines import engine_of
from articles.search.hits import Hits, holders
from articles.search.levels import HEADLINE_WEIGHT, weight
from articles.search.structure import Query, words_of
from articles.search.tokens import atom, level_token
from articles.words import words

READ = 60  # so many hits are read and weighed exactly
# Several terms that stand as one string in so few articles were copied out of one of them.
_FEW = 20
_WEIGHED_WORDS = 6  # the rarest of the query: the others tell little
_COMMON = 5_000  # a word in so many articles or more counts as common
_NEAR, _NEARNESS = 60.0, 0.5  # bytes of text that halve the worth of nearness; its worth against one word's weight
_BYTES_A_WORD = 4.5
_AROUND, _OTHER_WORDS = 12, 0.2  # bytes read around a mention; its worth where the characters are of other words
_BREAK, _LINE = encode(BREAK), encode(LINE)


def in_headline(query: Query, using: str, scope: Any) -> Hits:
    """The hits whose headline stack holds all terms."""
    titled = replace(query, terms=(), titles=(*query.titles, *query.terms), raw="")  # no raw: no literal hits besides
    return Hits(titled, using, scope)


def side_by_side(query: Query, using: str, scope: Any, most: int) -> list[int]:
    """The newest hits in which several terms stand as one string."""
    if len(query.terms) < 2:
        return []
    return Hits(replace(query, terms=("".join(query.terms),), raw=""), using, scope).newest(most)


def ranked(query: Query, numbers: Sequence[int], using: str, rarities: Mapping[str, float] | None = None) -> list[int]:
    """All these hits of the query, best first; `rarities` if other words than the query's own count."""
    if len(numbers) < 2:
        return list(numbers)
    rarities = rarity(query.words, using) if rarities is None else rarities
    if len(numbers) <= READ:
        return _weighed(query, numbers, rarities, using)
    titled = set(in_headline(query, using, numbers).newest(POOL))
    joined = set(side_by_side(query, using, numbers, POOL))
    copied = joined if len(joined) <= _FEW else set()
    promise = _promise(query, numbers, rarities, using)
    first = sorted(
        numbers,
        key=lambda number: (
            number not in copied,
            number not in titled,
            number not in joined,
            -promise[number],
            -number,
        ),
    )
    return _weighed(query, first[:READ], rarities, using) + first[READ:]


def best_of_many(query: Query, using: str, scope: Any) -> list[int]:
    """Of more hits than can be weighed the best: in their headline stands the query, in their text it stands as one
    string, or its words weigh most."""
    most, rarities = READ // 3, rarity(query.words, using)
    found = dict.fromkeys(in_headline(query, using, scope).newest(most))
    found |= dict.fromkeys(side_by_side(query, using, scope, most))
    if rarities and len(found) < most:
        heavy = [[level_token(word, level) for level in (1, 2)] for word in rarities]
        heaviest = [[level_token(word, 2) for word in rarities]]
        for groups in (heavy, heaviest):
            found |= dict.fromkeys(Hits(query, using, scope, groups).newest(most))
    return ranked(query, list(found)[:READ], using, rarities)


def rarity(asked: Iterable[str], using: str) -> dict[str, float]:
    """{word: how much it tells}, BM25's idf, of the rarest of those that stand in some article, the rarest first."""
    counts = {word: count for word in asked if (count := _count(word, using))}
    rarest = sorted(counts, key=lambda word: counts[word])[:_WEIGHED_WORDS]
    return {word: log(1 + 2 * _COMMON / counts[word]) for word in rarest}


def _count(word: str, using: str) -> int:
    """In how many articles a word's grams stand, up to _COMMON."""
    asked = atom(word)
    if not asked:
        return 0
    return holders(asked.tokens, using, _COMMON)


def _promise(query: Query, numbers: Sequence[int], rarities: Mapping[str, float], using: str) -> dict[int, float]:
    """What the levels of the query's words add up to in each hit."""
    promise = dict.fromkeys(numbers, 0.0)
    for word, worth in rarities.items():
        for level in (1, 2):
            for number in Hits(query, using, numbers, [[level_token(word, level)]]).newest(POOL):
                promise[number] += worth * level
    return promise


def _weighed(query: Query, numbers: Sequence[int], rarities: Mapping[str, float], using: str) -> list[int]:
    """The hits in order, by what stands in them."""
    asked, listed = _Asked(query, rarities), engine_of(using).among("number", numbers)
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT number, headline, body FROM search_text WHERE {listed.sql}", listed.params)
        keys = {number: asked.key(headline, body) for number, headline, body in cursor.fetchall()}
    joined = {number for number, key in keys.items() if key.joined}
    copied = joined if len(joined) <= _FEW else set()
    return sorted(keys, key=lambda number: (number not in copied, *keys[number][1:], -number))


class _Key(NamedTuple):
    """joined: several terms stand as one string; tier and weight (its negative) sort the best first."""

    joined: bool
    tier: int
    weight: float


class _Asked:
    """A query as bytes, to weigh articles by."""

    def __init__(self, query: Query, rarities: Mapping[str, float]) -> None:
        self.whole = encode(query.whole)
        texts = (*query.terms, *query.titles)
        self.terms = [needle for text in texts if (needle := _needle(text))]
        self.title_words = frozenset(word for text in texts for word in words_of(text))
        self.words = [(word, encode(word), worth) for word, worth in rarities.items()]

    def key(self, headline: bytes, body: bytes) -> _Key:
        text = body.replace(_BREAK, b"")
        title = headline.replace(_BREAK, b"").replace(_LINE, b"")
        joined = len(self.terms) > 1 and (self.whole in text or self.whole in title)
        return _Key(joined, self._tier(headline, joined), -self._weight(headline, body, text))

    def _tier(self, headline: bytes, joined: bool) -> int:
        if not self.whole:
            return 4
        lines = headline.replace(_BREAK, b"")
        title = lines.replace(_LINE, b"")
        if self.whole in lines.split(_LINE) or self.whole == title:
            return 0
        if self.terms and all(term in title for term in self.terms):
            return 1 if self.title_words <= set(words(decode(headline))) else 2
        return 3 if joined else 4

    def _weight(self, headline: bytes, body: bytes, text: bytes) -> float:
        length = len(text) / _BYTES_A_WORD
        if not self.words:
            return sum(weight(text.count(term) + HEADLINE_WEIGHT * headline.count(term), length) for term in self.terms)
        total = 0.0
        for word, needle, worth in self.words:
            mentions = _mentions(text, body, needle, word)
            mentions += HEADLINE_WEIGHT * _mentions(headline.replace(_BREAK, b""), headline, needle, word)
            total += worth * weight(mentions, length)
        return total + (self._nearness(text) if len(self.words) > 1 else 0.0)

    def _nearness(self, text: bytes) -> float:
        """How near to each other any two of the words stand."""
        places = sorted((at, needle) for _, needle, _ in self.words for at in _places(text, needle, 20))
        gaps = [after[0] - before[0] for before, after in pairwise(places) if before[1] != after[1]]
        return _NEARNESS * _NEAR / (_NEAR + min(gaps)) if gaps else 0.0


def _mentions(text: bytes, with_breaks: bytes, needle: bytes, word: str) -> float:
    """How often the word stands in the text; less where its characters belong to other words (和服 in 和服务)."""
    count = text.count(needle)
    if not count:
        return 0.0
    tried = [with_breaks[max(at - _AROUND, 0) : at + len(needle) + _AROUND] for at in _places(with_breaks, needle, 2)]
    as_word = sum(word in words(decode(piece)) for piece in tried)
    return count * (_OTHER_WORDS + (1 - _OTHER_WORDS) * as_word / len(tried)) if tried else count * _OTHER_WORDS


def _needle(text: str) -> bytes:
    asked = atom(text)
    return encode(asked.needle) if asked else b""


def _places(text: bytes, needle: bytes, most: int) -> Iterable[int]:
    at = text.find(needle)
    while at >= 0 and most:
        yield at
        at, most = text.find(needle, at + 1), most - 1
