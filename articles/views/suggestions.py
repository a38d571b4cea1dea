"""Where nothing is found: looser queries that do find something, people of like name."""

from collections.abc import Iterator
from dataclasses import replace

from articles.models import Article, Person
from articles.search.query import Query

TRIED, NEAR = 4, 6


def looser(query: Query) -> dict:
    """{queries: [(query, total)], people}: only what has hits."""
    tried = [(str(other), Article.objects.matching(other).total) for other in list(_looser(query))[:TRIED]]
    names = [*query.persons, *(term for term in query.terms if 1 < len(term) < 5)]
    people = [person for name in names[:2] for person in Person.objects.like(name).with_counts()[:NEAR]]
    return {"queries": [(words, total) for words, total in tried if total], "people": people[:NEAR]}


def _looser(query: Query) -> Iterator[Query]:
    """Without the named fields, then each term by itself."""
    texts = query.terms or query.titles
    if query.filters and texts:
        yield replace(query, filters=())
    if len(texts) > 1 or query.titles:
        yield from (Query(terms=(term,)) for term in texts)
