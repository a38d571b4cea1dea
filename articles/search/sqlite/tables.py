"""The tables of the SQLite index: one FTS5 table of tokens, what they were computed from, and the versions."""

from typing import Any

from articles.folding import FOLDING_VERSION
from articles.search.sqlite import vocabulary
from articles.words import dictionary_version

# Contentless and without positions: search_text proves what the grams propose, and can be searched as bytes (coding).
# tokenize=ascii, because the tokens come ready-made and folded. The fields are apart from the text, so that counting
# them over two thousand hits reads few pages.
_TABLES = (
    "CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='', detail=none, columnsize=0, tokenize='ascii')",
    """CREATE TABLE search_text (
        number INTEGER PRIMARY KEY, headline BLOB NOT NULL, body BLOB NOT NULL, signs TEXT NOT NULL
    )""",
    "CREATE TABLE search_fields (number INTEGER PRIMARY KEY, fields TEXT NOT NULL)",
    "CREATE TABLE search_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    *vocabulary.TABLES,
)
NAMES = ("search_index", "search_text", "search_fields", "search_meta", *vocabulary.NAMES)
_FORMER = ("search_words", "search_grams", "search_titles")
_TOKENS_VERSION = "3"  # raise it when tokens are computed otherwise


def create_tables(schema_editor: Any) -> None:
    """Make the index's tables, empty, in place of any former ones; for a migration."""
    drop_tables(schema_editor)
    for statement in _TABLES:
        schema_editor.execute(statement)
    for name, value in versions().items():
        schema_editor.execute("INSERT INTO search_meta (name, value) VALUES (%s, %s)", [name, value])


def drop_tables(schema_editor: Any) -> None:
    """Undo create_tables."""
    for name in (*NAMES, *_FORMER):
        schema_editor.execute(f"DROP TABLE IF EXISTS {name}")


def versions() -> dict[str, str]:
    """What tokens depend on besides the text."""
    return {"folding": FOLDING_VERSION, "dictionary": dictionary_version(), "tokens": _TOKENS_VERSION}
