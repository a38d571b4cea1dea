"""The vocabulary of the index: what a typed name means, what begins with it, what is like it.

Names of people, columns, places and papers are looked up here by what a reader types of them: in either script, in
pinyin, by initials, by a piece. The SQL is plain: equality, ranges of an index, LIKE within one field.
"""

from collections.abc import Iterable, Sequence

from django.db import connections

from articles.folding import fold, squeeze
from articles.search.fields import NAMED, Value, canonical
from articles.search.sounds import bare_name, sound_of
from articles.search.tally import LABELS, PEOPLE, readings

Tests = Sequence[tuple[str, str]]
# A field with the one that holds the other names of what it names.
KINDS = {"person": PEOPLE, "column": LABELS}
_MOST = 200  # values that one typed text may mean
_LAST = "\U0010ffff"
# How well a value fits what was typed, best first: (column, comparison). The last looks through one field's names.
_EQUAL = (("name", "="), ("sound", "="), ("also", "="), ("initials", "="))
_BEGINS = (("name", "begins"), ("sound", "begins"), ("also", "begins"), ("initials", "begins"))
_HOLDS, _NAMED_SO = ("name", "holds"), ("name", "=")
_SOUNDING_SO = (("sound", "="), ("also", "="))


def values(field: str | Sequence[str], typed: str, using: str, limit: int) -> list[Value]:
    """The values that the typed text names, begins or stands in, by name, pinyin or initials; the best first.

    Order: equal, beginning with it, containing it (names only); within these the fullest first. Empty if nothing fits.
    """
    fields = (field,) if isinstance(field, str) else tuple(field)
    found: dict[tuple[str, str], Value] = {}
    for tests in (_EQUAL, _BEGINS, (_HOLDS,)):
        rows = {(row.field, row.value): row for test in tests for row in _fitting(fields, typed, test, using, limit)}
        best = sorted((pair for pair in rows if pair not in found), key=lambda pair: _fullest(rows[pair]))
        found |= {pair: rows[pair] for pair in best}
        if len(found) >= limit:
            break
    return list(found.values())[: max(limit, 0)]


def meant(field: str, value: str, using: str) -> tuple[str, ...]:
    """The values of the vocabulary that a filter's value means, the fullest first; empty where nothing is meant.

    person: by name in either script (with a note, 张伟（金华）, just that one), else by pinyin, by initials, else by
    pinyin with the surname last; these are keys of people and printed names (field "alias") alike. column, place,
    paper: the name, else names that contain it; of columns other labels (field "label") too.
    page, type, doubt: the value in the form that the index holds.
    """
    if field == "person":
        found = _person(value, using)
    elif field in NAMED:
        found = _first(((KINDS.get(field, (field,)), value, (test,)) for test in (_NAMED_SO, _HOLDS)), using)
    else:
        known = canonical(field, value)
        found = _rows("field = %s AND value = %s", (field, known), using, 1) if known else []
    return tuple(dict.fromkeys(row.value for row in sorted(found, key=_fullest)))


def counted(field: str, using: str) -> dict[str, int]:
    """{value: how many articles hold it} of all values of a field that has few."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT value, articles FROM search_values WHERE field = %s", (field,))
        return dict(cursor.fetchall())


def near(field: str, name: str, using: str, limit: int) -> list[Value]:
    """Values that sound the same, or whose name has one character more, less or another: 徐方 → 徐坊."""
    folded = squeeze(fold(name))
    if not folded:
        return []
    sounds = {sound_of(read) for read in readings(field, name)}
    alike = {row.value: row for sound in sounds for row in _fitting((field,), sound, ("sound", "="), using, _MOST)}
    spelt = {row.value: row for row in _one_off(field, folded, using)}
    ordered = [*sorted(alike.values(), key=_fullest), *sorted(spelt.values(), key=_fullest)]
    kept = {row.value: row for row in ordered if squeeze(fold(bare_name(row.value))) != folded}
    return list(kept.values())[:limit]


def _person(value: str, using: str) -> list[Value]:
    """By the first of the ways to write a name in which somebody is named."""
    if bare_name(value) != value:
        namesakes = _fitting(("person",), bare_name(value), _NAMED_SO, using, _MOST)
        return [one for one in namesakes if fold(one.value) == fold(value)]
    ways: list[tuple[str, Tests]] = [(value, (_NAMED_SO,))]
    if _is_latin(value):
        ways += [(value, _SOUNDING_SO), (value, (("initials", "="),))]
        *given, family = value.split() or [""]
        ways += [(" ".join([family, *given]), _SOUNDING_SO)] if given else []
    return _first(((PEOPLE, typed, tests) for typed, tests in ways), using)


def _first(lookups: Iterable[tuple[Sequence[str], str, Tests]], using: str) -> list[Value]:
    """What the first of the lookups (fields, typed, tests) finds that finds anything."""
    for fields, typed, tests in lookups:
        if rows := [row for test in tests for row in _fitting(fields, typed, test, using, _MOST)]:
            return rows
    return []


def _fitting(fields: Sequence[str], typed: str, test: tuple[str, str], using: str, limit: int) -> list[Value]:
    """The fullest values of these fields that fit in one way."""
    column, comparison = test
    text = squeeze(fold(typed)) if column in ("name", "initials") else sound_of(typed)
    if not text or (column != "name" and not text.isascii()):
        return []
    condition, params = _condition(column, comparison, text)
    marks = ", ".join(["%s"] * len(fields))
    return _rows(f"field IN ({marks}) AND {condition}", (*fields, *params), using, limit)


def _condition(column: str, comparison: str, text: str) -> tuple[str, tuple[str, ...]]:
    """A squeezed text holds no sign that LIKE would take for its own."""
    if comparison == "=":
        return f"{column} = %s", (text,)
    if comparison == "begins":
        return f"{column} >= %s AND {column} < %s", (text, text + _LAST)
    return f"{column} LIKE %s", (f"%{text}%",)


def _one_off(field: str, folded: str, using: str) -> list[Value]:
    """Names that share the first half or the second: a lone difference leaves one of them whole."""
    half = (len(folded) + 1) // 2
    begun = _fitting((field,), folded[:half], ("name", "begins"), using, _MOST)
    ended = _rows("field = %s AND name LIKE %s", (field, "%" + folded[half:]), using, _MOST) if folded[half:] else []
    return [row for row in (*begun, *ended) if _differ_once(squeeze(fold(bare_name(row.value))), folded)]


def _differ_once(one: str, other: str) -> bool:
    """Whether one character was replaced, left out or put in: the rest is a common beginning and a common end."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    shift = (len(one) >= len(other), len(other) >= len(one))
    return one[start + shift[0] :] == other[start + shift[1] :]


def _rows(condition: str, params: Sequence[str], using: str, limit: int) -> list[Value]:
    sql = f"SELECT field, value, articles FROM search_values WHERE {condition} ORDER BY articles DESC, value LIMIT %s"
    with connections[using].cursor() as cursor:
        cursor.execute(sql, [*params, limit])
        return [Value(*row) for row in cursor.fetchall()]


def _is_latin(text: str) -> bool:
    return squeeze(fold(text)).isascii()


def _fullest(row: Value) -> tuple[int, str]:
    return -row.count, row.value
