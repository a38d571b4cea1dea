"""Where nothing is found: looser queries that do find something, other spellings, people and columns of like name."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from articles.models import Article, Person
from articles.queries.vocabulary import alike, misspelt
from articles.search.query import Query

TRIED, RESPELT, NEAR = 3, 3, 6
LONGEST_NAME = 8


def looser(query: Query) -> dict:
    """{queries, respelt: [(query, total)], people: persons, columns: [Value]}: only what has hits."""
    tried = [(str(other), Article.objects.matching(other, limit=0).literal) for other in islice(_looser(query), TRIED)]
    return {
        "queries": [(words, total) for words, total in tried if total],
        "respelt": _respelt(query),
        "people": _people(query),
        "columns": _alike(query, "column"),
    }


def _looser(query: Query) -> Iterator[Query]:
    """Without the named fields, then each term by itself."""
    texts = query.terms or query.titles
    if query.filters and texts:
        yield replace(query, filters=(), raw="")
    if len(texts) > 1 or query.titles:
        yield from (Query(terms=(term,)) for term in texts)


def _respelt(query: Query) -> list[tuple[str, int]]:
    """Other spellings of a query of one term; of several, the term that is not found cannot be told for sure."""
    texts = (*query.terms, *query.titles)
    return misspelt(texts[0], Article.objects.db, RESPELT) if len(texts) == 1 else []


def _people(query: Query) -> list[Person]:
    keys = [person.value for person in _alike(query, "person")]
    known = {person.key: person for person in Person.objects.with_counts().filter(key__in=keys)}
    return [known[key] for key in keys if key in known]


def _alike(query: Query, field: str) -> list:
    """Values of the field like what was typed for it, else like the terms, the first two of them."""
    typed = [value for item in query.filters if item.field == field for value in item.values]
    names = typed + [term for term in query.terms if 1 < len(term) <= LONGEST_NAME]
    found = {near.value: near for name in names[:2] for near in alike(field, name, Article.objects.db, NEAR)}
    return list(found.values())[:NEAR]
