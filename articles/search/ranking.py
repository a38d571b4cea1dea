"""The order of hits: by tier (the headline is the query, holds it, the text holds it), by weight, by date.

The weight is BM25's. Few hits are all read and weighed by what stands in them (see weighing); of many those that the
headline or the levels in the index promise much of.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from math import log

from django.db import connections

from articles.search.engines import engine_of
from articles.search.hits import Hits, holders
from articles.search.structure import Query
from articles.search.tokens import atom, level_token
from articles.search.weighing import weighed

READ = 60  # so many hits are read and weighed exactly
_WEIGHED_WORDS = 6  # the rarest of the query: the others tell little
COMMON = 1_000  # a word in so many articles or more counts as common
_ARTICLES = 10_000  # rarity is told as in an archive of so many
WORTH_OF_COMMON = log(1 + _ARTICLES / COMMON)


def ranked(query: Query, hits: Hits, numbers: Sequence[int], most: int) -> list[int]:
    """These numbers of the query's hits, the best `most` in order."""
    if len(numbers) < 2:
        return list(numbers)
    if len(numbers) <= READ:
        return by_weight(query, numbers, hits.using, most, rarity(query, hits.using))
    others = set(numbers)
    best = [number for number in best_of_many(query, hits, most) if number in others]
    others.difference_update(best)
    return best + [number for number in numbers if number in others]


def best_of_many(query: Query, hits: Hits, asked: int) -> list[int]:
    """Of more hits than can be weighed the best: in their headline stands the query, in their text it stands as one
    string, or its words weigh most; the best `asked` of them in order."""
    most, rarities = READ // 3, rarity(query, hits.using)
    found: dict[int, None] = {}
    for promising in _promising(query, hits):
        found |= dict.fromkeys(promising.newest(most + 1))
    for levels in ((2,), (1, 2)) if rarities else ():
        if len(found) < most:
            heavy = [[(level_token(word, level),) for level in levels] for word in rarities]
            found |= dict.fromkeys(hits.narrowed(query, heavy).newest(most))
    return by_weight(query, list(found), hits.using, asked, rarities)


def _promising(query: Query, hits: Hits) -> Iterator[Hits]:
    """The hits whose headline stack holds all terms, and those in which several terms stand as one string."""
    yield hits.narrowed(replace(query, terms=(), titles=(*query.titles, *query.terms)))
    if len(query.terms) > 1:
        yield hits.narrowed(replace(query, terms=("".join(query.terms),)), proved=not hits.proven)


def by_weight(
    query: Query, numbers: Sequence[int], using: str, most: int, rarities: Mapping[str, float], least: float = 0.0
) -> list[int]:
    """Few numbers, the best `most` in order by what stands in the articles; rarities: of the words that count.

    Without those that hold words worth less than the `least`.
    """
    listed = engine_of(using).among("number", numbers)
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT number, headline, body FROM search_text WHERE {listed.sql}", listed.params)
        return weighed(query, cursor.fetchall(), rarities, most, least)


def rarity(query: Query, using: str, left_out: Container[str] = ()) -> dict[str, float]:
    """{word: how much it tells}, BM25's idf, of the rarest of a query's words that stand in some article, the rarest
    first. A lone word of a query that has hits stands in them, and tells all there is."""
    sought = {word: [found.tokens] for word in query.words if word not in left_out and (found := atom(word))}
    if len(sought) == 1 and not query.alternatives:
        return dict.fromkeys(sought, 1.0)
    held = zip(sought, holders(list(sought.values()), using, COMMON), strict=True)
    counts = {word: count for word, count in held if count}
    rarest = sorted(counts, key=lambda word: counts[word])[:_WEIGHED_WORDS]
    return {word: log(1 + _ARTICLES / counts[word]) for word in rarest}
