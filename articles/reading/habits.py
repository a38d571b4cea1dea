"""What is usual on a page: how many of its texts open with a dateline or under a byline, and its script."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from articles.reading.lines import Line
from articles.reading.runs import Run

# Shares of the texts on a page that open as news does, between which pages differ.
SHARES = (0.15, 0.35, 0.55, 0.75)
# Letters of a run's signature that sign the text below it: bylines and bare names.
SIGNED = frozenset("YSna")
# Characters of the Traditional script that every page of it prints.
TRADITIONAL = frozenset("這個們來時國為說過對還會")
FEWEST = 4


class Habits(NamedTuple):
    """The share of texts with a lead or a byline, as a bucket, and whether the page is in Traditional characters."""

    led: int
    traditional: bool


def habits_of(lines: Sequence[Line], runs: Sequence[Run]) -> Habits:
    """The habits of a page."""
    heads = [run for index, run in enumerate(runs) if run.is_short and run.last == index]
    led = sum(run.next_opening in ("lead", "bylead") or not SIGNED.isdisjoint(run.signature) for run in heads)
    return Habits(bisect_right(SHARES, led / max(len(heads), 1)), _is_traditional(line.text for line in lines))


def _is_traditional(texts: Iterable[str]) -> bool:
    found: set[str] = set()
    for text in texts:
        found |= TRADITIONAL.intersection(text)
        if len(found) >= FEWEST:
            return True
    return False
