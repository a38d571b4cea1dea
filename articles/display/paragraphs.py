"""The text of an article in parts: under a subhead its paragraphs, in these the places of notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from articles.display.notes import Note
from articles.display.tabular import Table, blocks


@dataclass
class Paragraph:
    """A paragraph in parts: each part's text, and the note whose number stands after it.

    number: its place in the article's text, line: where the page's source has its beginning; 0 where not told.
    speaker: the label with its colon, where the first part is that of somebody who speaks. quoted: its numbers
    (Quoted), in order. prefix: what its anchor begins with on the page of another part of the story.
    """

    parts: list[tuple[str, Note | None]]
    number: int = 0
    line: int = 0
    speaker: str = ""
    quoted: list[Any] = field(default_factory=list)
    prefix: str = ""

    @property
    def anchor(self) -> str:
        return f"{self.prefix}p{self.number}"

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.parts)

    @property
    def notes(self) -> list[Note]:
        return [note for _, note in self.parts if note]


@dataclass
class Part:
    """The text under one subhead ("" for the opening)."""

    heading: str
    anchor: str
    paragraphs: list[Paragraph]

    @property
    def blocks(self) -> list[Paragraph | Table]:
        return list(blocks(self.paragraphs))


def paragraphs_of(parts: Iterable[Part]) -> list[Paragraph]:
    """Those of all parts, in order."""
    return [paragraph for part in parts for paragraph in part.paragraphs]
