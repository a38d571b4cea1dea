"""Labels for the lines of a page: the best path over scored labels, and how sure each is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from math import exp
from operator import add, mul
from pathlib import Path
from typing import Any

from articles.reading import marks
from articles.reading.features import Key, expand, keys_of
from articles.reading.judgement import judge
from articles.reading.lines import Line
from articles.reading.stories import Cutter

WEIGHTS = Path(__file__).parent / "weights"
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
IMPOSSIBLE = -1e9
CACHE = 200_000

# Raised by hand when the rules of reading change what a page yields.
RULES = 1

Row = list[float]


@dataclass(slots=True)
class Labelling:
    """One label a line, the probability of each, and the runner-up label."""

    labels: list[str]
    scores: list[float]
    runners_up: list[str]


class Model:
    """Summed weight tables: a score for each label of a line, and for each pair of neighbours."""

    def __init__(self, tables: Sequence[dict[str, Any]]):
        total = sum(table["share"] for table in tables)
        self.about = [table["about"] for table in tables]
        self.state: dict[str, list[tuple[int, float]]] = {}
        self.transition = [[0.0] * len(LABELS) for _ in LABELS]
        self.story: dict[str, float] = {}
        self.rows: dict[Key, Row] = {}
        for table in tables:
            self._add(table, table["share"] / total / table["scale"])

    def _add(self, table: dict[str, Any], factor: float) -> None:
        number = [NUMBER[label] for label in table["labels"]]
        for feature, weights in table["state"].items():
            row = self.state.setdefault(feature, [])
            row.extend((number[int(label)], weight * factor) for label, weight in weights.items())
        for feature, weight in table.get("story", {}).items():
            self.story[feature] = self.story.get(feature, 0.0) + weight * factor
        for before, row in zip(number, table["transition"], strict=True):
            for after, weight in zip(number, row, strict=True):
                self.transition[before][after] += weight * factor

    def row(self, key: Key) -> Row:
        """The scores that a key adds to each label."""
        found = self.rows.get(key)
        if found is None:
            found = [0.0] * len(LABELS)
            for feature in expand(key):
                for label, weight in self.state.get(feature, ()):
                    found[label] += weight
            if len(self.rows) > CACHE:
                self.rows.clear()
            self.rows[key] = found
        return found

    def emissions(self, lines: list[Line]) -> list[Row]:
        """For each line the score of each label, impossible ones struck out."""
        result = []
        for index, keys in enumerate(keys_of(lines)):
            scores = self.row(keys[0])
            for key in keys[1:]:
                scores = list(map(add, scores, self.row(key)))
            for label in impossible(lines, index):
                scores[label] = IMPOSSIBLE
            result.append(scores)
        return result


    def judge(self, lines: Sequence[Line], path: Sequence[int]) -> float:
        """How well an article's labels fit together, beyond what they score one by one."""
        return sum(self.story.get(feature, 0.0) for feature in judge(lines, [PLAIN[label] for label in path]))


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """The model of the tables in the weights folder."""
    return Model([json.loads(path.read_text("utf-8")) for path in sorted(WEIGHTS.glob("*.json"))])


def reader_version() -> str:
    """What a reading depends on beside the page: the rules' number and a digest of the weight tables."""
    digest = sha256(b"".join(path.read_bytes() for path in sorted(WEIGHTS.glob("*.json"))))
    return f"{RULES}-{digest.hexdigest()[:12]}"


_NUMBERS_OF = {field: tuple(NUMBER[label] for label in LABELS if label.lstrip(START) == field) for field in FIELDS}
_NO_START = tuple(NUMBER[label] for label in LABELS if label[0] == START)
_NO_FIRST = tuple(NUMBER[label] for label in LABELS if label[0] != START and label != "furniture")


def impossible(lines: list[Line], index: int) -> list[int]:
    """The labels that a line cannot have, whatever the weights say."""
    line = lines[index]
    struck: list[int] = []
    for field, kind in (("continued_from", "from"), ("continued_to", "to")):
        if line.kind != kind:
            struck += _NUMBERS_OF[field]
    if line.byline is None:
        struck += _NUMBERS_OF["byline"]
        struck += _NUMBERS_OF["credit"]
    if index == 0:
        struck += _NO_FIRST
    elif marks.SENTENCE_END_RE.search(lines[index - 1].plain) and not lines[index - 1].open:
        struck += _NUMBERS_OF["joined"]
    return struck


def posteriors(emissions: list[Row], transition: list[Row]) -> list[Row]:
    """Forward-backward: for each line the probability of each label."""
    potentials = [[exp(max(score - max(row), -60.0)) for score in row] for row in emissions]
    forward_step = [[exp(score) for score in column] for column in zip(*transition, strict=True)]
    backward_step = [[exp(score) for score in row] for row in transition]
    forward = _sweep(potentials, forward_step)
    backward = _sweep(potentials[::-1], backward_step)[::-1]
    result = []
    for ahead, behind, own in zip(forward, backward, potentials, strict=True):
        row = [a * b / c if c else 0.0 for a, b, c in zip(ahead, behind, own, strict=True)]
        total = sum(row) or 1.0
        result.append([value / total for value in row])
    return result


def _sweep(potentials: list[Row], step: list[Row]) -> list[Row]:
    rows = [potentials[0]]
    for own in potentials[1:]:
        before = rows[-1]
        row = [value * sum(map(mul, before, column)) for value, column in zip(own, step, strict=True)]
        total = sum(row) or 1.0
        rows.append([value / total for value in row])
    return rows


def label_lines(lines: list[Line], model: Model | None = None) -> Labelling:
    """The best labels of a page's lines with their probabilities and runners-up."""
    if not lines:
        return Labelling([], [], [])
    model = model or shipped_model()
    emissions = model.emissions(lines)
    rows = posteriors(emissions, model.transition)
    path = best_cut(lines, model, emissions, rows)
    runners_up = [_runner_up(label, row) for label, row in zip(path, rows, strict=True)]
    return Labelling([LABELS[label] for label in path], [row[label] for label, row in zip(path, rows, strict=True)], runners_up)


def best_cut(lines: list[Line], model: Model, emissions: list[Row], rows: list[Row]) -> list[int]:
    """The labels that score best line by line and article by article."""
    chances = [sum(row[label] for label in STARTING) for row in rows]
    return Cutter(lines, emissions, model.transition, STARTING, NUMBER["furniture"], model.judge).cut(chances)


def _runner_up(label: int, row: Row) -> str:
    return LABELS[max((other for other in range(len(row)) if other != label), key=row.__getitem__)]
