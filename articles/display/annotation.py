"""What the archive says beside an article: what it inferred, doubts, and corrects, each at its place in the text."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from articles.corrections.printed import LABELS, PAGE_FIELDS, label
from articles.display.doubts import worded
from articles.display.tracing import Stretch, offset_in, stretches, trace
from articles.models import Correction

QUOTED = 16
DAY_RE = re.compile(r"(\d{1,2})月(\d{1,2})日")


@dataclass
class Note:
    """One remark: a 印 (推, 改, 误 or a number), and what is said; a correction shows both readings."""

    seal: str
    text: str = ""
    printed: str = ""
    proposed: str = ""
    when: datetime.datetime | None = None
    field: str = ""

    @property
    def field_words(self) -> str:
        return label(self.field)

    @property
    def anchor(self) -> str:
        """What tells its place on the page from those of other notes."""
        return self.seal


@dataclass
class Paragraph:
    """A paragraph in parts: each part's text, and the note whose number stands after it."""

    parts: list[tuple[str, Note | None]]
    anchor: str = ""

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


@dataclass
class Annotated:
    """The article's text with its notes; head holds those that concern the whole or the headline stack."""

    head: list[Note] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def misprints(self) -> set[str]:
        return {note.field for note in self.head if note.seal == "误"}


def annotate(article: Any, siblings: Sequence[Any], corrections: Iterable[Correction]) -> Annotated:
    """The article (with page and sections) as it is shown; siblings are all articles of its page."""
    annotated = Annotated([*inferred_notes(article.page, siblings), *correction_notes(article, corrections)])
    doubts = _in_order(article.doubts)
    annotated.parts = _parts(article, doubts)
    unplaced = _unplaced(doubts, article.page.text)
    annotated.head += unplaced
    _number([*unplaced, *_placed(annotated.parts)])
    return annotated


def text_of(article: Any, prefix: str, after: int) -> list[Part]:
    """The text of another part of the story: anchors with the prefix, its doubts numbered after so many notes."""
    parts = _parts(article, _in_order(article.doubts), prefix)
    _number(_placed(parts), after)
    return parts


def _in_order(doubts: Iterable[dict]) -> list[dict]:
    return sorted(doubts, key=lambda doubt: doubt["start"] or 0)


def _parts(article: Any, doubts: list[dict], prefix: str = "") -> list[Part]:
    """The sections with the notes of those doubts that lie in their text, which are taken out of the list."""
    sources = _sources(article)
    return [
        Part(
            section.heading,
            f"{prefix}s{section.position + 1}",
            [_paragraph(text, next(sources), doubts) for text in section.paragraphs],
        )
        for section in article.sections.all()
    ]


def inferred_notes(page: Any, siblings: Sequence[Any]) -> list[Note]:
    """The 推 note: which facts of the page are not printed on it, and on what they rest."""
    inferred = [name for name in PAGE_FIELDS if page.is_inferred(name)]
    if not inferred:
        return []
    names = "、".join(LABELS[name].removeprefix("出版") for name in inferred)
    basis = _basis(page, siblings) if "date" in inferred else ""
    return [Note("推", f"{names}未印在本版，由档案推断{basis}，待编辑确认。")]


def _basis(page: Any, siblings: Sequence[Any]) -> str:
    """What the date rests on, where a dateline of the day before tells it."""
    before = page.date - datetime.timedelta(days=1)
    days = (DAY_RE.search(article.dateline_date) for article in siblings)
    known = any(day and (int(day[1]), int(day[2])) == (before.month, before.day) for day in days)
    return f"（据{before.month}月{before.day}日电头，次日出版）" if known else ""


def correction_notes(article: Any, corrections: Iterable[Correction]) -> list[Note]:
    """改 where we misread, 误 where the paper erred; the printed reading is always told.

    Nothing is told of a field whose last correction is what the reader has since made of it itself.
    """
    applied = [entry for entry in corrections if entry.state == Correction.State.APPLIED]
    notes = [_correction_note(article, entry) for entry in applied]
    last = {(note.seal, note.field): note for note in notes}
    return [note for note in notes if last[note.seal, note.field].proposed != note.printed]


def _correction_note(article: Any, entry: Correction) -> Note:
    target = article.page if entry.target.startswith("page:") else article
    seal = "误" if entry.kind == Correction.Kind.MISPRINT else "改"
    printed = target.printed.get(entry.field, entry.old)
    return Note(seal, entry.reason, printed, entry.new, entry.created, entry.field)


def _sources(article: Any):
    """For each paragraph in turn the stretches of the page's text that it was joined from."""
    texts = [text for section in article.sections.all() for text in section.paragraphs]
    yield from trace(texts, stretches(article.page.spans, article.position, "paragraph"), article.page.text)


def _paragraph(text: str, sources: Sequence[Stretch], doubts: list[dict]) -> Paragraph:
    """Takes the doubts that lie in the paragraph out of the list and puts their notes where they end."""
    parts, place = [], 0
    for doubt in [one for one in doubts if one["end"] is not None and offset_in(sources, one["end"]) is not None]:
        end = offset_in(sources, doubt["end"]) or 0
        parts.append((text[place:end], doubt_note(doubt)))
        doubts.remove(doubt)
        place = end
    return Paragraph([*parts, (text[place:], None)] if text[place:] else parts)


def doubt_note(doubt: dict, quoted: str = "") -> Note:
    """What is unsure, and what else it may be; quoted are the words it is about, where the note stands elsewhere."""
    said = worded(doubt["code"], doubt.get("runner_up"))
    return Note("?", f"“{quoted}”：{said}。" if quoted else f"{said}。")


def _unplaced(doubts: Iterable[dict], source: str) -> list[Note]:
    """Doubts about the stack, the names or the subheads, each with the words it is about."""
    return [doubt_note(doubt, _quoted(source, doubt)) for doubt in doubts]


def _quoted(source: str, doubt: dict) -> str:
    words = " ".join(source[doubt["start"] : doubt["end"]].split()) if doubt["end"] else ""
    return words if len(words) <= QUOTED else words[:QUOTED] + "……"


def _placed(parts: Iterable[Part]) -> list[Note]:
    return [note for part in parts for paragraph in part.paragraphs for note in paragraph.notes]


def _number(notes: Iterable[Note], after: int = 0) -> None:
    for number, note in enumerate(notes, after + 1):
        note.seal = str(number)
