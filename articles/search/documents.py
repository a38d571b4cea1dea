"""What goes into the index and what comes out of it, the same for every engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

ENOUGH = 10  # a first page: below it a looser reading of the query is tried
POOL = 2_000  # as many hits are counted exactly and ranked; of more, the promising first, then the newest


class OutOfStep(RuntimeError):
    """The index was built with another folding or dictionary: rebuild it before changing rows."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article for the index.

    number: its row number (see numbering); headline: the stack (kicker, headline, subtitle, column), one a
    line; body: deck, subheads, paragraphs, captions, credits; names: its bylines, printed and corrected readings, one
    a line; fields: (field, value) pairs to filter and to facet by: person, alias, column,
    label, place, paper, page, type, doubt.
    """

    number: int
    headline: str = ""
    body: str = ""
    names: str = ""
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Facets:
    """What the hits have in common, counted over the first POOL of them, by date where they are more.

    counts: {field: [(value, how many articles), …]}, the fullest first; months: {"2024-01": how many}, in order.
    """

    counts: Mapping[str, Sequence[tuple[str, int]]] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """One page of results.

    numbers: the articles of this page, in order; total: how many there are in all, exact unless `capped` (then there
    are more than `total`); literal: how many of `total` hold the query as typed; relaxed: "" or how the query was
    loosened for the others: "words" (its words stand in the article, not side by side), "any" (only some of them);
    facets: if they were asked for.
    """

    numbers: list[int] = field(default_factory=list)
    total: int = 0
    capped: bool = False
    literal: int = 0
    relaxed: str = ""
    facets: Facets | None = None
