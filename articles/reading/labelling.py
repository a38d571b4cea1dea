"""Labels for the lines of a page: the best path over scored labels, and how sure each is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from math import exp
from pathlib import Path
from typing import Any

from articles.reading import marks
from articles.reading.features import Key, expand, keys_of
from articles.reading.judgement import judge
from articles.reading.lines import Line
from articles.reading.stated import labels_meant
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
# A label that scores so much less than the line's best one is not looked at.
HOPELESS = 9.0
CACHE = 200_000

LONGEST_NAME = 14
# Raised by hand when the rules of reading change what a page yields.
RULES = 2

Row = list[float]
Choices = dict[int, float]
Table = dict[str, Any]


@dataclass(slots=True)
class Labelling:
    """One label a line, the probability of each, and the runner-up label."""

    labels: list[str]
    scores: list[float]
    runners_up: list[str]


class Model:
    """Summed weight tables: a score for each label of a line, and for each pair of neighbours.

    The mean of the tables by their shares; those marked on_top are added to it.
    """

    def __init__(self, tables: Sequence[Table]):
        total = sum(table["share"] for table in tables if not table.get("on_top"))
        judges = sum(table["share"] for table in tables if table.get("story")) or 1.0
        self.about = [table["about"] for table in tables]
        self.state: dict[str, list[tuple[int, float]]] = {}
        self.transition = [[0.0] * len(LABELS) for _ in LABELS]
        self.story: dict[str, float] = {}
        self.rows: dict[Key, Row] = {}
        for table in tables:
            self._add(table, table["share"] / (1 if table.get("on_top") else total) / table["scale"])
            for feature, weight in table.get("story", {}).items():
                self.story[feature] = self.story.get(feature, 0.0) + weight * table["share"] / judges / table["scale"]

    def _add(self, table: Table, factor: float) -> None:
        number = [NUMBER[label] for label in table["labels"]]
        for feature, weights in table["state"].items():
            row = self.state.setdefault(feature, [])
            row.extend((number[int(label)], weight * factor) for label, weight in weights.items())
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

    def emissions(self, lines: list[Line]) -> list[Choices]:
        """For each line the scores of the labels that are possible and not hopeless."""
        result = []
        for index, keys in enumerate(keys_of(lines)):
            scores: Row = [sum(column) for column in zip(*map(self.row, keys), strict=True)]
            struck = impossible(lines, index)
            possible = [(label, score) for label, score in enumerate(scores) if label not in struck]
            floor = max(score for _, score in possible) - HOPELESS
            result.append({label: score for label, score in possible if score >= floor})
        return result

    def judge(self, lines: Sequence[Line], path: Sequence[int]) -> float:
        """How well an article's labels fit together, beyond what they score one by one."""
        return sum(self.story.get(feature, 0.0) for feature in judge(lines, [PLAIN[label] for label in path]))


def shipped_tables() -> list[Table]:
    """The weight tables that come with the reader."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(WEIGHTS.glob("*.json"))]


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """The model of those tables alone."""
    return Model(shipped_tables())


def reader_version() -> str:
    """What a reading depends on beside the page: the rules' number and a digest of the weight tables."""
    digest = sha256(b"".join(path.read_bytes() for path in sorted(WEIGHTS.glob("*.json"))))
    return f"{RULES}-{digest.hexdigest()[:12]}"


_NUMBERS_OF = {field: frozenset(NUMBER[label] for label in LABELS if label.lstrip(START) == field) for field in FIELDS}
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
    if line.byline is None and not may_be_name(line):
        struck |= _NUMBERS_OF["byline"] | _NUMBERS_OF["credit"]
    if index == 0:
        struck |= _NO_FIRST
    elif marks.SENTENCE_END_RE.search(lines[index - 1].plain) and not lines[index - 1].open:
        struck |= _NUMBERS_OF["joined"]
    return struck


def posteriors(emissions: list[Choices], transition: list[Row]) -> list[Choices]:
    """Forward-backward: for each line the probability of each label still in question."""
    steps = [[exp(score) for score in row] for row in transition]
    columns = [list(column) for column in zip(*steps, strict=True)]
    potentials = [_potentials(choices) for choices in emissions]
    forward = _sweep(potentials, columns)
    backward = _sweep(potentials[::-1], steps)[::-1]
    return [_shares(*rows) for rows in zip(forward, backward, potentials, strict=True)]


def _potentials(choices: Choices) -> Choices:
    top = max(choices.values())
    return {label: exp(score - top) for label, score in choices.items()}


def _sweep(potentials: list[Choices], step: list[Row]) -> list[Choices]:
    rows = [potentials[0]]
    for own in potentials[1:]:
        before = list(rows[-1].items())
        row = {}
        for label, value in own.items():
            column = step[label]
            row[label] = value * sum([share * column[other] for other, share in before])
        total = sum(row.values()) or 1.0
        rows.append({label: value / total for label, value in row.items()})
    return rows


def _shares(ahead: Choices, behind: Choices, own: Choices) -> Choices:
    row = {label: ahead[label] * behind[label] / value for label, value in own.items()}
    total = sum(row.values()) or 1.0
    return {label: value / total for label, value in row.items()}


def label_lines(lines: list[Line], model: Model | None = None) -> Labelling:
    """The best labels of a page's lines with their probabilities and runners-up."""
    if not lines:
        return Labelling([], [], [])
    model = model or shipped_model()
    emissions = model.emissions(lines)
    rows = posteriors(emissions, model.transition)
    path = best_cut(lines, model, emissions, rows)
    scores = [row.get(label, 0.0) for label, row in zip(path, rows, strict=True)]
    runners_up = [_runner_up(label, row) for label, row in zip(path, rows, strict=True)]
    return Labelling([LABELS[label] for label in path], scores, runners_up)


def best_cut(lines: list[Line], model: Model, emissions: list[Choices], rows: list[Choices]) -> list[int]:
    """The labels that score best line by line and article by article."""
    chances = [sum(share for label, share in row.items() if label in STARTING) for row in rows]
    return Cutter(lines, emissions, model.transition, STARTING, NUMBER["furniture"], model.judge).cut(chances)


def _runner_up(label: int, row: Choices) -> str:
    others = [other for other in row if other != label]
    return LABELS[max(others, key=row.__getitem__)] if others else ""
