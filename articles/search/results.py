"""Searching the index: what is literally there first, looser readings of the query when that is little."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

from articles.search.documents import ENOUGH, POOL, Found
from articles.search.facets import facets_of
from articles.search.hits import Hits, newest_of
from articles.search.ranking import COMMON, READ, WORTH_OF_COMMON, best_of_many, by_weight, ranked, rarity
from articles.search.structure import ASKING, Query

Order = Literal["relevance", "newest", "oldest"]
# Of what the query's words tell, so much must stand in an article that holds only some of them: less if nothing
# holds them all.
_LEAST_SHARE, _LEAST_OF_NOTHING = 0.51, 0.34
_TELLING = 5  # so many of its words, the rarest, decide


def find(
    query: Query,
    *,
    using: str = "public",
    scope: Iterable[int | range] | None = None,
    order: Order = "relevance",
    offset: int = 0,
    limit: int = 20,
    facets: bool = False,
) -> Found:
    """One page of the articles that satisfy the query, its named fields included.

    scope: numbers and ranges of numbers, a limit the reader chose outside the query (one page, one issue). A query of
    named fields alone lists what they allow, an empty one nothing. facets: count also what the hits have in common; of
    an empty query, what all articles have.
    """
    offset, limit = max(offset, 0), max(limit, 0)
    if not query and scope is None and not facets:
        return Found()
    search = _Search(using, scope, order, offset + limit)
    hits = search.hits(query)
    numbers = search.few(hits)
    if numbers is None:
        page = search.page_of_many(query, hits, offset, limit)
        counted = facets_of(search.first(hits, POOL), using) if facets else None
        return Found(page, POOL, capped=True, literal=POOL, facets=counted)
    more, relaxed = search.looser(query, hits, numbers)
    everything = search.ordered(query, hits, numbers) + more[:POOL]
    return Found(
        numbers=everything[offset : offset + limit],
        total=len(everything),
        capped=len(more) > POOL,
        literal=len(numbers),
        relaxed=relaxed,
        facets=facets_of(everything[:POOL], using) if facets else None,
    )


class _Search:
    """One search: the limits and the order that hold for every reading of its query."""

    def __init__(self, using: str, scope: Iterable[int | range] | None, order: Order, most: int) -> None:
        self.using, self.order, self.most = using, order, most  # so many must be in order
        self.scope = None if scope is None else tuple(scope)  # it is used more than once

    def hits(self, query: Query) -> Hits:
        return Hits(query, self.using, self.scope)

    def few(self, hits: Hits) -> list[int] | None:
        """All the hits by date, or None if they are too many to rank."""
        if hits.proven and hits.count(POOL + 1) > POOL:
            return None
        numbers = self.first(hits, POOL + 1)
        return numbers if len(numbers) <= POOL else None

    def page_of_many(self, query: Query, hits: Hits, offset: int, limit: int) -> list[int]:
        """Too many to rank: the most promising first, then the newest."""
        if self.order == "oldest":
            return hits.oldest(limit, offset)
        by_relevance = self._by_relevance(query)
        lifted = best_of_many(query, hits, self.most) if by_relevance else []
        page = lifted[offset : offset + limit]
        if len(page) == limit:
            return page
        return page + hits.newest_but(lifted, limit - len(page), max(offset - len(lifted), 0))

    def ordered(self, query: Query, hits: Hits, numbers: list[int]) -> list[int]:
        """These of the hits, which come by date, in the order asked for."""
        return ranked(query, hits, numbers, self.most) if self._by_relevance(query) else numbers

    def _by_relevance(self, query: Query) -> bool:
        return self.order == "relevance" and bool(query.texts)

    def looser(self, query: Query, hits: Hits, known: list[int]) -> tuple[list[int], str]:
        """Where known hits are few, those of looser readings, and which: a term's words anywhere, then any of them."""
        more: list[int] = []
        relaxed = ""
        if len(known) >= ENOUGH:
            return more, relaxed
        if loosened := query.loosened():
            wider = self.hits(loosened)
            more = self.ordered(loosened, wider, self._besides(known, wider))
            relaxed = "words" if more else ""
        if len(known) + len(more) < ENOUGH and (others := self._any_word(query, hits, {*known, *more})):
            more, relaxed = more + others, "any"
        return more, relaxed

    def _besides(self, known: list[int], hits: Hits) -> list[int]:
        numbers = set(self.first(hits, POOL + 1 + len(known))) - set(known)
        return sorted(numbers, reverse=self.order != "oldest")

    def first(self, hits: Hits, count: int) -> list[int]:
        return hits.oldest(count) if self.order == "oldest" else hits.newest(count)

    def _any_word(self, query: Query, hits: Hits, known: set[int]) -> list[int]:
        """What holds the telling ones of the query's words, not all of them; not for what must be literal."""
        if query.phrases or query.alternatives or query.titles or len(query.words) < 2:
            return []
        telling = dict(islice(rarity(query, self.using, left_out=ASKING).items(), _TELLING))
        least = (_LEAST_SHARE if known else _LEAST_OF_NOTHING) * sum(telling.values())
        promise = self._promise(query, hits, telling, least)
        best = sorted(promise.keys() - known, key=lambda number: (-promise[number], -number))[:READ]
        if not best:
            return []
        found = by_weight(replace(query, terms=tuple(telling)), best, self.using, self.most, telling, least)
        return found if self.order == "relevance" else sorted(found, reverse=self.order == "newest")

    def _promise(self, query: Query, hits: Hits, worth: Mapping[str, float], least: float) -> dict[int, float]:
        """{number: worth} of articles that may hold words worth the least: of the newest with a rare word, or with
        common words worth so much; what else stands in them is told when they are read."""
        rare = [(word,) for word in worth if worth[word] > WORTH_OF_COMMON]
        common = [word for word in worth if worth[word] <= WORTH_OF_COMMON]
        sets = [*rare, *_sets(common, worth, least)] if worth else []
        promise: dict[int, float] = {}
        holding = [hits.narrowed(replace(query, terms=words), proved=False) for words in sets]
        for place, number in newest_of(holding, COMMON):
            promise[number] = promise.get(number, 0.0) + sum(map(worth.__getitem__, sets[place]))
        return promise


def _sets(words: Sequence[str], worth: Mapping[str, float], least: float) -> Iterator[tuple[str, ...]]:
    """The smallest sets of the words, which come by falling worth, that are worth the least together."""
    if least <= 0:
        yield ()
        return
    for place, word in enumerate(words):
        yield from ((word, *others) for others in _sets(words[place + 1 :], worth, least - worth[word]))
