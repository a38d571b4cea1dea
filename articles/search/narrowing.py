"""A query narrowed and widened by its named fields: each function takes a query and gives another."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from articles.search.fields import Filter
from articles.search.query import Query


def chosen(query: Query, field: str) -> tuple[str, ...]:
    """The values that the query names for a field, in order."""
    return tuple(dict.fromkeys(value for item in query.filters if item.field == field for value in item.values))


def opened(query: Query, field: str) -> Query:
    """The query without its last filter of the field: what one may choose among."""
    return _with_last(query, field, ())


def added(query: Query, field: str, value: str) -> Query:
    """With one more choice of a field: 记者:甲 → 记者:甲|乙."""
    return _with_last(query, field, (*_last(query, field), value))


def removed(query: Query, field: str, value: str) -> Query:
    """With one choice of a field less, wherever it stands."""
    kept = (
        replace(item, values=_without(item.values, value)) if item.field == field else item for item in query.filters
    )
    return replace(query, filters=tuple(item for item in kept if item.values))


def dropped(query: Query, part: str, gone: Any) -> Query:
    """Without one of what it asks for: `part` names the terms, alternatives, titles, excluded, filters or avoided."""
    return replace(query, **{part: _without(getattr(query, part), gone)})


def only(query: Query, field: str, values: Iterable[str]) -> Query:
    """With just these values of the field; with none, without the field."""
    others = tuple(item for item in query.filters if item.field != field)
    item = Filter(field, tuple(values))
    return replace(query, filters=(*others, item) if item.values else others)


def _last(query: Query, field: str) -> tuple[str, ...]:
    return next((item.values for item in reversed(query.filters) if item.field == field), ())


def _with_last(query: Query, field: str, values: tuple[str, ...]) -> Query:
    """The last filter of the field with these values instead; a new one where there is none."""
    places = [place for place, item in enumerate(query.filters) if item.field == field]
    place = places[-1] if places else len(query.filters)
    new = (Filter(field, tuple(dict.fromkeys(values))),) if values else ()
    return replace(query, filters=(*query.filters[:place], *new, *query.filters[place + 1 :]))


def _without(items: tuple, gone: Any) -> tuple:
    return tuple(item for item in items if item != gone)
