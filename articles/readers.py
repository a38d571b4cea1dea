"""The archive's reader: the shipped weight tables, with those added that the archive keeps beside its database."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from articles import reading
from articles.reading import READER_VERSION, BadTable, PageDraft
from articles.reading.model import Model, Table, shipped_model, shipped_tables
from articles.reading.tables import read_table

__all__ = ["BadTable", "folder", "model", "model_without", "read_page", "version"]

Stamp = tuple[Path, int, int]


class _Reader(NamedTuple):
    """A model and the version of the readings it gives."""

    model: Model
    version: str


def folder() -> Path:
    """Where the archive's own weight tables lie."""
    return Path(settings.ARCHIVE_DATA) / "weights"


def read_page(source: bytes, stated: Mapping[int, str] | None = None) -> PageDraft:
    """The draft of a page as this archive reads it; raises Unreadable, and BadTable for a damaged weight table."""
    return reading.read_page(source, model(), stated)


def model() -> Model:
    """The model of the archive; raises BadTable."""
    return _reader(tuple(_stamps())).model


def version() -> str:
    """What readings depend on beside the page: READER_VERSION where the archive has no table of its own.

    Raises BadTable.
    """
    return _reader(tuple(_stamps())).version


def model_without(name: str) -> Model:
    """The model of the archive but for the table of that name: the one to train it with; raises BadTable."""
    return _reader(tuple(stamp for stamp in _stamps() if stamp[0].stem != name)).model


def _stamps() -> Iterator[Stamp]:
    """The archive's tables, each with what tells when it has changed."""
    for path in sorted(folder().glob("*.json")):
        state = path.stat()
        yield path, state.st_mtime_ns, state.st_size


@lru_cache(maxsize=2)
def _reader(stamps: tuple[Stamp, ...]) -> _Reader:
    if not stamps:
        return _Reader(shipped_model(), READER_VERSION)
    sources = [path.read_bytes() for path, _, _ in stamps]
    own: list[Table] = [read_table(source, str(path)) for (path, _, _), source in zip(stamps, sources, strict=True)]
    digest = sha256(b"".join(sources)).hexdigest()
    return _Reader(Model([*shipped_tables(), *own]), f"{READER_VERSION}-{digest[:12]}")
