"""A query explained as structure: what was understood of it, what its names mean here, how it was loosened."""

from collections.abc import Iterable, Iterator
from typing import Any

from articles.folding import fold, squeeze
from articles.search import Found, Query, Value, meant, values
from articles.search.fields import MEASURED, Filter, written

MOST_PEOPLE = 6
_SHORTEST = 2


def explain(query: Query, found: Found | None = None, using: str = "public") -> dict[str, Any]:
    """{query, terms, phrases, alternatives, excluded, titles, words, filters, avoided, people, relaxed, notes}: JSON.

    words: what jieba saw in the text searched; filters, avoided: [{field, label, values, means}], `means` the values of
    the archive that the typed ones stand for, dates and numbers as they are typed; people: those whom a bare Latin
    term may mean (xufang), not searched for; relaxed: as in Found, "" without it.
    """
    return {
        "query": str(query),
        "terms": [term for term in query.terms if term not in query.phrases],
        "phrases": list(query.phrases),
        "alternatives": [list(group) for group in query.alternatives],
        "excluded": list(query.excluded),
        "titles": list(query.titles),
        "words": list(query.words),
        "filters": [_filter(item, using) for item in query.filters],
        "avoided": [_filter(item, using) for item in query.avoided],
        "people": [{"value": person.value, "count": person.count} for person in sounding(query, using)],
        "relaxed": found.relaxed if found else "",
        "notes": list(query.notes),
    }


def sounding(query: Query, using: str = "public") -> list[Value]:
    """The people whose name sounds like a bare Latin term of the query, or has it for initials; fullest first."""
    people = {value.value: value for spelt in _spelt(query.terms) for value in _called(spelt, using)}
    return sorted(people.values(), key=lambda value: (-value.count, value.value))[:MOST_PEOPLE]


def _called(spelt: str, using: str) -> Iterator[Value]:
    keys = set(meant("person", spelt, using))
    yield from (value for value in values("person", spelt, using, 3 * MOST_PEOPLE) if value.value in keys)


def _spelt(terms: Iterable[str]) -> list[str]:
    """What may be pinyin: the Latin terms one by one, and all side by side (xu fang)."""
    latin = [term for term in terms if (text := squeeze(fold(term))).isascii() and text.isalpha()]
    spelt = [term for term in latin if len(term) >= _SHORTEST]
    return ([" ".join(latin)] if len(latin) > 1 else []) + spelt[:MOST_PEOPLE]


def _filter(item: Filter, using: str) -> dict[str, Any]:
    typed = [written(item.field, value) for value in item.values]
    means = (
        typed if item.field in MEASURED else [one for value in item.values for one in meant(item.field, value, using)]
    )
    return {"field": item.field, "label": item.label, "values": typed, "means": list(dict.fromkeys(means))}
