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


def ranked(query: Query, hits: Hits, numbers: Sequence[int], most: int) -> list[int]:
    """These numbers of the query's hits, the best `most` in order."""
    using = hits.using
    rarities = rarity(query.words, using) if len(numbers) > 1 else {}
    if len(numbers) <= READ:
        return by_weight(query, numbers, using, most, rarities)
    terms = replace(query, alternatives=(), excluded=(), filters=(), avoided=())  # hits satisfy the rest
    titled = set(in_headline(terms, using, numbers).newest(POOL))
    joined = set(side_by_side(terms, using, numbers, POOL))
    copied = joined if len(joined) <= FEW else set()
    promise = _promise(hits, numbers, rarities)
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
    return by_weight(query, first[:READ], using, most, rarities) + first[READ:]


def by_weight(query: Query, numbers: Sequence[int], using: str, most: int, rarities: Mapping[str, float]) -> list[int]:
    """Few numbers, the best `most` in order by what stands in the articles; rarities: of the words that count."""
    if len(numbers) < 2:
        return list(numbers)
    listed = engine_of(using).among("number", numbers)
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT number, headline, body FROM search_text WHERE {listed.sql}", listed.params)
        return weighed(query, cursor.fetchall(), rarities, most)


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
    return by_weight(query, list(found)[:READ], using, asked, rarities)


def rarity(asked: Iterable[str], using: str) -> dict[str, float]:
    """{word: how much it tells}, BM25's idf, of the rarest of those that stand in some article, the rarest first."""
    sought = {word: [found.tokens] for word in asked if (found := atom(word))}
    most = _COMMON if len(sought) > 1 else 1  # a lone word tells all there is
    held = zip(sought, holders(list(sought.values()), using, most), strict=True)
    counts = {word: count for word, count in held if count}
    rarest = sorted(counts, key=lambda word: counts[word])[:_WEIGHED_WORDS]
    return {word: log(1 + 2 * _COMMON / counts[word]) for word in rarest}


def _promise(hits: Hits, numbers: Sequence[int], rarities: Mapping[str, float]) -> dict[int, float]:
    """What the levels of the query's words add up to in each hit."""
    promise = dict.fromkeys(numbers, 0.0)
    levels = [(word, level) for word in rarities for level in (1, 2)]
    for place, number in hits.holding([level_token(*one) for one in levels], numbers) if levels else ():
        if number in promise:
            word, level = levels[place]
            promise[number] += rarities[word] * level
    return promise
