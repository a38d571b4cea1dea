"""The table of the vocabulary: every value by which articles are filtered, how many hold it, how it sounds."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from articles.batches import batches
from articles.folding import fold, squeeze
from articles.search.fields import NAMED
from articles.search.sounds import also_read, bare_name, initials, pinyin, sound_of, syllables

NAMES = ("search_values",)
PEOPLE, LABELS = ("person", "alias"), ("column", "label")
_CHUNK = 500  # parameters of one statement


def tables(text: str) -> tuple[str, ...]:
    """The statements that make its table, `text` being the database's type of texts that sort by code point."""
    columns = ("name", "sound", "initials", "also")
    texts = ", ".join(f"{column} {text} NOT NULL" for column in columns)
    return (
        f"""CREATE TABLE search_values (
            field {text} NOT NULL, value {text} NOT NULL, articles INTEGER NOT NULL, {texts}, PRIMARY KEY (field, value)
        )""",
        *(f"CREATE INDEX search_values_{column} ON search_values (field, {column})" for column in columns),
    )


def change(cursor: Any, deltas: Mapping[tuple[str, str], int]) -> None:
    """Count more or fewer articles for each (field, value); values come when first held and go when no longer held."""
    wanted = {pair: delta for pair, delta in deltas.items() if delta}
    known = set(_known(cursor, wanted))
    counted = [(wanted[pair], *pair) for pair in known]
    cursor.executemany("UPDATE search_values SET articles = articles + %s WHERE field = %s AND value = %s", counted)
    gone = [pair for pair in known if wanted[pair] < 0]
    cursor.executemany("DELETE FROM search_values WHERE field = %s AND value = %s AND articles <= 0", gone)
    new = [_row(*pair, delta) for pair, delta in wanted.items() if delta > 0 and pair not in known]
    cursor.executemany("INSERT INTO search_values VALUES (%s, %s, %s, %s, %s, %s, %s)", new)


def clear(cursor: Any) -> None:
    """Forget all values."""
    cursor.execute("DELETE FROM search_values")


def _known(cursor: Any, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Those of the (field, value) pairs that the table holds."""
    by_field: dict[str, list[str]] = {}
    for field, value in pairs:
        by_field.setdefault(field, []).append(value)
    for field, texts in by_field.items():
        for chunk in batches(texts, _CHUNK):
            marks = ", ".join(["%s"] * len(chunk))
            sql = f"SELECT field, value FROM search_values WHERE field = %s AND value IN ({marks})"
            cursor.execute(sql, [field, *chunk])
            yield from cursor.fetchall()


def _row(field: str, value: str, count: int) -> tuple[str | int, ...]:
    name = bare_name(value) if field == "person" else value
    own, *others = readings(field, name)
    heard = field in (*PEOPLE, *LABELS, *NAMED)
    sounds = (sound_of(own), initials(own), *map(sound_of, others)) if heard else ("", "", "")
    return (field, value, count, squeeze(fold(name)), *sounds)


def readings(field: str, name: str) -> tuple[str, str]:
    """How a name is read, in pinyin, and how else ("" for none): a person's surname has readings of its own."""
    return (pinyin(name), also_read(name)) if field in PEOPLE else (syllables(name), "")
