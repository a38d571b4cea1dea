"""How much the words of neighbouring texts have in common: one article goes on, or another begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import chain
from math import log, sqrt
from operator import add

from articles.reading.lines import Line
from articles.reading.runs import Run

HAN_RE = re.compile("[\u3400-\u9fff]{2,}")
# Text looked at on either side of a gap, in characters, so that cost stays linear.
WINDOW = 700
SHARED = (0.05, 0.15, 0.3, 0.5, 0.8, 1.2)
OVERLAP = (0.01, 0.12, 0.25, 0.4, 0.6)

Pairs = frozenset[str]


def pairs(text: str) -> Pairs:
    """The bigrams of Han characters in a text."""
    found: set[str] = set()
    for run in HAN_RE.findall(text):
        found.update(map(add, run, run[1:]))
    return frozenset(found)


class Cohesion:
    """Shared rare bigrams over every gap of one page."""

    def __init__(self, lines: list[Line]):
        self.lines = lines
        for line in lines:
            line.pairs = pairs(line.plain[:WINDOW])
        self.counts = Counter(chain.from_iterable(line.pairs for line in lines))
        self.gaps: dict[int, tuple[int, Pairs, Pairs]] = {}

    def of(self, line: Line, run: Run) -> tuple[int, int, int]:
        """Buckets: text before against text after the run; the line itself against the text after, and before."""
        gap = self.gaps.get(run.first)
        if gap is None:
            gap = self.gaps[run.first] = self._gap(run)
        shared, before, after = gap
        if not run.is_short or len(line.text) > 60:
            return shared, -1, -1
        return shared, self._overlap(line.pairs, after), self._overlap(line.pairs, before)

    def _gap(self, run: Run) -> tuple[int, Pairs, Pairs]:
        if not run.is_short:
            return -1, frozenset(), frozenset()
        before, after = self._side(run.first - 1, -1), self._side(run.last + 1, 1)
        if not before or not after:
            return -1, before, after
        weight = sum(self._rarity(pair) for pair in before & after)
        return bisect_right(SHARED, weight / sqrt(min(len(before), len(after)))), before, after

    def _side(self, index: int, step: int) -> Pairs:
        found: set[str] = set()
        length = 0
        while 0 <= index < len(self.lines) and length < WINDOW and self.lines[index].is_long:
            found |= self.lines[index].pairs
            length += len(self.lines[index].text)
            index += step
        return frozenset(found)

    def _rarity(self, pair: str) -> float:
        return log(1 + len(self.lines) / self.counts[pair]) / 4

    def _overlap(self, own: Pairs, text: Pairs) -> int:
        if not own or not text:
            return -1
        return bisect_right(OVERLAP, len(own & text) / len(own))
