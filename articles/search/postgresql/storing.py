"""The index in PostgreSQL: its tables, rows in and out of them, and whether they hold together."""

from collections.abc import Iterable, Sequence
from typing import Any

from articles.search import tally
from articles.search.coding import decode, encode
from articles.search.postgresql.asking import all_of
from articles.search.postgresql.lexemes import sources
from articles.search.rows import Fields, read_fields, written_fields
from articles.search.tokens import TITLE, Row, tokens

# A tsvector is five times as long as the text it is of, so that only the text is kept: GIN makes the vector as a row
# comes in, and needs it no more. The text lies out of line, so that many numbers share a page of search_index. The
# planner does not see what it costs to read it: it is told nothing of it and, in search_numbers, forbidden to read the
# table through. What GIN has only noted is read by every search: 4 MB of it, some 150 articles, in 0.3 ms. By so much
# at a time, rather than 512 kB, it takes a quarter less of the server to index 10,000 articles.
_INDEX = (
    """CREATE TABLE search_index (number bigint PRIMARY KEY, lines text NOT NULL, others text NOT NULL)
        WITH (toast_tuple_target = 128)""",
    "ALTER TABLE search_index ALTER lines SET STATISTICS 0, ALTER others SET STATISTICS 0",
    f"""CREATE FUNCTION search_tokens(lines text, others text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
        AS $$ SELECT array_to_tsvector(
                string_to_array(others, ' ') || string_to_array(replace(text, E'\\n', ''), NULL)
                || (SELECT array_agg(one || two) FILTER (WHERE one <> E'\\n' AND two <> E'\\n')
                    || array_agg(one || two || three) FILTER (WHERE one || two || three ~ '^[0-9a-z]{{3}}$')
                    FROM unnest(signs, signs[2:], signs[3:]) AS s (one, two, three))
                || ARRAY(SELECT '{TITLE}' || gram FROM unnest(title, title[2:], title[3:]) AS t (one, two, three),
                    unnest(ARRAY[one, one || two, substring(one || two || three, '^[0-9a-z]{{3}}$')]) AS gram
                    WHERE gram IS NOT NULL)
            ) FROM (SELECT text, string_to_array(text, NULL) AS signs,
                string_to_array(split_part(text, E'\\n', 1), NULL) AS title
                FROM replace(lines, ' ', '') AS text) AS taken $$""",
    """CREATE INDEX search_index_tokens ON search_index USING gin (search_tokens(lines, others))
        WITH (gin_pending_list_limit = 4096)""",
    "ALTER INDEX search_index_tokens ALTER COLUMN 1 SET STATISTICS 0",
    """CREATE FUNCTION search_numbers(wanted tsquery, most integer) RETURNS SETOF bigint LANGUAGE sql STABLE
        SET enable_seqscan = off SET jit = off
        AS 'SELECT number FROM search_index WHERE search_tokens(lines, others) @@ wanted LIMIT most'""",
)
TABLES = (
    *_INDEX,
    """CREATE TABLE search_text (
        number bigint PRIMARY KEY, headline bytea NOT NULL, body bytea NOT NULL, signs text NOT NULL
    )""",
    "CREATE TABLE search_fields (number bigint PRIMARY KEY, fields bytea NOT NULL)",
    "CREATE TABLE search_meta (name text PRIMARY KEY, value text NOT NULL)",
    *tally.tables('text COLLATE "C"'),
)
_TABLES = ("search_index", "search_text", "search_fields", "search_meta", *tally.NAMES)
DROPS = (
    "DROP FUNCTION IF EXISTS search_numbers",
    *(f"DROP TABLE IF EXISTS {name}" for name in _TABLES),
    "DROP FUNCTION IF EXISTS search_tokens",
)
NAMES = (*_TABLES, "search_index_tokens")


def missing(cursor: Any) -> list[str]:
    """Which of the tables are not there, the GIN index among them."""
    cursor.execute("SELECT name FROM unnest(%s::text[]) AS name WHERE to_regclass(name) IS NULL", [list(NAMES)])
    return sorted(name for (name,) in cursor.fetchall())


def empty(cursor: Any) -> None:
    """Take everything out; others read what was there until the transaction ends (TRUNCATE would lock them out)."""
    for table in ("search_index", "search_text", "search_fields"):
        cursor.execute(f"DELETE FROM {table}")


def settle(cursor: Any) -> None:
    """After much was put in: what GIN has only noted is sorted in."""
    cursor.execute("SELECT gin_clean_pending_list('search_index_tokens')")


def refit(cursor: Any) -> None:
    """Make a table that held fields as text ready for their code; what it held is forgotten."""
    cursor.execute("ALTER TABLE search_fields ALTER fields TYPE bytea USING ''::bytea")


def put_in(cursor: Any, rows: Sequence[Row]) -> None:
    """Rows of numbers that are not in it."""
    _copy(cursor, "search_text (number, headline, body, signs)", map(_text, rows))
    _copy(cursor, "search_fields (number, fields)", ((row.number, written_fields(row.fields)) for row in rows))
    _copy(cursor, "search_index (number, lines, others)", ((row.number, *sources(row)) for row in rows))


def take_out(cursor: Any, numbers: Sequence[int]) -> list[Fields]:
    """Takes out those of the numbers that are in it; returns the fields of each."""
    for table in ("search_index", "search_text"):
        cursor.execute(f"DELETE FROM {table} WHERE number = ANY(%s::bigint[])", [list(numbers)])
    cursor.execute("DELETE FROM search_fields WHERE number = ANY(%s::bigint[]) RETURNING fields", [list(numbers)])
    return [read_fields(fields) for (fields,) in cursor.fetchall()]


def strays(cursor: Any) -> bool:
    """Whether there are tokens, asked where no text is."""
    cursor.execute("SELECT EXISTS (SELECT FROM search_index)")
    return bool(cursor.fetchone()[0])


def leads_to(cursor: Any, number: int, stride: int) -> bool:
    """Whether the article is whole in the tables, and every so manyth of its tokens leads to it."""
    cursor.execute(
        "SELECT headline, body, signs, fields FROM search_text JOIN search_fields USING (number) WHERE number = %s",
        [number],
    )
    rows = [
        Row(number, decode(headline), decode(body), signs, read_fields(fields))
        for headline, body, signs, fields in cursor.fetchall()
    ]
    some = [token for row in rows for token in sorted(tokens(row))[::stride]]
    if not some:
        return bool(rows)
    found = "SELECT count(*) FROM search_numbers(%s::tsquery, NULL) AS number WHERE number = %s"
    cursor.execute(found, [all_of(some), number])
    return bool(cursor.fetchone()[0])


def _text(row: Row) -> tuple[int, bytes, bytes, str]:
    return row.number, encode(row.headline), encode(row.body), row.signs


def _copy(cursor: Any, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    with cursor.copy(f"COPY {table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
