"""The order of hits: by tier (the headline is the query, holds it, the text holds it), by weight, by date.

The weight is BM25's. Of many hits the levels in the index tell which may be good; these are then read and weighed by
what stands in them (see weighing).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import log
from typing import Any

from django.db import connections

from articles.search.documents import POOL
from articles.search.engines import engine_of
from articles.search.hits import Hits, holders
from articles.search.structure import Query
from articles.search.tokens import atom, level_token
from articles.search.weighing import FEW, weighed

READ = 60  # so many hits are read and weighed exactly
_WEIGHED_WORDS = 6  # the rarest of the query: the others tell little
_COMMON = 5_000  # a word in so many articles or more counts as common


def in_headline(query: Query, using: str, scope: Any) -> Hits:
    """The hits whose headline stack holds all terms."""
    titled = replace(query, terms=(), titles=(*query.titles, *query.terms), raw="")  # no raw: no literal hits besides
    return Hits(titled, using, scope)


def side_by_side(query: Query, using: str, scope: Any, most: int) -> list[int]:
    """The newest hits in which several terms stand as one string."""
    if len(query.terms) < 2:
        return []
    return Hits(replace(query, terms=("".join(query.terms),), raw=""), using, scope).newest(most)


def ranked(
    query: Query, numbers: Sequence[int], using: str, most: int, rarities: Mapping[str, float] | None = None
) -> list[int]:
    """All these hits of the query, its best `most` in order; `rarities` if other words than the query's own count."""
    if len(numbers) < 2:
        return list(numbers)
    rarities = rarity(query.words, using) if rarities is None else rarities
    if len(numbers) <= READ:
        return _weighed(query, numbers, rarities, using, most)
    titled = set(in_headline(query, using, numbers).newest(POOL))
    joined = set(side_by_side(query, using, numbers, POOL))
    copied = joined if len(joined) <= FEW else set()
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
    return _weighed(query, first[:READ], rarities, using, most) + first[READ:]


def best_of_many(query: Query, using: str, scope: Any, asked: int) -> list[int]:
    """Of more hits than can be weighed the best: in their headline stands the query, in their text it stands as one
    string, or its words weigh most; the best `asked` of them in order."""
    most, rarities = READ // 3, rarity(query.words, using)
    found = dict.fromkeys(in_headline(query, using, scope).newest(most))
    found |= dict.fromkeys(side_by_side(query, using, scope, most))
    if rarities and len(found) < most:
        heavy = [[level_token(word, level) for level in (1, 2)] for word in rarities]
        heaviest = [[level_token(word, 2) for word in rarities]]
        for groups in (heavy, heaviest):
            found |= dict.fromkeys(Hits(query, using, scope, groups).newest(most))
    return ranked(query, list(found)[:READ], using, asked, rarities)


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


def _weighed(query: Query, numbers: Sequence[int], rarities: Mapping[str, float], using: str, most: int) -> list[int]:
    """The hits, the best `most` in order by what stands in them."""
    listed = engine_of(using).among("number", numbers)
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT number, headline, body FROM search_text WHERE {listed.sql}", listed.params)
        return weighed(query, cursor.fetchall(), rarities, most)
