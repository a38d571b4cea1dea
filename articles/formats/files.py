"""Page files by their suffix: a text, an HTML page or article of an e-paper, a PDF page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from articles.formats.epaper import listed, read_html
from articles.formats.pdf import read_pdf
from articles.formats.source import Source
from articles.reading.decoding import Unreadable, decode

HTML = (".html", ".htm")
SUFFIXES = (".txt", *HTML, ".pdf")

Beside = Callable[[str], bytes | None]


def is_page(path: Path) -> bool:
    """Whether a file may hold a page, by its name."""
    return path.suffix.lower() in SUFFIXES


def open_file(path: Path) -> Source:
    """The text of a page file, and of the article files it lists; raises Unreadable and OSError."""
    return text_of(path.read_bytes(), path.suffix, _reader_beside(path))


def text_of(source: bytes, suffix: str, beside: Beside = lambda name: None) -> Source:
    """The text of a page from the bytes of its file; beside gives the bytes of a file it names. Raises Unreadable."""
    kind = suffix.lower()
    if kind == ".pdf":
        return read_pdf(source)
    if kind in HTML:
        return read_html(source, beside)
    return Source(*decode(source))


def parts(path: Path) -> list[Path]:
    """The files that make up a page: the file, and those that it lists as its articles and that are there."""
    if path.suffix.lower() not in HTML:
        return [path]
    try:
        names = listed(path.read_bytes())
    except Unreadable:
        return [path]
    return [path, *filter(None, (_place(path, name) for name in names))]


def _reader_beside(path: Path) -> Beside:
    def read(name: str) -> bytes | None:
        place = _place(path, name)
        return place.read_bytes() if place else None

    return read


def _place(path: Path, name: str) -> Path | None:
    place = path.parent / name
    try:
        return place if place.is_file() else None
    except OSError:  # a name longer than names can be
        return None
