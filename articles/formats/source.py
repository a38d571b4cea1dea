"""The text of a page file with what the file itself says of its lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from articles.reading.decoding import Unreadable, decode


class Piece(NamedTuple):
    """One line of a page; stated is a label, INSIDE or a fact's name (see reading.labels), or "" for nothing."""

    text: str
    stated: str = ""


@dataclass(frozen=True)
class Source:
    """A page's text, the encoding it came in, and {start of a line: what the file says it is}."""

    text: str
    encoding: str
    stated: Mapping[int, str] = field(default_factory=dict)


def compose(blocks: Iterable[Iterable[Piece]], encoding: str) -> Source:
    """The source of blocks of lines, with a blank line between blocks; raises Unreadable for what is no page."""
    text, stated = "", {}
    for block in blocks:
        lines = [Piece(tidy(piece.text), piece.stated) for piece in block]
        lines = [piece for piece in lines if piece.text]
        text += "\n" if text and lines else ""
        for piece in lines:
            if piece.stated:
                stated[len(text)] = piece.stated
            text += piece.text + "\n"
    return Source(checked(text), encoding, stated)


def tidy(line: str) -> str:
    """One line in composed characters, without its outer blanks and marks that print nothing."""
    whole = line.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # halves of characters are holes
    return unicodedata.normalize("NFC", " ".join(whole.replace("\ufeff", "").splitlines())).strip()


def checked(text: str) -> str:
    """The text, if the reader would take it as a file of its own; raises Unreadable, without a line."""
    try:
        return decode(text.encode())[0]
    except Unreadable as error:
        raise Unreadable(error.message) from error
