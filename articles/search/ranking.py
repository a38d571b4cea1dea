"""The order of hits: by tier (the headline is the query, holds it, the text holds it), by weight, by date.

The weight is BM25's. Few hits are all read and weighed by what stands in them (see weighing); of many those that the
headline or the levels in the index promise much of.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from math import log

from django.db import connections

from articles.search.documents import POOL
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
    """These numbers of the query's hits, the best `most` in order.

    Of many a few are weighed; all that hold the query in their headline come before the others, which come by date.
    """
    if len(numbers) < 2:
        return list(numbers)
    if len(numbers) <= READ:
        return by_weight(query, numbers, hits.using, most, rarity(query, hits.using))
    known = set(numbers)
    best = [number for number in best_of_many(query, hits, most) if number in known]
    # The newest of those with the query in their headline are among the best: a first page needs no more of them.
    titled = known.intersection(_in_headline(query, hits).newest(POOL)) if most > READ // 3 else set()
    last = max((place for place, number in enumerate(best, 1) if number in titled), default=0)
    rest = (number for number in numbers if number in titled)
    return list(dict.fromkeys([*best[:last], *rest, *best[last:], *numbers]))


def best_of_many(query: Query, hits: Hits, asked: int) -> list[int]:
    """Of more hits than can be weighed the best: in their headline stands the query, in their text it stands as one
    string, or its words weigh most; the best `asked` of them in order."""
    each, rarities = READ // 3, rarity(query, hits.using)
    found = dict.fromkeys(_in_headline(query, hits).newest(each + 1))
    if len(query.terms) > 1:
        found |= dict.fromkeys(_side_by_side(query, hits).newest(each + 1))
    for levels in ((2,), (1, 2)) if rarities else ():
        if len(found) < each:
            heavy = [[(level_token(word, level),) for level in levels] for word in rarities]
            found |= dict.fromkeys(hits.narrowed(query, heavy).newest(each))
    return by_weight(query, list(found), hits.using, asked, rarities)


def _in_headline(query: Query, hits: Hits) -> Hits:
    """The hits whose headline stack holds all terms."""
    return hits.narrowed(replace(query, terms=(), titles=(*query.titles, *query.terms)))


def _side_by_side(query: Query, hits: Hits) -> Hits:
    """The hits in which several terms stand as one string."""
    return hits.narrowed(replace(query, terms=("".join(query.terms),)), proved=not hits.proven)


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
