"""The order of hits: by tier (the headline is the query, holds it, the text holds it), by BM25 over words, by date."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db import connections

from articles.search.documents import POOL
from articles.search.sqlite.hits import Hits, quoted
from articles.search.structure import Query, words_of

HEADLINE_WEIGHT = 10.0
_BM25 = f"bm25(search_words, {HEADLINE_WEIGHT}, 1.0)"


def in_headline(query: Query, using: str, within: Any, scope: Any) -> Hits:
    """The hits whose headline stack holds all terms."""
    titled = replace(query, terms=(), titles=(*query.titles, *query.terms), raw="")  # no raw: no literal hits besides
    return Hits(titled, using, within, scope)


def headline_equal(query: Query, numbers: list[int], using: str) -> set[int]:
    """Those of the articles of which a line of the headline stack is the query."""
    sql = """SELECT number FROM search_text WHERE number IN (SELECT value FROM json_each(%s))
        AND instr(char(10) || replace(headline, ' ', '') || char(10), char(10) || %s || char(10))"""
    return {number for (number,) in _fetch(using, sql, json.dumps(numbers), query.whole)}


def ranked(query: Query, numbers: list[int], using: str, words: str = "") -> list[int]:
    """All these hits of the query, best first; `words`: the FTS5 expression to score by, else the query's words."""
    tier = _tiers(query, using)
    score = _scores(words or every_word(query), using)
    return sorted(numbers, key=lambda number: (tier.get(number, 3), score.get(number, 0.0), -number))


def every_word(query: Query) -> str:
    """The FTS5 expression of all the query's words, of alternatives one group; empty if it has none."""
    groups = [[words_of(text)] for text in (*query.terms, *query.titles)]
    groups += [[words_of(text) for text in group] for group in query.alternatives]
    texts = [" OR ".join("(" + " AND ".join(map(quoted, words)) + ")" for words in group if words) for group in groups]
    return " AND ".join(f"({text})" for text in texts if text)


def rarest_first(words: Iterable[str], using: str) -> list[str]:
    """The words that stand in some article, the rarest first (all beyond POOL count as equally common)."""
    counts = {word: _count(quoted(word), using) for word in words}
    return sorted(filter(counts.get, counts), key=lambda word: counts[word])


def _tiers(query: Query, using: str) -> dict[int, int]:
    """0 a line of the headline is the query, 1 the headline holds its terms, 2 the text holds them side by side."""
    if not query.whole:
        return {}
    tier: dict[int, int] = {}
    if len(query.terms) > 1:
        tier = dict.fromkeys(Hits(Query(terms=(query.whole,)), using).newest(POOL), 2)
    titled = in_headline(query, using, None, None).newest(POOL)
    tier |= dict.fromkeys(titled, 1)
    return tier | dict.fromkeys(headline_equal(query, titled, using), 0)


def _scores(words: str, using: str) -> dict[int, float]:
    """BM25 of the articles that hold the words, lower is better; none where so many do that it would take long."""
    if not words or _count(words, using) > POOL:
        return {}
    return dict(_fetch(using, f"SELECT rowid, {_BM25} FROM search_words WHERE search_words MATCH %s", words))


def _count(words: str, using: str) -> int:
    sql = "SELECT count(*) FROM (SELECT rowid FROM search_words WHERE search_words MATCH %s LIMIT %s)"
    return int(_fetch(using, sql, words, POOL + 1)[0][0])


def _fetch(using: str, sql: str, *params: Any) -> list[Any]:
    with connections[using].cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())
