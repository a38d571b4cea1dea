"""This search, through its door, on SQLite as the site has it."""

from collections.abc import Iterable
from pathlib import Path

from django.db import connections

from articles import search
from tests.benchmarks.search import databases
from tests.benchmarks.search.asked import Ask
from tests.benchmarks.search.corpus import Story
from tests.benchmarks.search.engines.base import FIRST_PAGE, Engine
from tests.benchmarks.search.versions import INDEXING, sources


class Archive(Engine):
    name = "archive"
    title = "this search"
    storing = ("sqlite.storing",)

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.file = folder / "index.sqlite3"
        self.writing = databases.writable(self.file)
        self.reading = databases.readable(self.file)

    @classmethod
    def versions(cls) -> dict[str, str]:
        modules = (*INDEXING, *cls.storing)
        return super().versions() | {"indexing": sources(*(f"articles.search.{module}" for module in modules))}

    def build(self, stories: Iterable[Story]) -> None:
        search.rebuild((story.document for story in stories), self.writing)
        databases.close(self.file)

    def search(self, ask: Ask) -> list[int]:
        return search.find(search.parse(ask.typed), using=self.reading, limit=FIRST_PAGE, facets=ask.facets).numbers

    def everything(self, text: str) -> list[int]:
        """All results of the query, however many."""
        return search.find(search.parse(text), using=self.reading, limit=search.count(self.reading)).numbers

    def holds(self, text: str, number: int) -> bool:
        return number in self.everything(text)

    def put(self, old: Story, new: Story) -> None:
        search.put([new.document], self.writing)

    def size(self) -> int:
        with connections[self.reading].cursor() as cursor:
            cursor.execute("SELECT sum(pgsize) FROM dbstat")
            return int(cursor.fetchone()[0])

    def parts(self) -> dict[str, int]:
        """Bytes of each of its tables."""
        with connections[self.reading].cursor() as cursor:
            cursor.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC")
            return dict(cursor.fetchall())
