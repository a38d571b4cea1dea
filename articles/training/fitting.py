"""Weights that mend a model: learned on top of what it says already, so that they move what it has wrong or doubts.

A table of its own, averaged with the others, unteaches more than it teaches where pages are few.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from articles.reading.features import keys_of
from articles.reading.labelling import posteriors
from articles.reading.labels import LABELS, NUMBER, impossible
from articles.reading.model import Choices, Model, Row, Table
from articles.training.examples import SCALE, Example, features_of

# Over pages of six genres, each learned from half of its pages: more rounds learn them by heart.
ROUNDS, RATE = 8, 0.01
# Probabilities below this move nothing; a label that scores so much less than the line's best has none.
NEGLIGIBLE, HOPELESS = 0.01, 30.0


@dataclass(slots=True)
class _Page:
    """A page as the model sees it: features, scores and impossible labels of each line, and the right labels."""

    features: list[list[str]]
    scores: list[Row]
    struck: list[set[int]]
    gold: list[int]


def fit(model: Model, examples: Iterable[Example], about: dict[str, Any], share: float = 1.0) -> Table:
    """The table that, added to the model's tables, reads the examples better; about is its provenance."""
    pages = [_page(model, example) for example in examples]
    mending = _Mending(model)
    for _ in range(ROUNDS):
        for page in pages:
            mending.learn(page)
    head = {"about": about, "share": share, "on_top": True, "scale": SCALE, "labels": list(LABELS)}
    return head | mending.weights()


def _page(model: Model, example: Example) -> _Page:
    lines = example.lines
    return _Page(
        features_of(lines),
        [[sum(column) for column in zip(*map(model.row, keys), strict=True)] for keys in keys_of(lines)],
        [impossible(lines, index) for index in range(len(lines))],
        [NUMBER[label] for label in example.labels],
    )


class _Mean:
    """Weights that are moved step by step, and their mean over all steps, which learns less by heart than the last."""

    def __init__(self) -> None:
        self.now: dict[int, float] = {}
        self._late: dict[int, float] = {}

    def move(self, label: int, by: float, step: int) -> None:
        self.now[label] = self.now.get(label, 0.0) + by
        self._late[label] = self._late.get(label, 0.0) + by * step

    def mean(self, steps: int) -> dict[int, int]:
        """In hundredths, without those that come to nothing."""
        means = {label: round((now - self._late[label] / steps) * SCALE) for label, now in self.now.items()}
        return {label: means[label] for label in sorted(means) if means[label]}


class _Mending:
    """The weights while they are learned: gradient steps on the probability of the right labels, page by page."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.state: dict[str, _Mean] = {}
        self.links = [_Mean() for _ in LABELS]
        self.step = 1

    def learn(self, page: _Page) -> None:
        """One step towards the right labels of a page."""
        rows = posteriors([self._choices(page, index) for index in range(len(page.gold))], self._transition())
        for features, row, gold in zip(page.features, rows, page.gold, strict=True):
            self._move_line(features, row, gold)
        for place in range(len(rows) - 1):
            self._move_link(rows[place], rows[place + 1], page.gold[place], page.gold[place + 1])
        self.step += 1

    def weights(self) -> dict[str, Any]:
        """The part of the table that was learned."""
        means = {feature: mean.mean(self.step) for feature, mean in sorted(self.state.items())}
        links = [mean.mean(self.step) for mean in self.links]
        return {
            "transition": [[row.get(after, 0) for after in range(len(LABELS))] for row in links],
            "state": {
                feature: {str(label): by for label, by in mean.items()} for feature, mean in means.items() if mean
            },
        }

    def _choices(self, page: _Page, index: int) -> Choices:
        scores, gold = list(page.scores[index]), page.gold[index]
        for feature in page.features[index]:
            if (mean := self.state.get(feature)) is not None:
                for label, by in mean.now.items():
                    scores[label] += by
        floor = max(scores) - HOPELESS
        possible = (label for label, score in enumerate(scores) if score > floor and label not in page.struck[index])
        return {label: scores[label] for label in (*possible, gold)}

    def _transition(self) -> list[Row]:
        return [
            [score + mean.now.get(after, 0.0) for after, score in enumerate(row)]
            for row, mean in zip(self.model.transition, self.links, strict=True)
        ]

    def _move_line(self, features: Sequence[str], row: Choices, gold: int) -> None:
        lacking = 1.0 - row[gold]
        if lacking < NEGLIGIBLE:
            return
        moves = [(label, -share) for label, share in row.items() if share > NEGLIGIBLE and label != gold]
        for feature in features:
            mean = self.state.setdefault(feature, _Mean())
            for label, by in (*moves, (gold, lacking)):
                mean.move(label, RATE * by, self.step)

    def _move_link(self, before: Choices, after: Choices, gold: int, following: int) -> None:
        if 1.0 - before[gold] * after[following] < NEGLIGIBLE:
            return
        self.links[gold].move(following, RATE, self.step)
        for label, share in before.items():
            for other, chance in after.items():
                if share * chance > NEGLIGIBLE:
                    self.links[label].move(other, -RATE * share * chance, self.step)
