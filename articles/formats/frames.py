"""Printed lines as columns of text, and columns as paragraphs, by indents, short last lines and sizes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.formats.rows import Row

# In ems: how far below each other the lines of a column stand, and how far its lines may begin apart.
LEADING, FIRST_LEADING, SHIFT = 1.4, 2.4, 4.0
# In ems: an indent, and by how much the last line of a paragraph is shorter.
INDENT, SHORT = (0.8, 4.0), 1.8
# Sizes within this factor are one; text this much larger than the body is headlines, each line for itself.
SAME, LARGE = 1.08, 1.25
# How many columns may lie between a line and the one above it in the order of a page's content.
LOOK_BACK = 12
ENDED_RE = re.compile(r"[。！？…；：”）]$")
PAUSE_RE = re.compile(r"[，。！？…；：、—,.!?;:]$")


@dataclass(slots=True)
class Frame:
    """A column of lines of one size."""

    rows: list[Row] = field(default_factory=list)

    @property
    def size(self) -> float:
        return self.rows[0].size

    @property
    def left(self) -> float:
        return min(row.x for row in self.rows)

    @property
    def right(self) -> float:
        return max(row.end for row in self.rows)

    def takes(self, row: Row) -> bool:
        """Whether a line stands right below."""
        last = self.rows[-1]
        drop = last.y - row.y
        known = len(self.rows) > 1
        limit = LEADING * (self.rows[-2].y - last.y) if known else FIRST_LEADING * self.size
        return (
            1 / SAME <= row.size / self.size <= SAME
            and 0.5 * self.size < drop <= limit
            and abs(row.x - self.left) <= SHIFT * self.size
        )

    def is_indented(self, row: Row) -> bool:
        low, high = INDENT
        return low * self.size <= row.x - self.left <= high * self.size

    def is_full(self, row: Row) -> bool:
        return row.end >= self.right - SHORT * self.size


def lines_of_frames(rows: Sequence[Row]) -> list[list[str]]:
    """The page's lines of text as blocks: a paragraph is one line, and so is a line of a headline."""
    frames = _frames(rows)
    body = _body_size(frames)
    indents = any(frame.is_indented(row) for frame in frames for row in frame.rows[1:])
    blocks: list[list[str]] = []
    before: Frame | None = None
    for frame in frames:
        lines = _paragraphs(frame, body)
        if before and indents and _goes_on(before, frame):
            blocks[-1][-1] += lines.pop(0)
            blocks[-1] += lines
        else:
            blocks.append(lines)
        before = frame
    return blocks


def _frames(rows: Sequence[Row]) -> list[Frame]:
    frames: list[Frame] = []
    for row in rows:
        home = next((frame for frame in reversed(frames[-LOOK_BACK:]) if frame.takes(row)), None)
        if home is None:
            frames.append(home := Frame())
        home.rows.append(row)
    return frames


def _body_size(frames: Sequence[Frame]) -> float:
    sizes: Counter[float] = Counter()
    for frame in frames:
        for row in frame.rows:
            sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _paragraphs(frame: Frame, body: float) -> list[str]:
    texts = [row.text for row in frame.rows]
    if len(texts) > 2 and all(len(text) == 1 for text in texts):
        return ["".join(texts)]  # set downwards
    if frame.size > LARGE * body:
        return texts
    paragraphs: list[list[str]] = []
    for number, (row, text) in enumerate(zip(frame.rows, texts, strict=True)):
        if number and not frame.is_indented(row) and frame.is_full(frame.rows[number - 1]):
            paragraphs[-1].append(text)
        else:
            paragraphs.append([text])
    return [line for paragraph in paragraphs for line in _joined(paragraph)]


def _joined(rows: list[str]) -> list[str]:
    """A paragraph in one line; lines that all end with a sign are verse and stay."""
    if len(rows) > 2 and all(map(PAUSE_RE.search, rows)):
        return rows
    line = rows[0]
    for row in rows[1:]:
        line += _glue(line, row) + row
    return [line]


def _glue(before: str, after: str) -> str:
    """Words of Latin letters are kept apart where a line ended between them."""
    return " " if before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha() else ""


def _goes_on(before: Frame, after: Frame) -> bool:
    """Whether a paragraph runs on from the foot of one column to the head of the next."""
    last, first = before.rows[-1], after.rows[0]
    return (
        min(len(before.rows), len(after.rows)) > 1
        and 1 / SAME <= before.size / after.size <= SAME
        and first.y > last.y
        and before.is_full(last)
        and not ENDED_RE.search(last.text)
        and not after.is_indented(first)
        and abs((before.right - before.left) - (after.right - after.left)) < 3 * before.size
    )
