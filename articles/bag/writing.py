"""Writes the bag: aside first, and in its place when it is whole."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from django.db import transaction

from articles.bag import description, rows, walking
from articles.bag.files import Tables, json_line, opened
from articles.bag.packing import pack
from articles.bag.sqlite import Database
from articles.corrections.journal import export_lines
from articles.models import Article, Page, Person
from articles.records import brief_person, of_articles, of_page
from newsroom.public import public_site

Progress = Callable[[int, str], None]  # so many more rows are written, of this kind
Record = dict[str, Any]
# Told by the archive's own history, not by its seeds and corrections.
FLEETING = ("changed",)


class NotEmpty(ValueError):
    """The folder to write holds something."""


def export(folder: Path, progress: Progress = lambda count, name: None) -> dict[str, int]:
    """Writes the whole archive as a bag into a folder that is not there yet or empty; returns {kind: how many}.

    Reads one state of the archive, through the read-only connection. Raises NotEmpty, OSError; whatever the exception,
    nothing is left behind.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty(f"{folder} 不是空文件夹：请另写一个，或先移开里面的东西")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _aside(folder) as bag, public_site(), transaction.atomic(using="public"):
        counts = _payload(bag / "data", progress)
        pack(bag)
    return counts


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A new folder beside the wanted one, which takes its place when all went well."""
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        yield new
        new.chmod(0o755)
        os.replace(new, folder)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _payload(data: Path, progress: Progress) -> dict[str, int]:
    for name in ("jsonl", "csv"):
        (data / name).mkdir(parents=True)
    _write(data / "README.md", [description.readme()])
    _write(data / "datapackage.json", [description.data_package()])
    with Tables(data / "csv") as tables, Database(data / "archive.sqlite3") as database:
        counts = {part.name: _put(part, data / "jsonl", (tables, database), progress) for part in PARTS}
    _write(data / "jsonl" / "corrections.jsonl", export_lines())
    return counts


def _write(path: Path, texts: Iterable[str]) -> None:
    with opened(path) as file:
        file.writelines(texts)


class Part(NamedTuple):
    """One kind of row: how all are fetched, what tables hold of one, and a batch of them as objects."""

    name: str
    batches: Callable[[], Iterator[list]]
    tabled: Callable[[Any], Iterable[rows.Row]]
    told: Callable[[list], Iterable[Record]]


def _put(part: Part, folder: Path, sinks: Sequence[Tables | Database], progress: Progress) -> int:
    """Writes all of a kind in all three forms, a batch in memory at a time; returns how many there are."""
    count = 0
    with opened(folder / f"{part.name}.jsonl") as file:
        for batch in part.batches():
            file.writelines(map(json_line, part.told(batch)))
            tabled = [row for one in batch for row in part.tabled(one)]
            for sink in sinks:
                sink.put(tabled)
            count += len(batch)
            progress(len(batch), part.name)
    return count


def _articles(batch: list[Article]) -> Iterator[Record]:
    for record in of_articles(batch):
        yield {name: value for name, value in record.items() if name not in FLEETING}


def _pages(batch: list[Page]) -> Iterator[Record]:
    for page in batch:
        yield of_page(page, ({"key": article.key} for article in page.articles.all()))


def _people(batch: list[Person]) -> Iterator[Record]:
    return map(brief_person, batch)


def _nothing(batch: list) -> Iterator[Record]:
    """Corrections have a file of their own form, which is written from the journal."""
    return iter(())


PARTS = (
    Part("pages", walking.pages, rows.of_page, _pages),
    Part("articles", walking.articles, rows.of_article, _articles),
    Part("people", walking.people, rows.of_person, _people),
    Part("corrections", walking.corrections, rows.of_correction, _nothing),
)
