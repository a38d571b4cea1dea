"""What a source of prose gives: one document, its paragraphs, and what a headline writer could cut from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random


class Paragraph(str):
    """A paragraph's text, with phrases cut from it and, where it had one, its own subhead."""

    phrases: tuple[str, ...]
    head: str | None

    def __new__(cls, text: str, phrases: Iterable[str] = (), head: str | None = None) -> Paragraph:
        """The text as a string that remembers its phrases."""
        made = super().__new__(cls, text)
        made.phrases, made.head = tuple(phrases), head
        return made


@dataclass
class Document:
    """Paragraphs of one text, with phrases of its own for headline, kicker and subtitle."""

    kind: str  # news, world, sport, culture, feature, opinion, essay
    paragraphs: list[str]
    titles: list[str] = field(default_factory=list)  # phrases of 5 to 26 characters, best first
    details: list[str] = field(default_factory=list)  # longer phrases, with figures: subtitles
    kickers: list[str] = field(default_factory=list)  # plain facts: 引题
    captions: list[str] = field(default_factory=list)  # sentences that say what a picture shows
    subject: str = ""  # what it is about
    place: str = ""


class Prose:
    """A source of documents; one is made for each page, so that it need not repeat itself there."""

    name = ""

    def draw(self, rng: Random, kind: str, paragraphs: int) -> Document:
        """A document of about that many paragraphs."""
        raise NotImplementedError
