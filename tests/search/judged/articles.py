"""An article of the judged archive: what the index is told of it, and what the judge knows of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from articles.search import Document
from articles.search.numbering import numbers_of


@dataclass(frozen=True)
class Known:
    """An article with what is known of it without searching.

    key: the page's name, or "" for an invented one; topic: what it is about; part: how (headline, text, sense, filler;
    page for a printed one); mentions: topics, places and persons it names in passing.
    """

    key: str
    day: date
    headline: str
    stack: str
    body: str
    names: str
    people: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    place: str = ""
    paper: str = ""
    column: str = ""
    page: str = ""
    topic: str = ""
    part: str = "page"
    mentions: frozenset[str] = field(default_factory=frozenset)

    def fields(self) -> Iterator[tuple[str, str]]:
        """(field, value) by which the index may filter."""
        yield from (("person", name) for name in self.people)
        yield from (("role", role) for role in dict.fromkeys(self.roles))
        for name in ("place", "paper", "column", "page"):
            if value := getattr(self, name):
                yield name, value
        yield "type", "文字" if self.body else "图片"

    def document(self, number: int) -> Document:
        """The article for the index under this number."""
        return Document(number, self.stack, self.body, self.names, tuple(self.fields()))


def numbered(known: list[Known]) -> dict[int, Known]:
    """The articles under their row numbers: later days higher, within a day the first printed highest."""
    taken: Counter[date] = Counter()
    rows = {}
    for one in known:
        taken[one.day] += 1
        rows[numbers_of(one.day, one.day)[-taken[one.day]]] = one
    return rows
