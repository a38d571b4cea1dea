"""The archive's remarks: what is inferred, what is doubted, what editors corrected."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from articles.corrections.printed import LABELS, PAGE_FIELDS, label
from articles.display.doubts import worded
from articles.display.wording import as_read
from articles.models import Correction

LABEL_LENGTH = 100  # as much as the archive keeps of a label
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
    applied = [entry for entry in corrections if entry.state == Correction.State.APPLIED and entry.is_correction]
    notes = [_correction_note(article, entry) for entry in applied]
    last = {(note.seal, note.field): note for note in notes}
    return [note for note in notes if last[note.seal, note.field].proposed != note.printed]


def _correction_note(article: Any, entry: Correction) -> Note:
    target = article.page if entry.target.startswith("page:") else article
    seal = "误" if entry.kind == Correction.Kind.MISPRINT else "改"
    printed, new = (as_read(entry.field, value) for value in (target.printed.get(entry.field, entry.old), entry.new))
    return Note(seal, entry.reason, printed, new, entry.created, entry.field)


def column_notes(article: Any, corrections: Iterable[Correction]) -> list[Note]:
    """改 where the archive lists an article under another label than its own: columns that are one, or renamed."""
    told = [entry for entry in corrections if entry.state == Correction.State.APPLIED and entry.field == "column"]
    label = told[-1].new if told else article.printed.get("column", "")
    if not label or not article.column or article.column in (label, label[:LABEL_LENGTH]):
        return []
    return [Note("改", f"栏目印作“{label}”，档案列在“{article.column}”。")]


def doubt_note(doubt: dict, quoted: str = "") -> Note:
    """What is unsure, and what else it may be; quoted are the words it is about, where the note stands elsewhere."""
    said = worded(doubt["code"], doubt.get("runner_up"))
    return Note("?", f"“{quoted}”：{said}。" if quoted else f"{said}。")
