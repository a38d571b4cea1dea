"""Searching the SQLite index: what is literally there first, looser readings of the query when that is little."""

from dataclasses import replace
from typing import Any, Literal

from articles.search.documents import ENOUGH, POOL, Found
from articles.search.sqlite.hits import Hits, quoted
from articles.search.sqlite.ranking import headline_equal, in_headline, ranked, rarest_first
from articles.search.structure import Query

Order = Literal["relevance", "newest", "oldest"]
LIFTED = 200  # of more hits than POOL, so many with the query in the headline stand first


def find(
    query: Query,
    *,
    using: str = "public",
    within: Any = None,
    scope: Any = None,
    order: Order = "relevance",
    offset: int = 0,
    limit: int = 20,
) -> Found:
    """One page of the articles that satisfy the query.

    within: the articles that satisfy query.filters, as a queryset of one column of numbers, or an iterable of numbers
    and ranges of numbers; None if there are no filters. scope: in the same form, a limit the reader chose outside the
    query (one page, one issue, one person), which holds for literal hits of the whole query too. A query of filters
    alone lists what they allow. Raises QueryTimeout inside a time_limit that ran out.
    """
    offset, limit = max(offset, 0), max(limit, 0)
    if not query and within is None and scope is None:
        return Found()
    search = _Search(using, within, scope, order)
    hits = search.hits(query)
    if (numbers := search.few(hits)) is None:
        page = search.page_of_many(query, hits, offset, limit)
        return Found(page, total=POOL, capped=True, literal=POOL)
    more, relaxed = search.looser(query, numbers) if len(numbers) < ENOUGH else ([], "")
    everything = search.ordered(query, numbers) + more[:POOL]
    return Found(
        numbers=everything[offset : offset + limit],
        total=len(everything),
        capped=len(more) > POOL,
        literal=len(numbers),
        relaxed=relaxed if more else "",
    )


class _Search:
    """One search: the limits and the order that hold for every reading of its query."""

    def __init__(self, using: str, within: Any, scope: Any, order: Order) -> None:
        self.using, self.order = using, order
        self.within, self.scope = _kept(within), _kept(scope)

    def hits(self, query: Query) -> Hits:
        return Hits(query, self.using, self.within, self.scope)

    def few(self, hits: Hits) -> list[int] | None:
        """All the hits by date, or None if they are too many to rank."""
        if hits.proven and hits.count(POOL + 1) > POOL:
            return None
        numbers = self._first(hits, POOL + 1)
        return numbers if len(numbers) <= POOL else None

    def page_of_many(self, query: Query, hits: Hits, offset: int, limit: int) -> list[int]:
        """Too many to rank: headline hits first, then the newest."""
        if self.order == "oldest":
            return hits.oldest(limit, offset)
        lifted = self._lifted(query) if self.order == "relevance" else []
        page = lifted[offset : offset + limit]
        if len(page) == limit:
            return page
        return page + hits.newest_but(lifted, limit - len(page), max(offset - len(lifted), 0))

    def ordered(self, query: Query, numbers: list[int], words: str = "") -> list[int]:
        """The hits, which come by date, in the order asked for."""
        return ranked(query, numbers, self.using, words) if self.order == "relevance" else numbers

    def looser(self, query: Query, known: list[int]) -> tuple[list[int], str]:
        """Further hits of a looser reading, and which: each term's words anywhere, or if nothing has them, any word."""
        if loosened := query.loosened():
            numbers = set(self._first(self.hits(loosened), POOL + 1 + len(known))) - set(known)
            if numbers:
                by_date = sorted(numbers, reverse=self.order != "oldest")
                return self.ordered(loosened, by_date), "words"
        return (self._any_word(query), "any") if not known else ([], "")

    def _first(self, hits: Hits, count: int) -> list[int]:
        return hits.oldest(count) if self.order == "oldest" else hits.newest(count)

    def _lifted(self, query: Query) -> list[int]:
        if not (query.terms or query.titles):
            return []
        titled = in_headline(query, self.using, self.within, self.scope).newest(LIFTED)
        equal = headline_equal(query, titled, self.using)
        return sorted(titled, key=lambda number: (number not in equal, -number))

    def _any_word(self, query: Query) -> list[int]:
        """What holds the rarest of the query's words, best those with the others too; not for what must be literal."""
        literal = query.phrases or query.alternatives or query.titles
        words = rarest_first(query.words, self.using) if len(query.words) > 1 and not literal else []
        if not words:
            return []
        rarest = replace(query, terms=(words[0],))
        scored_by = f"{quoted(words[0])} AND ({' OR '.join(map(quoted, words))})"
        return self.ordered(rarest, self._first(self.hits(rarest), POOL + 1), scored_by)


def _kept(within: Any) -> Any:
    """An iterable is used more than once: a generator is read now."""
    return within if within is None or hasattr(within, "query") else tuple(within)
