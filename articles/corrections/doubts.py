"""Doubts that editors have looked at: what an entry 核对无误 speaks of, and which doubts it answers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from articles.corrections.printed import DOUBT
from articles.models import Correction
from articles.reading import Doubt

# So much of the doubted words is kept in the journal.
WORDS = 200
NOWHERE = "none"

Spans = Sequence[Sequence]  # rows of Page.spans


class Doubted(NamedTuple):
    """What a doubt is about: its name in the journal, the words in print, and how they are read (+ begins an article).

    It is the same doubt in a later reading of the page when all three are the same.
    """

    field: str
    words: str
    reading: str


@dataclass
class Looked:
    """The doubts left open, with the entries that took hold and those whose words are now read otherwise."""

    doubts: list[Doubt]
    applied: list[Correction] = field(default_factory=list)
    conflicts: list[Correction] = field(default_factory=list)


def doubted(code: str, start: int | None, end: int | None, spans: Spans, text: str) -> Doubted:
    """What a doubt about text[start:end] of a page is about; spans are those of the page."""
    if start is None or end is None:
        return Doubted(DOUBT + code, "", NOWHERE)
    words = text[start:end].strip()[:WORDS]
    return Doubted(DOUBT + code, words, _reading(text.find(words, start), spans))


def _reading(place: int, spans: Spans) -> str:
    """The field that holds the character at this place, with + where it is the first of its article."""
    for start, end, name, owner in spans:
        if start <= place < end:
            begins = owner is not None and not any(other[3] == owner and other[0] < start for other in spans)
            return f"+{name}" if begins else name
    return NOWHERE


def look(doubts: Iterable[Doubt], entries: Iterable[Correction], spans: Spans, text: str) -> Looked:
    """The reader's doubts without those that the entries 核对无误 answer.

    An entry whose doubt is gone still holds while its words are read as they were (the reader has become sure).
    """
    named = [(doubt, doubted(doubt.code, *(doubt.span or (None, None)), spans, text)) for doubt in doubts]
    known, looked, answered = {about for _, about in named}, Looked([]), set()
    for entry in entries:
        if entry.kind != Correction.Kind.CHECKED or entry.withdrawn is not None:
            continue
        about = Doubted(entry.field, entry.old, entry.new)
        holds = about in known or about.reading in _readings(about.words, spans, text)
        (looked.applied if holds else looked.conflicts).append(entry)
        answered.add(about)
    looked.doubts = [doubt for doubt, about in named if about not in answered]
    return looked


def _readings(words: str, spans: Spans, text: str) -> Iterator[str]:
    """How the words are read, wherever they stand on the page."""
    place = text.find(words) if words else -1
    if not words:
        yield NOWHERE
    while place >= 0:
        yield _reading(place, spans)
        place = text.find(words, place + 1)
