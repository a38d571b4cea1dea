"""How the terms of a query select articles: by tokens, proved by the text where these tell too little."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import ModuleType
from typing import Any

from django.db import connections

from articles.search import vocabulary
from articles.search.conditions import Condition, Selection, joined, limit
from articles.search.engines import engine_of
from articles.search.fields import MEASURED, Filter, date_range
from articles.search.numbering import numbers_of
from articles.search.quantities import quoting
from articles.search.structure import Query
from articles.search.tokens import Atom, atom, field_token, title_token

Group = Sequence[Atom]
Tokens = Sequence[str]
_NONE = Atom((), "", proven=True)  # a term of nothing but invisible characters asks for nothing


class Selecting:
    """One query in one database; `proved` as in Hits."""

    def __init__(self, query: Query, using: str, proved: bool) -> None:
        self.query, self.using, self.engine, self.proved = query, using, engine_of(using), proved
        self.wanted = _groups([*((term,) for term in query.terms), *query.alternatives])
        self.titles = _groups((title,) for title in query.titles)
        self.avoided = [found for text in query.excluded if (found := atom(text))]
        self.held = self._held()

    def selection(self, scope: Any, also: Iterable[Tokens], literal: Sequence[int]) -> Selection:
        """As Hits describes it; `literal`: what belongs to it whatever the query says."""
        matched, engine = self.matched(also), self.engine
        column = engine.MATCHED if matched else engine.LISTED
        where = [
            *(self._absent(column, one) for one in self.avoided if not (matched and one.proven)),
            *(limit(column, _days(item), engine.among) for item in self.query.filters if item.field == "date"),
            *(quoting(one.values, column, self.using, engine) for one in self.query.filters if one.field == "quantity"),
            limit(column, scope, engine.among),
        ]
        return Selection(matched, joined(" AND ", where), self._proof() if self.proved else None, tuple(literal))

    def matched(self, also: Iterable[Tokens]) -> Condition | None:
        """What the tokens of every hit satisfy, one of each further group among them; None if that is nothing."""
        held = [*self.held, *(self._one_of((token,) for token in group) for group in also)]
        left_out = [self.engine.all_of(one.tokens) for one in self.avoided if one.proven]
        return self.engine.matched(held, left_out) if held else None

    def _held(self) -> list[str]:
        return [
            *(self._one_of(self._asked(one) for one in group) for group in self.wanted),
            *(self._one_of(self._asked(one, title_token) for one in group) for group in self.titles),
            *(self._one_of((token,) for token in group) for group in _allowed(self.query.filters, self.using)),
        ]

    def _proof(self) -> Condition | None:
        """What the text of every hit satisfies."""
        proofs = [
            *(_proof(group, ("body", "headline"), self.engine) for group in self.wanted),
            *(_proof(group, ("headline",), self.engine) for group in self.titles),
        ]
        return joined(" AND ", proofs) if any(proofs) else None

    def _absent(self, column: str, one: Atom) -> Condition:
        """That an excluded string does not stand in the text: its candidates, proved, are left out."""
        matched = self.engine.matched([self.engine.all_of(self._asked(one))])
        absent: Condition = self.engine.absent(column, matched, _proof([one], ("body", "headline"), self.engine))
        return absent

    def _asked(self, one: Atom, kind: Callable[[str], str] = str) -> Tokens:
        """The tokens to ask for: of a string that the text will prove, those that tell most."""
        tokens = list(map(kind, one.tokens))
        if one.proven or not self.proved:
            return tokens
        with connections[self.using].cursor() as cursor:
            telling: Tokens = self.engine.telling(cursor, tokens)
            return telling

    def _one_of(self, alternatives: Iterable[Iterable[str]]) -> str:
        """An expression: all tokens of one of the alternatives."""
        expression: str = self.engine.any_of(map(self.engine.all_of, alternatives))
        return expression


def _allowed(filters: Iterable[Filter], using: str) -> Iterator[Tokens]:
    """For each named field that has tokens those of the values it means; of one that means nothing, itself."""
    for item in filters:
        if item.field not in MEASURED:
            kinds = vocabulary.KINDS.get(item.field, (item.field,))
            meant = [known for value in item.values for known in vocabulary.meant(item.field, value, using)]
            yield list(dict.fromkeys(field_token(kind, value) for value in meant or item.values for kind in kinds))


def _days(item: Filter) -> list[range]:
    """The row numbers of the days of a date filter."""
    return [numbers_of(*date_range(value)) for value in item.values]


def _groups(texts: Iterable[Sequence[str]]) -> list[Group]:
    groups = ([atom(text) or _NONE for text in group] for group in texts)
    return [group for group in groups if _NONE not in group]


def _proof(group: Group, columns: Sequence[str], engine: ModuleType) -> Condition | None:
    """That one of the group stands in the text."""
    if all(one.proven for one in group):
        return None
    return joined(" OR ", [engine.stands(one.needle, columns) for one in group])
