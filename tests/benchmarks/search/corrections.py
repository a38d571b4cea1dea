"""Whether an index that was corrected article by article is the index that would be built anew."""

import hashlib
import random
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db import connections
from tqdm import tqdm

from articles import search
from tests.benchmarks.search import databases
from tests.benchmarks.search.classes import classes
from tests.benchmarks.search.corpus import Story, stories, story
from tests.benchmarks.search.engines import Archive
from tests.benchmarks.search.survey import Survey

CORRECTIONS, QUERIES = 1_000, 40  # queries of each class


@dataclass(frozen=True, slots=True)
class Equality:
    """queries: how many were compared in all their results; unequal: tables and queries that differ."""

    queries: int
    tables: int
    unequal: tuple[str, ...]


def equality(archive: Archive, survey: Survey, folder: Path) -> Equality:
    """Corrects a copy of the archive at random, and compares it with one built from the corrected articles."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    databases.close(archive.file)
    shutil.copy(archive.file, folder / archive.file.name)
    corrected, fresh = Archive(folder), Archive(folder / "fresh")
    editions = _correct(corrected, survey.size)
    fresh.build(_as_corrected(survey.size, editions))
    databases.close(corrected.file)
    contents, expected = _contents(corrected), _contents(fresh)
    unequal = [name for name in sorted({*contents, *expected}) if contents.get(name) != expected.get(name)]
    asks = [ask.typed for drawn in classes(survey, QUERIES).values() for ask in drawn]
    unequal += [typed for typed in asks if corrected.everything(typed) != fresh.everything(typed)]
    return Equality(len(asks), len(expected), tuple(unequal))


def _correct(archive: Archive, size: int) -> dict[int, int | None]:
    """Puts, drops and puts back articles at random; returns {n: its edition, None if it is gone}."""
    chance = random.Random(29)
    editions: dict[int, int | None] = {}
    for _ in tqdm(range(CORRECTIONS), "correcting", unit=""):
        n = chance.randrange(size // 2)  # some articles more than once
        edition = chance.choice((0, 1, 2, None))
        editions[n] = edition
        if edition is None:
            search.drop([story(n).number], archive.writing)
        else:
            search.put([story(n, edition).document], archive.writing)
    return editions


def _as_corrected(size: int, editions: dict[int, int | None]) -> Iterable[Story]:
    for original in stories(size):
        edition = editions.get(original.n, 0)
        if edition is not None:
            yield story(original.n, edition) if edition else original


def _contents(archive: Archive) -> dict[str, str]:
    """{table: digest of its rows}, of FTS5 tables every token with its article, not how they lie in segments."""
    with connections[archive.writing].cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name LIKE 'search%'")
        tables = dict(cursor.fetchall())
        inverted = [name for name, sql in tables.items() if "using fts5" in sql.lower()]
        digests = {}
        for name in tables:
            if name in inverted:
                cursor.execute(f"CREATE VIRTUAL TABLE temp.of_{name} USING fts5vocab('main', '{name}', 'instance')")
                digests[name] = _digest(cursor, f"SELECT * FROM temp.of_{name}")
            elif not any(name.startswith(f"{table}_") for table in inverted):
                digests[name] = _digest(cursor, f"SELECT * FROM {name}")
        return digests


def _digest(cursor, select: str) -> str:
    """Of the rows in any order."""
    cursor.execute(select)
    total = 0
    while rows := cursor.fetchmany(10_000):
        total += sum(int.from_bytes(hashlib.blake2b(repr(row).encode(), digest_size=16).digest()) for row in rows)
    return f"{total % (1 << 128):x}"
