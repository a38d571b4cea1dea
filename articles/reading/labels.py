"""What a line can be: the labels, and those that a line cannot have whatever the weights say."""

from __future__ import annotations

from functools import cache

from articles.reading import marks
from articles.reading.lines import Line
from articles.reading.stated import labels_meant

START = "+"
# What a line can be; with + before it, it is the first line of an article.
FIELDS = (
    "column", "kicker", "headline", "subtitle", "deck_label", "deck", "byline", "continued_from", "continued_to",
    "heading", "paragraph", "joined", "resume", "caption", "credit", "furniture",
)  # fmt: skip
STARTS = ("column", "kicker", "headline", "deck_label", "continued_from", "paragraph", "caption", "credit", "byline")
LABELS = (*FIELDS, *(START + field for field in STARTS))
NUMBER = {label: number for number, label in enumerate(LABELS)}
PLAIN = [label.lstrip(START) for label in LABELS]
STARTING = frozenset(NUMBER[START + field] for field in STARTS)
LONGEST_NAME = 14

_NUMBERS_OF = {field: frozenset(NUMBER[label] for label in LABELS if label.lstrip(START) == field) for field in FIELDS}
# A line that is nothing but 下转第三版 is such a mark, or belongs to no article.
_NO_MARK = frozenset(NUMBER.values()) - _NUMBERS_OF["furniture"]
_NO_FIRST = frozenset(NUMBER[label] for label in LABELS if label[0] != START and label != "furniture")


def may_be_name(line: Line) -> bool:
    """Whether a line that the byline grammar does not know may still be a signature: a pen name, 医生 白荷."""
    return line.kind in ("pen_name", "parenthesis") or (line.kind == "bare" and len(line.text) <= LONGEST_NAME)


@cache
def _ruled_out(stated: str) -> frozenset[int]:
    """The labels that what a file states of a line leaves no room for; what is no label rules out none."""
    possible = {NUMBER[label] for label in labels_meant(stated) if label in NUMBER}
    return frozenset(NUMBER.values()) - possible if possible else frozenset()


def impossible(lines: list[Line], index: int) -> set[int]:
    """The labels that a line cannot have, whatever the weights say."""
    line = lines[index]
    struck = set(_ruled_out(line.stated)) if line.stated else set()
    if len(struck) == len(LABELS) - 1:
        return struck
    for field, kind in (("continued_from", "from"), ("continued_to", "to")):
        if line.kind != kind:
            struck |= _NUMBERS_OF[field]
        elif index and not line.stated:
            struck |= _NO_MARK - _NUMBERS_OF[field]
    if line.byline is None and not may_be_name(line):
        struck |= _NUMBERS_OF["byline"] | _NUMBERS_OF["credit"]
    if index == 0:
        struck |= _NO_FIRST
    elif marks.SENTENCE_END_RE.search(lines[index - 1].plain) and not lines[index - 1].open:
        struck |= _NUMBERS_OF["joined"]
    return struck
