"""What the archive says beside an article: what it inferred, doubts, and corrects, each at its place in the text."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from articles.conservation import line_of
from articles.corrections.printed import label
from articles.display.dialogue import speakers
from articles.display.notes import Note, column_notes, correction_notes, doubt_note, inferred_notes
from articles.display.paragraphs import Paragraph, Part, paragraphs_of
from articles.display.tracing import Stretch, offset_in, stretches, trace
from articles.models import Correction

QUOTED = 16
# So many doubts about the headlines and names stand open above the text.
UNFOLDED = 2
DONE = {"改": "更正", "误": "加注"}
CONFIRMED = "确认"


@dataclass
class Annotated:
    """The article's text with its notes; head holds those that concern the whole or the headline stack."""

    head: list[Note] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    confirmed: list[Correction] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[Paragraph]:
        return paragraphs_of(self.parts)

    @property
    def misprints(self) -> set[str]:
        return {note.field for note in self.head if note.seal == "误"}

    @property
    def facts(self) -> list[Note]:
        """What is inferred or corrected, which the reader is told before the text at any rate."""
        return [note for note in self.head if not note.seal.isdigit()]

    @property
    def doubts(self) -> list[Note]:
        return [note for note in self.head if note.seal.isdigit()]

    @property
    def folds(self) -> bool:
        """Whether the doubts would push the text down where they stand above it."""
        return len(self.doubts) > UNFOLDED

    @property
    def history(self) -> dict[datetime.date, str]:
        """By day, what editors did: 更正署名、栏目，加注主题，确认出版日期."""
        noted = [(note.when, DONE[note.seal], note.field_words) for note in self.head if note.when]
        confirmed = [(entry.created, CONFIRMED, label(entry.field)) for entry in self.confirmed]
        days: dict[datetime.date, dict[str, list[str]]] = {}
        for when, verb, name in sorted([*noted, *confirmed]):
            days.setdefault(timezone.localdate(when), {}).setdefault(verb, []).append(name)
        return {
            day: "，".join(f"{verb}{'、'.join(dict.fromkeys(names))}" for verb, names in done.items())
            for day, done in days.items()
        }


def annotate(article: Any, siblings: Sequence[Any], corrections: Iterable[Correction]) -> Annotated:
    """The article (with page and sections) as it is shown; siblings are all articles of its page."""
    entries = list(corrections)
    told = [*inferred_notes(article.page, siblings), *correction_notes(article, entries)]
    annotated = Annotated([*told, *column_notes(article, entries)])
    annotated.confirmed = [entry for entry in entries if entry.confirms]
    doubts = _in_order(article)
    annotated.parts = _parts(article, doubts)
    _place(article, annotated.paragraphs)
    unplaced = _unplaced(doubts, article.page.text)
    annotated.head += unplaced
    _number([*unplaced, *_placed(annotated.parts)])
    return annotated


def text_of(article: Any, prefix: str, after: int) -> list[Part]:
    """The text of another part of the story: anchors with the prefix, its doubts numbered after so many notes."""
    parts = _parts(article, _in_order(article), prefix)
    for number, paragraph in enumerate(paragraphs_of(parts), 1):
        paragraph.number, paragraph.prefix = number, prefix
    _number(_placed(parts), after)
    return parts


def _in_order(article: Any) -> list[dict]:
    """The article's doubts in the order of the print; that its text stops is said below the text, not here."""
    doubts = (doubt for doubt in article.doubts if not (article.truncated and doubt["code"] == "truncated"))
    return sorted(doubts, key=lambda doubt: doubt["start"] or 0)


def _parts(article: Any, doubts: list[dict], prefix: str = "") -> list[Part]:
    """The sections with the notes of those doubts that lie in their text, which are taken out of the list."""
    sources = _sources(article)
    parts = [
        Part(
            section.heading,
            f"{prefix}s{section.position + 1}",
            [_paragraph(text, next(sources), doubts) for text in section.paragraphs],
        )
        for section in article.sections.all()
    ]
    _set_speakers(paragraphs_of(parts))
    return parts


def _set_speakers(paragraphs: Sequence[Paragraph]) -> None:
    """Parts the labels of those who speak from what they say; a note within the label leaves it as it is."""
    for paragraph, named in zip(paragraphs, speakers([one.text for one in paragraphs]), strict=True):
        if named and len(paragraph.parts[0][0]) > len(named) + 1:
            text, note = paragraph.parts[0]
            paragraph.speaker = text[: len(named) + 1]
            paragraph.parts[:1] = [(paragraph.speaker, None), (text[len(named) + 1 :], note)]


def _sources(article: Any):
    """For each paragraph in turn the stretches of the page's text that it was joined from."""
    texts = [text for section in article.sections.all() for text in section.paragraphs]
    yield from trace(texts, stretches(article.page.spans, article.position, "paragraph"), article.page.text)


def _place(article: Any, paragraphs: Sequence[Paragraph]) -> None:
    """Tells each paragraph its number, and the line of the source where it begins."""
    for number, (paragraph, sources) in enumerate(zip(paragraphs, _sources(article), strict=True), 1):
        paragraph.number = number
        paragraph.line = line_of(article.page.text, sources[0].start) if sources else 0


def _paragraph(text: str, sources: Sequence[Stretch], doubts: list[dict]) -> Paragraph:
    """Takes the doubts that lie in the paragraph out of the list and puts their notes where they end."""
    parts, place = [], 0
    for doubt in [one for one in doubts if one["end"] is not None and offset_in(sources, one["end"]) is not None]:
        end = offset_in(sources, doubt["end"]) or 0
        parts.append((text[place:end], doubt_note(doubt)))
        doubts.remove(doubt)
        place = end
    return Paragraph([*parts, (text[place:], None)] if text[place:] else parts)


def _unplaced(doubts: Iterable[dict], source: str) -> list[Note]:
    """Doubts about the stack, the names or the subheads, each with the words it is about."""
    return [doubt_note(doubt, _quoted(source, doubt)) for doubt in doubts]


def _quoted(source: str, doubt: dict) -> str:
    words = " ".join(source[doubt["start"] : doubt["end"]].split()) if doubt["end"] else ""
    return words if len(words) <= QUOTED else words[:QUOTED] + "……"


def _placed(parts: Iterable[Part]) -> list[Note]:
    return [note for paragraph in paragraphs_of(parts) for note in paragraph.notes]


def _number(notes: Iterable[Note], after: int = 0) -> None:
    for number, note in enumerate(notes, after + 1):
        note.seal = str(number)
