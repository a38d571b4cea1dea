"""The tables of the SQLite index: FTS5 for both streams, the folded text they were computed from, and the versions."""

from typing import Any

from articles.folding import FOLDING_VERSION
from articles.words import dictionary_version

# Contentless: the text is kept once, folded, in search_text; FTS5 could only keep it unfolded beside its tokens.
# detail=full, because bm25() silently returns 0 without positions; the grams need none: search_text verifies them.
# tokenize=ascii, because the tokens come ready-made and folded.
_TABLES = (
    """CREATE TABLE search_text (
        number INTEGER PRIMARY KEY, headline TEXT NOT NULL, body TEXT NOT NULL, signs TEXT NOT NULL
    )""",
    "CREATE VIRTUAL TABLE search_words USING fts5(headline, body, content='', tokenize='ascii')",
    "CREATE VIRTUAL TABLE search_grams USING fts5(tokens, content='', detail=none, columnsize=0, tokenize='ascii')",
    "CREATE VIRTUAL TABLE search_titles USING fts5(tokens, content='', detail=none, columnsize=0, tokenize='ascii')",
    "CREATE TABLE search_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)
NAMES = ("search_text", "search_words", "search_grams", "search_titles", "search_meta")
STREAMS = NAMES[1:4]


def create_tables(schema_editor: Any) -> None:
    """Make the index's tables, empty; for a migration."""
    for statement in _TABLES:
        schema_editor.execute(statement)
    for name, value in versions().items():
        schema_editor.execute("INSERT INTO search_meta (name, value) VALUES (%s, %s)", [name, value])


def drop_tables(schema_editor: Any) -> None:
    """Undo create_tables."""
    for name in NAMES:
        schema_editor.execute(f"DROP TABLE IF EXISTS {name}")


def versions() -> dict[str, str]:
    """What tokens depend on besides the text."""
    return {"folding": FOLDING_VERSION, "dictionary": dictionary_version()}
