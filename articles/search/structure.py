"""A query as structure: what the engine finds, what the caller filters, what the reader is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from articles.folding import fold, squeeze
from articles.search.fields import LABELS, Filter, date_range, written
from articles.search.quoting import in_quotes, negated, protected
from articles.words import cut

_FUNCTION_WORDS = frozenset("的了在是和与及之为对从将把被等也都就而以于这那其有给要不吗呢吧谁个")
# Words that ask, and tell nothing of what is asked about: never needed for an article that holds only some words.
ASKING = frozenset(
    (
        "什么",
        "怎么",
        "怎样",
        "怎么样",
        "怎么办",
        "如何",
        "为什么",
        "为何",
        "哪些",
        "哪里",
        "哪个",
        "哪儿",
        "多少",
        "多久",
        "多长",
    )
    + ("多大", "几个", "是否", "请问", "应该", "能不能", "有没有", "是不是")
)


@dataclass(frozen=True)
class Query:
    """The parsed query.

    terms: literal strings that must all stand in an article; phrases: those strings that were typed in quotes and are
    never loosened into words; alternatives: groups of which one each must stand in it; excluded: must not; titles:
    must stand in the headline stack; filters: named fields, all of which an article must satisfy; avoided: named
    fields none of which it may satisfy. raw: as typed, cleaned; notes: what was not understood, told to the reader.
    """

    terms: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    alternatives: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    avoided: tuple[Filter, ...] = ()
    raw: str = field(default="", compare=False)
    notes: tuple[str, ...] = field(default=(), compare=False)

    def __bool__(self) -> bool:
        return bool(self.terms or self.alternatives or self.excluded or self.titles or self.filters or self.avoided)

    def __str__(self) -> str:
        """The query as one would type it; parsing it gives an equal query."""
        return " ".join(self._written())

    @property
    def persons(self) -> tuple[str, ...]:
        """The names typed as 记者:…; those of one filter (记者:甲|乙) are alternatives, see `filters`."""
        return tuple(value for item in self.filters if item.field == "person" for value in item.values)

    @property
    def dates(self) -> tuple[tuple[date, date], ...]:
        """First and last day of each value of 日期:…; those of one filter are alternatives, see `filters`."""
        return tuple(date_range(value) for item in self.filters if item.field == "date" for value in item.values)

    @property
    def literal(self) -> tuple[str, ...]:
        """The words as typed, where fields were understood in them: a text may hold just that (“记者：您怎么看”).

        Articles that hold them all belong to the results whatever the filters say. Empty if nothing is to be added.
        """
        named, without = self.filters or self.titles, self.excluded or self.avoided
        return tuple(self.raw.split()) if named and not without else ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every string whose characters may stand in a result: terms, alternatives, titles."""
        return (*self.terms, *(text for group in self.alternatives for text in group), *self.titles)

    @property
    def whole(self) -> str:
        """The terms side by side, squeezed: a headline equal to it is what was asked for."""
        return squeeze(fold("".join((*self.terms, *self.titles))))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words jieba sees in what is searched, each once; single characters left out."""
        return tuple(dict.fromkeys(word for text in self.texts for word in words_of(text)))

    def loosened(self) -> "Query | None":
        """The query with each bare term taken apart into its words; None if that changes nothing."""
        terms = distinct(piece for term in self.terms for piece in self._pieces(term))
        return replace(self, terms=terms) if terms != self.terms else None

    def _pieces(self, term: str) -> tuple[str, ...]:
        """A term's words; the term itself if it is quoted or one word."""
        pieces = () if term in self.phrases else apart(fold(term))
        return pieces if len(pieces) > 1 else (term,)

    def _written(self) -> Iterator[str]:
        yield from map(self._quoted, self.terms)
        yield from ("|".join(map(self._quoted, group)) for group in self.alternatives)
        yield from (f"{LABELS['title']}:{protected(text)}" for text in self.titles)
        yield from map(named, self.filters)
        yield from (negated(text) for text in self.excluded)
        yield from (f"-{named(item)}" for item in self.avoided)

    def _quoted(self, text: str) -> str:
        return in_quotes(text) if text in self.phrases else text


def named(item: Filter) -> str:
    """A named field as one would type it: 记者:甲|乙."""
    return f"{item.label}:{'|'.join(protected(written(item.field, value)) for value in item.values)}"


def words_of(text: str) -> tuple[str, ...]:
    """The words of a term that rank and are marked: those of two characters and more."""
    return tuple(word for word in map(squeeze, cut(fold(text))) if len(word) > 1)


def apart(folded: str) -> tuple[str, ...]:
    """A folded term taken apart into what may stand apart in a text: 临溪镇的果农 → 临溪镇, 果农.

    A single character stays with its neighbour: it is mostly a piece of a name that the dictionary does not know.
    """
    runs: list[list[str]] = [[]]
    for word in map(squeeze, cut(folded)):
        if not word or word in _FUNCTION_WORDS:
            runs.append([])
        elif runs[-1] and 1 in (len(word), len(runs[-1][-1])):
            runs[-1][-1] += word
        else:
            runs[-1].append(word)
    return tuple(piece for run in runs for piece in run)


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts in order, without those that search for the same as an earlier one."""
    kept: dict[str, str] = {}
    for text in texts:
        kept.setdefault(squeeze(fold(text)) or fold(text), text)
    return tuple(kept.values())
