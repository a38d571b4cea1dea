"""FTS5 by itself: the usual recipe (jieba's words, bm25 over all hits), and SQLite's own trigrams."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from articles.folding import fold
from tests.benchmarks.search.asked import Ask
from tests.benchmarks.search.corpus import Story
from tests.benchmarks.search.engines.base import FACETS, FIRST_PAGE, Engine
from tests.benchmarks.search.engines.tokens import all_of, quoted, spaced

PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-20000"
ROWS = f"CREATE TABLE rows (number INTEGER PRIMARY KEY, {', '.join(f'{field} TEXT' for field in FACETS)})"
MANY = 32 << 20  # bytes gathered before a segment is written, as this search has it while it builds


class Fts5(Engine):
    """A contentless FTS5 table `hits`, with a table of fields beside it for filters and facets."""

    table = ""
    rank = ""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.database = sqlite3.connect(folder / "index.sqlite3", isolation_level=None)
        self.database.executescript(PRAGMAS)

    def texts(self, story: Story) -> tuple[str, ...]:
        """The columns of the table."""
        raise NotImplementedError

    def expression(self, ask: Ask) -> str:
        """What MATCH is asked; empty where it can be asked nothing."""
        raise NotImplementedError

    def build(self, stories: Iterable[Story]) -> None:
        database = self.database
        database.executescript(f"BEGIN; {self.table}; {ROWS}")
        database.execute("INSERT INTO hits (hits, rank) VALUES ('hashsize', ?)", [MANY])
        for story in stories:
            self._insert(story)
        database.execute("INSERT INTO hits (hits) VALUES ('optimize')")
        database.execute("COMMIT")
        database.close()

    def search(self, ask: Ask) -> list[int] | None:
        if not (expression := self.expression(ask)):
            return None
        within, values = self._within(ask)
        numbers = self._column(
            f"SELECT rowid FROM hits WHERE hits MATCH ?{within} ORDER BY {self.rank} LIMIT {FIRST_PAGE}",
            expression,
            *values,
        )
        if ask.facets:
            for field in FACETS:
                self._counts(field, within, expression, *values)
        return numbers

    def holds(self, text: str, number: int) -> bool:
        expression = self.expression(Ask(text))
        sql = "SELECT rowid FROM hits WHERE hits MATCH ? AND rowid = ?"
        return bool(expression) and bool(self._column(sql, expression, number))

    def put(self, old: Story, new: Story) -> None:
        texts = self.texts(old)
        gone = f"INSERT INTO hits (hits, rowid, {self.columns}) VALUES ('delete', ?{', ?' * len(texts)})"
        self.database.execute("BEGIN IMMEDIATE")
        self.database.execute(gone, (old.number, *texts))
        self.database.execute("DELETE FROM rows WHERE number = ?", [old.number])
        self._insert(new)
        self.database.execute("COMMIT")

    def size(self) -> int:
        return int(self._column("SELECT sum(pgsize) FROM dbstat")[0])

    @property
    def columns(self) -> str:
        return self.table.partition("fts5(")[2].partition(", content")[0]

    def _insert(self, story: Story) -> None:
        texts = self.texts(story)
        sql = f"INSERT INTO hits (rowid, {self.columns}) VALUES (?{', ?' * len(texts)})"
        self.database.execute(sql, (story.number, *texts))
        values = dict(story.fields)
        row = (story.number, *(values.get(field) for field in FACETS))
        self.database.execute(f"INSERT INTO rows VALUES (?{', ?' * len(FACETS)})", row)

    def _within(self, ask: Ask) -> tuple[str, list[str]]:
        """The condition of the filters."""
        conditions = " AND ".join(f"{field} = ?" for field, _ in ask.filters)
        within = f" AND rowid IN (SELECT number FROM rows WHERE {conditions})" if conditions else ""
        return within, [value for _, value in ask.filters]

    def _counts(self, field: str, within: str, *values: str) -> None:
        hits = f"SELECT rowid FROM hits WHERE hits MATCH ?{within}"
        sql = f"SELECT {field}, count(*) FROM rows WHERE number IN ({hits}) GROUP BY 1 ORDER BY 2 DESC LIMIT 30"
        self.database.execute(sql, values).fetchall()

    def _column(self, sql: str, *values: str | int) -> list[int]:
        with closing(self.database.execute(sql, values)) as cursor:
            return [value for (value,) in cursor]


class Words(Fts5):
    name = "words"
    title = "FTS5, jieba, bm25"
    table = "CREATE VIRTUAL TABLE hits USING fts5(headline, body, content='', tokenize='ascii')"
    rank = "bm25(hits, 10.0, 1.0)"

    def texts(self, story: Story) -> tuple[str, ...]:
        return spaced(story.stack), spaced(f"{story.body}\n{story.person}")

    def expression(self, ask: Ask) -> str:
        return all_of(ask)


class Trigrams(Fts5):
    name = "trigrams"
    title = "FTS5 trigram"
    table = "CREATE VIRTUAL TABLE hits USING fts5(headline, body, content='', tokenize='trigram')"
    rank = "bm25(hits, 10.0, 1.0)"

    def texts(self, story: Story) -> tuple[str, ...]:
        return fold(story.stack), fold(f"{story.body}\n{story.person}")

    def expression(self, ask: Ask) -> str:
        """Nothing under three characters can be asked."""
        terms = fold(ask.text).split()
        return " AND ".join(map(quoted, terms)) if all(len(term) > 2 for term in terms) else ""
