"""`python -m tests.search.parity [COUNT]`: do both engines answer the judged queries and COUNT odd ones alike?"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

import django
from django.conf import settings
from django.db import connections

from articles import search
from tests.postgresql.server import serving
from tests.search.parity import asking

SQLITE = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
POSTGRESQL = {"ENGINE": "django.db.backends.postgresql", "NAME": "postgres", "USER": "postgres"}
BOTH = ("default", "postgresql")


def main(count: int) -> int:
    """Prints how many questions were asked, and those answered otherwise; returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="pg") as folder, serving(Path(folder)):
        settings.configure(DATABASES={"default": SQLITE, "postgresql": POSTGRESQL | {"HOST": folder}})
        django.setup()
        for using in BOTH:
            with connections[using].cursor() as cursor:
                search.create_tables(SimpleNamespace(connection=connections[using], execute=cursor.execute))
        wrong = _compared(count)
        connections.close_all()
    return 1 if wrong else 0


def _compared(count: int) -> int:
    asking.fill(asking.judged_documents(), *BOTH)
    wrong = _told("judged queries in three orders", asking.judged_questions())
    asking.fill(asking.story_documents(), *BOTH)
    wrong += _told("queries of common words", asking.word_questions())
    wrong += _told("names looked up", asking.name_questions())
    return wrong + _told("odd queries", asking.odd_questions(count))


def _told(what: str, questions: Iterable[asking.Question]) -> int:
    asked, different = asking.differing(questions, *BOTH)
    print(f"{what}: {asked}, answered otherwise: {len(different)}", flush=True)
    if different:
        print(*different[:20], sep="\n", flush=True)
    return len(different)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000))
