"""The index in SQLite: its tables, rows in and out of them, and whether they hold together."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from articles.search import tally
from articles.search.coding import decode, encode
from articles.search.rows import Fields, read_fields, written_fields
from articles.search.sqlite.asking import all_of
from articles.search.tokens import Row, tokens

# Contentless and without positions: search_text proves what the grams propose, and can be searched as bytes (coding).
# tokenize=ascii, because the tokens come ready-made and folded. The fields are apart from the text, so that counting
# them over two thousand hits reads few pages.
TABLES = (
    "CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='', detail=none, columnsize=0, tokenize='ascii')",
    """CREATE TABLE search_text (
        number INTEGER PRIMARY KEY, headline BLOB NOT NULL, body BLOB NOT NULL, signs TEXT NOT NULL
    )""",
    "CREATE TABLE search_fields (number INTEGER PRIMARY KEY, fields BLOB NOT NULL)",
    "CREATE TABLE search_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    *tally.tables("TEXT"),
)
NAMES = ("search_index", "search_text", "search_fields", "search_meta", *tally.NAMES)
_FORMER = ("search_words", "search_grams", "search_titles")
DROPS = tuple(f"DROP TABLE IF EXISTS {name}" for name in (*NAMES, *_FORMER))
_BULK, _USUAL = 32 << 20, 1 << 20  # bytes that FTS5 gathers before it writes a segment: of much at once, and usually


def missing(cursor: Any) -> list[str]:
    """Which of the tables are not there."""
    cursor.execute("SELECT name FROM sqlite_master")
    return sorted(set(NAMES) - {name for (name,) in cursor.fetchall()})


def empty(cursor: Any) -> None:
    """Take everything out; much is going to be put in."""
    for table in ("search_text", "search_fields"):
        cursor.execute(f"DELETE FROM {table}")
    _tell(cursor, "'delete-all'")
    # It merges only as many segments as are one too many (sixteen of a level), and all at the end of a load: merging a
    # little at every correction, as it does unless told, doubles the time of the slowest and leaves more segments.
    _tell(cursor, "'automerge'", 0)
    _tell(cursor, "'hashsize'", _BULK)


def settle(cursor: Any) -> None:
    """After much was put in: one segment instead of many."""
    _tell(cursor, "'hashsize'", _USUAL)
    _tell(cursor, "'optimize'")


def refit(cursor: Any) -> None:
    """Make a table that held fields as text ready for their code; what it held is forgotten."""
    cursor.execute("UPDATE search_fields SET fields = x'' WHERE typeof(fields) = 'text'")


def put_in(cursor: Any, rows: Sequence[Row]) -> None:
    """Rows of numbers that are not in it."""
    cursor.executemany(
        "INSERT INTO search_text (number, headline, body, signs) VALUES (%s, %s, %s, %s)",
        [(row.number, encode(row.headline), encode(row.body), row.signs) for row in rows],
    )
    fields = [(row.number, written_fields(row.fields)) for row in rows]
    cursor.executemany("INSERT INTO search_fields (number, fields) VALUES (%s, %s)", fields)
    cursor.executemany("INSERT INTO search_index (rowid, tokens) VALUES (%s, %s)", map(_tokens, rows))


def take_out(cursor: Any, numbers: Sequence[int]) -> list[Fields]:
    """Takes out those of the numbers that are in it; returns the fields of each.

    A contentless table forgets a row only when told its tokens: they are computed again from the row as stored.
    """
    rows = _stored(cursor, numbers)
    taken = "INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', %s, %s)"
    cursor.executemany(taken, map(_tokens, rows))
    for table in ("search_text", "search_fields"):
        cursor.executemany(f"DELETE FROM {table} WHERE number = %s", [(row.number,) for row in rows])
    return [row.fields for row in rows]


def strays(cursor: Any) -> bool:
    """Whether there are tokens, asked where no text is."""
    cursor.execute("SELECT count(*) FROM search_index_idx WHERE segid > 0")
    return bool(cursor.fetchone()[0])


def leads_to(cursor: Any, number: int, stride: int) -> bool:
    """Whether the article is whole in the tables, and every so manyth of its tokens leads to it."""
    rows = _stored(cursor, [number])
    some = [token for row in rows for token in sorted(tokens(row))[::stride]]
    if not some:
        return bool(rows)
    cursor.execute(
        "SELECT count(*) FROM search_index WHERE search_index MATCH %s AND rowid = %s", [all_of(some), number]
    )
    return bool(cursor.fetchone()[0])


def _stored(cursor: Any, numbers: Iterable[int]) -> list[Row]:
    """The rows of these numbers, as far as they are in the index."""
    cursor.execute(
        """SELECT number, headline, body, signs, fields FROM search_text JOIN search_fields USING (number)
        WHERE number IN (SELECT value FROM json_each(%s))""",
        [json.dumps(list(numbers))],
    )
    return [
        Row(number, decode(headline), decode(body), signs, read_fields(fields))
        for number, headline, body, signs, fields in cursor.fetchall()
    ]


def _tell(cursor: Any, command: str, value: int | None = None) -> None:
    """A command to FTS5."""
    if value is None:
        cursor.execute(f"INSERT INTO search_index (search_index) VALUES ({command})")
    else:
        cursor.execute(f"INSERT INTO search_index (search_index, rank) VALUES ({command}, %s)", [value])


def _tokens(row: Row) -> tuple[int, str]:
    return row.number, " ".join(tokens(row))
