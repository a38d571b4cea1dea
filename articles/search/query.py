"""What the reader typed → Query: never an error, and whatever is not understood is searched as it stands."""

import re
import unicodedata
from collections.abc import Iterable

from articles.folding import fold, squeeze
from articles.search.fields import FIELDS, LABELS, Filter, understand
from articles.search.quoting import EITHER_RE, TOKEN_RE, lacks_value, protected, stands_bare, value_of, writable
from articles.search.structure import Query, distinct, named

__all__ = ["MAX_CHARACTERS", "MAX_TERMS", "Query", "named", "parse", "protected"]

MAX_CHARACTERS = 100
MAX_TERMS = 12

_TOO_LONG = f"检索词过长，只取前 {MAX_CHARACTERS} 个字。"
_TOO_MANY = f"检索词过多，只取前 {MAX_TERMS} 个。"
_ONLY_EXCLUDED = "只有要排除的词，没有要找的词，已按字面检索。"
_NOT_EITHER = "“|”只能连接两个词或同一栏位的两个值，已按“都要”检索。"
_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}
_PICTURES = {"So", "Co", "Cn"}


def parse(text: str) -> Query:
    """Read a query: bare words (all must stand), "literal", a|b, -not, and the fields of FIELD_NAMES (记者:徐坊).

    Takes any string and never raises; keeps 100 characters and 12 terms, and says in the notes what it left out.
    """
    raw = _clean(text)
    query = _read(raw[:MAX_CHARACTERS].strip(), shortened=len(raw) > MAX_CHARACTERS)
    while (over := len(str(query)) - MAX_CHARACTERS) > 0:  # what quotes make longer could not be typed again
        query = _read(query.raw[:-over].strip(), shortened=True)
    return query


def _read(raw: str, shortened: bool) -> Query:
    reading = _Reading()
    if shortened:
        reading.note(_TOO_LONG)
    end = 0
    for match in TOKEN_RE.finditer(raw):
        reading.take(match, either=bool(EITHER_RE.search(raw, end, match.start())))
        end = match.end()
    return reading.query(raw)


class _Reading:
    """The query while its tokens are taken in, one after the other."""

    def __init__(self) -> None:
        self.groups: list[list[str]] = []
        self.phrases: list[str] = []
        self.excluded: list[str] = []
        self.titles: list[str] = []
        self.filters: list[Filter] = []
        self.avoided: list[Filter] = []
        self.notes: list[str] = []
        self.last = ""  # what a | would join to: "group", the field of the last filter, or nothing
        self.taken = 0

    def note(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)

    def take(self, match: re.Match[str], either: bool) -> None:
        """One token; `either` if a | stands before it."""
        value, quoted = value_of(match)
        if not fold(value).strip():  # nothing to be seen
            return
        if lacks_value(match[0]):
            self.note(f"“{match[0]}”后面没有内容，没有用它。")
            return
        if self.taken == MAX_TERMS:
            self.note(_TOO_MANY)
            return
        self.taken += 1
        field = FIELDS.get(fold(match["name"] or ""), "")
        if match["minus"]:
            self._without(field, value, match[0][1:])
        elif field:
            self._named(field, value, match[0], either and self.last == field)
        elif either and self.last in LABELS and (known := understand(self.last, value)):
            self._filter(self.last, known, joined=True)
        else:
            self._term(value, quoted, either)

    def _without(self, field: str, value: str, typed: str) -> None:
        """A field that no article may have; what is none, and a headline, is a text that may not stand in it."""
        known = understand(field, value) if field and field != "title" else None
        if known is None:
            self.excluded.append(" ".join(typed.split()) if field else value)
        else:
            self.avoided.append(Filter(field, (known,)))
        self.last = ""

    def _named(self, field: str, value: str, typed: str, joined: bool) -> None:
        known = understand(field, value)
        if known is None:
            self.note(f"“{typed}”看不懂，已按字面检索。")
            for piece in writable(typed).split():
                self._term(piece, quoted=True, either=False)
        elif field == "title":
            self.titles.append(known)
            self.last = ""
        else:
            self._filter(field, known, joined)

    def _filter(self, field: str, value: str, joined: bool) -> None:
        before = self.filters.pop().values if joined else ()
        self.filters.append(Filter(field, tuple(dict.fromkeys((*before, value)))))
        self.last = field

    def _term(self, value: str, quoted: bool, either: bool) -> None:
        if quoted:
            self.phrases.append(value)
        if either and self.last == "group":
            self.groups[-1].append(value)
            return
        if either and self.taken > 1:
            self.note(_NOT_EITHER)
        self.groups.append([value])
        self.last = "group"

    def _literally(self, raw: str) -> None:
        """Where nothing is asked for: what was only to be left out is looked for, or the query as it stands."""
        if self.excluded or self.avoided:
            self.note(_ONLY_EXCLUDED)
            self.groups = [[text] for text in (*self.excluded, *map(named, self.avoided))]
            self.excluded, self.avoided = [], []
        elif fold(raw).strip():
            self.groups = [[writable("".join(raw.split()))]]

    def query(self, raw: str) -> Query:
        """All that was taken in, put together."""
        if not (self.groups or self.titles or self.filters):
            self._literally(raw)
        groups = [distinct(group) for group in self.groups]
        terms = [group[0] for group in groups if len(group) == 1]
        alternatives = tuple(group for group in groups if len(group) > 1)
        others = bool(alternatives or self.titles or self.filters)
        kept = distinct(_without_signs(terms, others))[:MAX_TERMS]
        searched = dict.fromkeys((*kept, *(text for group in alternatives for text in group)))
        return Query(
            terms=kept,
            phrases=tuple(text for text in searched if text in self.phrases or not stands_bare(text)),
            alternatives=alternatives,
            excluded=distinct(self.excluded),
            titles=distinct(self.titles),
            filters=tuple(dict.fromkeys(self.filters)),
            avoided=tuple(dict.fromkeys(self.avoided)),
            raw=raw,
            notes=tuple(self.notes),
        )


def _clean(text: str) -> str:
    """Composed, without controls and lone surrogates: what a database takes."""
    return "".join(
        " " if unicodedata.category(char) in _UNSEEN else char for char in unicodedata.normalize("NFC", text)
    ).strip()


def _without_signs(terms: list[str], others: bool) -> Iterable[str]:
    """Terms without stray punctuation; where nothing else was typed, the signs themselves are searched."""
    words = [term for term in terms if squeeze(fold(term)) or _is_picture(term)]
    if words or others:
        return words
    return ["".join(terms)] if terms else []


def _is_picture(term: str) -> bool:
    return any(unicodedata.category(char) in _PICTURES for char in term)
