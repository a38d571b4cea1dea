"""The best cut of a page into articles: labels are scored line by line, and every article once more as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from articles.reading.lines import Line

Row = list[float]
Choices = dict[int, float]
Judge = Callable[[Sequence[Line], Sequence[int]], float]

# A line begins an article for certain, or may begin one, from these probabilities on.
CERTAIN, POSSIBLE = 0.99, 0.01
# A path that scores so much less than the best one is given up; what a line of furniture scores that looks like none.
BEAM, UNLIKELY = 10.0, -20.0
# How many possible ends of an article are tried from each of its possible beginnings.
REACH = 40


@dataclass(slots=True)
class Reached:
    """The best cut of all lines before a place: its score, the last line's label, and where the last article began."""

    score: float
    label: int | None
    start: int
    path: list[int]


class Cutter:
    """Dynamic programming over the possible beginnings of articles on one page."""

    def __init__(
        self,
        lines: Sequence[Line],
        emissions: Sequence[Choices],
        transition: Sequence[Row],
        starts: frozenset[int],
        furniture: int,
        judge: Judge,
    ):
        self.lines, self.emissions, self.transition, self.judge = lines, emissions, transition, judge
        self.starts, self.furniture = starts, furniture
        self.columns = [list(column) for column in zip(*transition, strict=True)]
        self.inner = [
            [(label, score) for label, score in choices.items() if label not in starts] for choices in emissions
        ]
        self.bridge = [max(row[start] for start in starts) for row in transition]
        self.best: dict[int, Reached] = {}

    def cut(self, chances: Sequence[float]) -> list[int]:
        """The labels of the best cut; chances tells for each line how probably it begins an article."""
        places = [index for index, chance in enumerate(chances) if chance >= POSSIBLE]
        certain = {index for index in places if chances[index] >= CERTAIN}
        self._open(places, certain)
        for number, start in enumerate(places):
            if start in self.best:
                self._grow(start, places[number + 1 : number + 1 + REACH], certain)
        return self._trace()

    def _open(self, places: list[int], certain: set[int]) -> None:
        """Before the first article stands nothing but furniture; a page may hold nothing else."""
        score = 0.0
        path: list[int] = []
        for index in range(len(self.lines)):
            if index in places:
                self.best[index] = Reached(score, self.furniture if index else None, 0, list(path))
            if index in certain:
                return
            score += self.emissions[index].get(self.furniture, UNLIKELY)
            score += self.transition[self.furniture][self.furniture] if index else 0.0
            path.append(self.furniture)
        self.best[len(self.lines)] = Reached(score, self.furniture, 0, path)

    def _grow(self, start: int, ends: list[int], certain: set[int]) -> None:
        before = self.best[start]
        row = self.transition[before.label] if before.label is not None else None
        scores = {
            label: before.score + score + (row[label] if row else 0.0)
            for label, score in self.emissions[start].items()
            if label in self.starts
        }
        if not scores:
            return
        back: list[dict[int, int]] = []
        targets = {*ends, len(self.lines)}
        last = ends[-1] if len(ends) == REACH else len(self.lines)
        for index in range(start + 1, last + 1):
            if index in targets:
                self._close(start, index, scores, back)
                if index in certain:
                    return
            if index == len(self.lines) or not self.inner[index]:
                return
            scores = self._step(index, scores, back)

    def _step(self, index: int, scores: dict[int, float], back: list[dict[int, int]]) -> dict[int, float]:
        floor = max(scores.values()) - BEAM
        kept = [(label, score) for label, score in scores.items() if score >= floor]
        result, pointers = {}, {}
        for label, own in self.inner[index]:
            column = self.columns[label]
            score, before = max([(score + column[other], other) for other, score in kept])
            result[label] = score + own
            pointers[label] = before
        back.append(pointers)
        return result

    def _close(self, start: int, end: int, scores: dict[int, float], back: list[dict[int, int]]) -> None:
        """One article from start to end: weigh it as a whole and keep it if it is the best way to get to its end."""
        at_end = end == len(self.lines)
        label = max(scores, key=lambda each: scores[each] + (0.0 if at_end else self.bridge[each]))
        path = [label]
        for pointers in reversed(back):
            path.append(pointers[path[-1]])
        path.reverse()
        score = scores[label] + self.judge(self.lines[start:end], path)
        if end not in self.best or score > self.best[end].score:
            self.best[end] = Reached(score, label, start, path)

    def _trace(self) -> list[int]:
        end, labels = len(self.lines), []
        while end:
            reached = self.best[end]
            labels.append(reached.path)
            end = reached.start
        return [label for path in reversed(labels) for label in path]
