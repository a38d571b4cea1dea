"""Hits over time: how many of each month, counted from the index as far as it alone can prove them."""

import datetime
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from articles.search.documents import POOL
from articles.search.hits import Hits
from articles.search.numbering import UNDATED
from articles.search.query import Query


class Months(NamedTuple):
    """{"2024-01": how many}, in order, undated articles left out; not exact: so many at most."""

    counts: Mapping[str, int]
    exact: bool = True


def months(query: Query, using: str) -> Months:
    """How many articles of each month satisfy the query.

    Where its tokens prove a hit, or it leads to no more articles than a search ranks (POOL), each count is exact. Of
    more, the texts are not read: counted is what holds all neighbouring pairs of the query's characters, which may
    be a little more than what holds them side by side.
    """
    if not query:
        return Months({})
    hits = Hits(query, using)
    unproved = Hits(query, using, proved=False)
    exact = hits.proven or unproved.count(POOL + 1) <= POOL
    days = (hits if exact else unproved).by_day()
    counts: Counter[str] = Counter()
    for day in sorted(day for day in days if day > UNDATED):
        counts[f"{datetime.date.fromordinal(day):%Y-%m}"] += days[day]
    return Months(dict(counts), exact)
