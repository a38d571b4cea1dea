"""From a paragraph back to the source: which stretches of the page's text it was joined from."""

from collections.abc import Sequence
from typing import NamedTuple


class Stretch(NamedTuple):
    """Characters of the page's text that belong to one field: start, and end excluded."""

    start: int
    end: int


def stretches(spans: Sequence[Sequence], position: int, *fields: str) -> list[Stretch]:
    """The stretches of these fields of the article at `position`, from a page's spans."""
    return [Stretch(start, end) for start, end, field, owner in spans if owner == position and field in fields]


def trace(values: Sequence[str], sources: Sequence[Stretch], text: str) -> list[tuple[Stretch, ...]]:
    """For each value the stretches it was joined from; all empty where values and source do not agree.

    >>> trace(["共同富裕", "好"], [Stretch(0, 2), Stretch(3, 5), Stretch(6, 7)], "共同\\n富裕\\n好")
    [(Stretch(start=0, end=2), Stretch(start=3, end=5)), (Stretch(start=6, end=7),)]
    """
    rest = list(sources)
    traced = []
    for value in values:
        taken: list[Stretch] = []
        while rest and sum(stretch.end - stretch.start for stretch in taken) < len(value):
            taken.append(rest.pop(0))
        if "".join(text[stretch.start : stretch.end] for stretch in taken) != value:
            return [()] * len(values)
        traced.append(tuple(taken))
    return traced if not rest else [()] * len(values)


def offset_in(sources: Sequence[Stretch], place: int) -> int | None:
    """Where in the joined value the page's character at `place` stands; None if it is not in this value."""
    passed = 0
    for stretch in sources:
        if stretch.start <= place <= stretch.end:
            return passed + place - stretch.start
        passed += stretch.end - stretch.start
    return None
