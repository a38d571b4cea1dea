"""How the terms of a query select articles: by tokens, proved by the text where these tell too little."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import ModuleType
from typing import Any, NamedTuple

from django.db import connections

from articles.search import vocabulary
from articles.search.conditions import Condition, Selection, joined, limit, negation
from articles.search.engines import engine_of
from articles.search.fields import MEASURED, Filter, date_range
from articles.search.numbering import numbers_of
from articles.search.quantities import quoting
from articles.search.structure import Query
from articles.search.tokens import Atom, atom, field_token, title_token

Group = Sequence[Atom]
Tokens = Sequence[str]
# Of the grams that tell where to look so many are asked for: more take longer to walk than they spare texts to prove by
# (measured at 100,000 and 1,000,000 articles).
ENOUGH = 3
FEW = 3  # where a term has more alternatives than these, their tokens are not worth a statement for each
_NONE = Atom((), "", proven=True)  # a term of nothing but invisible characters asks for nothing


class _Term(NamedTuple):
    """What must stand in an article: one of the group, in these columns of its text, found by that kind of tokens."""

    group: Group
    columns: Sequence[str]
    kind: Callable[[str], str]

    @property
    def proven(self) -> bool:
        return all(one.proven for one in self.group)

    @property
    def needed(self) -> Tokens:
        """The tokens that must all stand, if the text can prove them; none where there are alternatives, or signs."""
        return self.tokens(self.group[0]) if len(self.group) == 1 and self.group[0].needle else ()

    def tokens(self, one: Atom) -> Tokens:
        return list(map(self.kind, one.tokens))


class Selecting:
    """One query in one database; fields: those its filters allow (see `allowed`); `proved` as in Hits."""

    def __init__(self, query: Query, using: str, fields: Sequence[Tokens], proved: bool) -> None:
        self.query, self.using, self.engine = query, using, engine_of(using)
        wanted = _groups([*((term,) for term in query.terms), *query.alternatives])
        titles = _groups((title,) for title in query.titles)
        self.terms = [
            *(_Term(group, ("body", "headline"), str) for group in wanted),
            *(_Term(group, ("headline",), title_token) for group in titles),
        ]
        self.proved = proved and not all(term.proven for term in self.terms)
        avoided = [found for text in query.excluded if (found := atom(text))]
        self.open = [one for one in avoided if not one.proven]  # to be proved absent
        self.needed = list(dict.fromkeys(token for term in self.terms for token in term.needed))
        self.asked = self._telling(self.needed) if self.proved else self.needed
        self.fields = fields
        without = ((token,) for group in allowed(query.avoided, using) for token in group)
        self.left_out = [*(one.tokens for one in avoided if one.proven), *without]
        self.held = self._held()

    def selection(self, scope: Any, also: Iterable[Iterable[Tokens]], literal: Sequence[int]) -> Selection:
        """As Hits describes it; `literal`: what belongs to it whatever the query says."""
        matched, engine = self._matched(also), self.engine
        column = engine.MATCHED if matched else engine.LISTED
        where = [
            *(self._absent(column, self._telling(one.tokens), one) for one in self.open),
            *(self._absent(column, tokens) for tokens in self.left_out if not matched),
            *(self._measured(column, item) for item in self.query.filters if item.field in MEASURED),
            *(negation(self._measured(column, item)) for item in self.query.avoided if item.field in MEASURED),
            limit(column, scope, engine.among),
        ]
        return Selection(matched, joined(" AND ", where), self._proof() if self.proved else None, tuple(literal))

    def _matched(self, also: Iterable[Iterable[Tokens]]) -> Condition | None:
        """What the tokens of every hit satisfy, one of each further group among them; None if that is nothing."""
        held = [*self.held, *map(self._one_of, also)]
        return self.engine.matched(held, list(map(self.engine.all_of, self.left_out))) if held else None

    def _measured(self, column: str, item: Filter) -> Condition:
        """That the article's date, or a number that it quotes, is one of a filter's values."""
        if item.field == "quantity":
            return quoting(item.values, column, self.using, self.engine)
        days = [numbers_of(*date_range(value)) for value in item.values]
        return joined(" OR ", [limit(column, days, self.engine.among)])

    def _held(self) -> list[str]:
        others = [term for term in self.terms if not term.needed]
        return [
            *([self.engine.all_of(self.asked)] if self.asked else []),
            *(self._one_of(self._few(term, one) for one in term.group) for term in others),
            *(self._one_of((token,) for token in group) for group in self.fields),
        ]

    def _few(self, term: _Term, one: Atom) -> Tokens:
        """The tokens to ask for of an alternative: few, if the text will prove it."""
        tokens = term.tokens(one)
        fewer = self.proved and not one.proven and len(term.group) <= FEW
        return self._telling(tokens) if fewer else tokens

    def _proof(self) -> Condition | None:
        """What the text of every hit satisfies, as far as its tokens do not tell."""
        asked = set(self.asked)
        open_ = [term for term in self.terms if not (term.proven and asked.issuperset(term.needed))]
        return joined(" AND ", [_proof(term.group, term.columns, self.engine) for term in open_])

    def _absent(self, column: str, tokens: Tokens, proved: Atom | None = None) -> Condition:
        """That an article is none of those to which the tokens lead, where that is proved by the text if it must be."""
        matched = self.engine.matched([self.engine.all_of(tokens)])
        proof = _proof([proved], ("body", "headline"), self.engine) if proved else None
        absent: Condition = self.engine.absent(column, matched, proof)
        return absent

    def _telling(self, tokens: Tokens, most: int = ENOUGH) -> Tokens:
        """Those of the tokens by which to look for what the text then proves."""
        with connections[self.using].cursor() as cursor:
            telling: Tokens = self.engine.telling(cursor, tokens, most)
            return telling

    def _one_of(self, alternatives: Iterable[Iterable[str]]) -> str:
        """An expression: all tokens of one of the alternatives."""
        expression: str = self.engine.any_of(map(self.engine.all_of, alternatives))
        return expression


def allowed(filters: Iterable[Filter], using: str) -> Iterator[Tokens]:
    """For each named field that has tokens those of the values it means; of one that means nothing, itself."""
    for item in filters:
        if item.field not in MEASURED:
            kinds = vocabulary.KINDS.get(item.field, (item.field,))
            meant = [known for value in item.values for known in vocabulary.meant(item.field, value, using)]
            yield list(dict.fromkeys(field_token(kind, value) for value in meant or item.values for kind in kinds))


def _groups(texts: Iterable[Sequence[str]]) -> list[Group]:
    groups = ([atom(text) or _NONE for text in group] for group in texts)
    return [group for group in groups if _NONE not in group]


def _proof(group: Group, columns: Sequence[str], engine: ModuleType) -> Condition:
    """That one of the group stands in the text."""
    return joined(" OR ", [engine.stands(one.needle, columns) for one in group])
