"""Lines that the truth does not tell of: their labels by the model's best path, the known labels held fixed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from articles.reading.features import keys_of
from articles.reading.labels import FIELDS, LABELS, NUMBER, PLAIN, START, STARTING, impossible
from articles.reading.lines import Line
from articles.reading.model import Choices, Model

FURNITURE, PARAGRAPH = NUMBER["furniture"], NUMBER["paragraph"]

Path = tuple[float, list[int]]


def filled(
    lines: list[Line], labels: Sequence[str | None], model: Model, possible: Collection[str] = FIELDS
) -> list[str]:
    """The labels with those in the place of None that the model thinks best; possible are the fields these may be.

    Where the first known line of an article stands below unknown ones, the article may begin with one of them.
    """
    result = list(labels)
    if None in result:
        gaps = _Gaps(lines, labels, model, possible)
        for first, end in _unknown(labels):
            result[first : end + 1] = gaps.best(first, end)
    return [_usual(label) for label in result]


def _usual(label: str | None) -> str:
    """A label that the reader has: it begins no article with a 副题."""
    return LABELS[PARAGRAPH] if label is None else label if label in NUMBER else label.lstrip(START)


def _unknown(labels: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """(first line, line after the last) of every run of unknown lines."""
    for is_unknown, run in groupby(range(len(labels)), lambda index: labels[index] is None):
        if is_unknown:
            indices = list(run)
            yield indices[0], indices[-1] + 1


class _Gaps:
    """The unknown lines of a page between the known ones."""

    def __init__(self, lines: list[Line], labels: Sequence[str | None], model: Model, possible: Collection[str]):
        self.labels, self.transition = labels, model.transition
        self.scores = [[sum(column) for column in zip(*map(model.row, keys), strict=True)] for keys in keys_of(lines)]
        self.choices = [self._choices(lines, index, possible) for index in range(len(lines))]

    def _choices(self, lines: list[Line], index: int, possible: Collection[str]) -> Choices:
        """What a line may be, with the score of each; a known line is what it is."""
        label = self.labels[index]
        if label is not None:
            return self._only(index, label)
        struck = impossible(lines, index)
        scores = enumerate(self.scores[index])
        own = {number: score for number, score in scores if number not in struck and PLAIN[number] in possible}
        return own or {PARAGRAPH: 0.0}

    def _only(self, index: int, label: str) -> Choices:
        return {NUMBER[label]: self.scores[index][NUMBER[label]]} if label in NUMBER else {}

    def best(self, first: int, end: int) -> list[str]:
        """The best labels of a gap, and of the known line after it where there is one."""
        paths = [path for rows in self._ways(first, end) if all(rows) and (path := self._path(first, rows))]
        if paths:
            return [LABELS[number] for number in max(paths)[1]]
        after = self.labels[end : end + 1]
        return [LABELS[PARAGRAPH]] * (end - first) + [_usual(label) for label in after]

    def _ways(self, first: int, end: int) -> Iterator[list[Choices]]:
        """The choices of the lines of a gap and of the one after it, once for each place where an article may begin."""
        gap, after = self.choices[first:end], self.labels[end] if end < len(self.labels) else None
        if after is None:
            yield gap if first == 0 else [_going_on(choices) for choices in gap]
        elif after[0] != START:
            yield [*(_going_on(choices) for choices in gap), self.choices[end]]
        else:
            above = [_above(choices) if first == 0 else _going_on(choices) for choices in gap]
            inner = [*(_going_on(choices) for choices in gap), self._only(end, after[1:])]
            yield [*above, self.choices[end]]
            for place, choices in enumerate(gap):
                yield [*above[:place], _beginning(choices), *inner[place + 1 :]]

    def _path(self, first: int, rows: Sequence[Choices]) -> Path:
        """The score of the best path through the rows, and the path."""
        before = self.labels[first - 1] if first else None
        paths: dict[int | None, Path] = {NUMBER.get(before) if before else None: (0.0, [])}
        for choices in rows:
            paths = {number: self._extended(paths, number, own) for number, own in choices.items()}
        return max(paths.values())

    def _extended(self, paths: dict[int | None, Path], number: int, own: float) -> Path:
        score, path = max(
            (path[0] + (0.0 if before is None else self.transition[before][number]), path[1])
            for before, path in paths.items()
        )
        return score + own, [*path, number]


def _going_on(choices: Choices) -> Choices:
    return {number: score for number, score in choices.items() if number not in STARTING}


def _beginning(choices: Choices) -> Choices:
    return {number: score for number, score in choices.items() if number in STARTING}


def _above(choices: Choices) -> Choices:
    """Before the first article of a page all is furniture."""
    return {number: score for number, score in choices.items() if number == FURNITURE}
