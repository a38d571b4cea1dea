"""The database that Datasette serves: the articles with their fields, and the usual recipe's words in FTS5."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tqdm import tqdm

from tests.benchmarks.search.corpus import Story, stories
from tests.benchmarks.search.engines.base import FACETS
from tests.benchmarks.search.engines.tokens import spaced

TABLES = f"""
    CREATE TABLE articles (
        id INTEGER PRIMARY KEY, date TEXT, {", ".join(f"{field} TEXT" for field in FACETS)}, headline TEXT, body TEXT
    );
    CREATE VIRTUAL TABLE articles_fts USING fts5(
        headline, body, content="articles", content_rowid="id", tokenize='ascii'
    );
    """


def make(size: int, file: Path) -> None:
    """Datasette searches the table that an FTS5 table names as its content; the words go into that directly."""
    partly = file.with_suffix(".part")
    partly.unlink(missing_ok=True)
    with closing(sqlite3.connect(partly)) as database, database:
        database.executescript(TABLES)
        for story in tqdm(stories(size), f"building for Datasette, {size}", size, unit=""):
            database.execute(f"INSERT INTO articles VALUES (?, ?, ?, ?{', ?' * len(FACETS)})", _row(story))
            words = (story.number, spaced(story.stack), spaced(f"{story.body}\n{story.person}"))
            database.execute("INSERT INTO articles_fts (rowid, headline, body) VALUES (?, ?, ?)", words)
        database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('optimize')")
    partly.rename(file)


def _row(story: Story) -> tuple[int | str | None, ...]:
    values = dict(story.fields)
    fields = (values.get(field) for field in FACETS)
    return (story.number, str(story.day), *fields, story.stack, f"{story.body}\n{story.person}")
