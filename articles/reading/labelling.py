"""Labels for the lines of a page: the best path over scored labels, and how sure each is."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from articles.reading.labels import LABELS, NUMBER, STARTING
from articles.reading.lines import Line
from articles.reading.model import Choices, Model, Row, shipped_model
from articles.reading.stories import Cutter


@dataclass(slots=True)
class Labelling:
    """One label a line, the probability of each, and the runner-up label."""

    labels: list[str]
    scores: list[float]
    runners_up: list[str]


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
