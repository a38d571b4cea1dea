"""Searching the index: what is literally there first, looser readings of the query when that is little."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from itertools import accumulate
from typing import Literal

from articles.search.documents import ENOUGH, POOL, Found
from articles.search.facets import facets_of
from articles.search.hits import Hits, standing
from articles.search.ranking import READ, best_of_many, by_weight, ranked, rarity
from articles.search.structure import ASKING, Query
from articles.search.tokens import atom

Order = Literal["relevance", "newest", "oldest"]
# Of what the query's words tell, so much must stand in an article that holds only some of them: less if nothing
# holds them all.
_LEAST_SHARE, _LEAST_OF_NOTHING = 0.51, 0.34


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
    more, relaxed = search.looser(query, numbers)
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
        lifted = best_of_many(query, self.using, self.scope, self.most) if by_relevance else []
        page = lifted[offset : offset + limit]
        if len(page) == limit:
            return page
        return page + hits.newest_but(lifted, limit - len(page), max(offset - len(lifted), 0))

    def ordered(self, query: Query, hits: Hits, numbers: list[int]) -> list[int]:
        """These of the hits, which come by date, in the order asked for."""
        return ranked(query, hits, numbers, self.most) if self._by_relevance(query) else numbers

    def _by_relevance(self, query: Query) -> bool:
        return self.order == "relevance" and bool(query.texts)

    def looser(self, query: Query, known: list[int]) -> tuple[list[int], str]:
        """Where known hits are few, those of looser readings, and which: a term's words anywhere, then any of them."""
        more: list[int] = []
        relaxed = ""
        if len(known) >= ENOUGH:
            return more, relaxed
        if loosened := query.loosened():
            hits = self.hits(loosened)
            more = self.ordered(loosened, hits, self._besides(known, hits))
            relaxed = "words" if more else ""
        if len(known) + len(more) < ENOUGH and (others := self._any_word(query, {*known, *more})):
            more, relaxed = more + others, "any"
        return more, relaxed

    def _besides(self, known: list[int], hits: Hits) -> list[int]:
        numbers = set(self.first(hits, POOL + 1 + len(known))) - set(known)
        return sorted(numbers, reverse=self.order != "oldest")

    def first(self, hits: Hits, count: int) -> list[int]:
        return hits.oldest(count) if self.order == "oldest" else hits.newest(count)

    def _any_word(self, query: Query, known: set[int]) -> list[int]:
        """What holds the telling ones of the query's words, not all of them; not for what must be literal."""
        if query.phrases or query.alternatives or query.titles or len(query.words) < 2:
            return []
        telling = rarity([word for word in query.words if word not in ASKING], self.using)
        least = (_LEAST_SHARE if known else _LEAST_OF_NOTHING) * sum(telling.values())
        held = self._held(query, telling, least)
        numbers = [number for number, worth in held.items() if worth >= least and number not in known]
        if self.order != "relevance":
            return sorted(numbers, reverse=self.order == "newest")
        best = sorted(numbers, key=lambda number: (-held[number], -number))
        return by_weight(replace(query, terms=tuple(telling)), best[:READ], self.using, self.most, telling)

    def _held(self, query: Query, telling: Mapping[str, float], least: float) -> dict[int, float]:
        """{number: worth of the words that it holds}, of those that may come to the least.

        The rarest words bring articles. The others cannot come to the least by themselves, and are asked of these
        articles alone; last, when they are few, the words for which texts must be read.
        """
        left = list(accumulate(reversed(telling.values())))[::-1]
        bringing = [word for word, most in zip(telling, left, strict=True) if most >= least]
        others = sorted(list(telling)[len(bringing) :], key=_is_read)
        held: dict[int, float] = {}
        for word in bringing:
            numbers = self.first(self._holding(query, word), POOL)
            held |= {number: held.get(number, 0.0) + telling[word] for number in numbers}
        for place, word in enumerate(others):
            most = sum(telling[one] for one in others[place:])
            held = {number: worth for number, worth in held.items() if worth + most >= least}
            for number in self._holders(query, word, held.keys()):
                held[number] += telling[word]
        return held

    def _holding(self, query: Query, word: str) -> Hits:
        return self.hits(replace(query, terms=(word,), raw=""))

    def _holders(self, query: Query, word: str, numbers: Set[int]) -> Iterable[int]:
        if _is_read(word):
            return standing(word, list(numbers), self.using)
        return numbers & set(self.first(self._holding(query, word), POOL))


def _is_read(word: str) -> bool:
    """Whether texts must be read to tell where it stands."""
    asked = atom(word)
    return not (asked and asked.proven)
