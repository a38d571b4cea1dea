"""Weights for whole articles: an averaged perceptron over the cuts of labelled pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.reading.judgement import judge
from articles.reading.labelling import best_cut, posteriors
from articles.reading.labels import NUMBER, PLAIN, STARTING
from articles.reading.lines import Line
from articles.reading.model import Choices, Model
from articles.training.examples import Example

ROUNDS = 4
# A wrong cut must lose to the right one by this much.
RATE = 0.02


@dataclass(slots=True)
class _Page:
    lines: list[Line]
    gold: list[int]
    emissions: list[Choices]
    rows: list[Choices]


def learn_stories(model: Model, examples: Iterable[Example], rounds: int = ROUNDS) -> dict[str, float]:
    """The weights of whole-article features that make the right cut of each page the best-scored one."""
    pages = [_prepared(model, example) for example in examples]
    totals: Counter[str] = Counter()
    model.story = {}
    step = 1
    for _ in range(rounds):
        for page in pages:
            found = best_cut(page.lines, model, page.emissions, page.rows)
            if found != page.gold:
                for feature, difference in _difference(page, found).items():
                    model.story[feature] = model.story.get(feature, 0.0) + RATE * difference
                    totals[feature] += step * RATE * difference
            step += 1
    return {feature: weight - totals[feature] / step for feature, weight in sorted(model.story.items())}


def _prepared(model: Model, example: Example) -> _Page:
    emissions = model.emissions(example.lines)
    return _Page(
        example.lines, [NUMBER[label] for label in example.labels], emissions, posteriors(emissions, model.transition)
    )


def _difference(page: _Page, found: Sequence[int]) -> Counter[str]:
    difference = _counts(page.lines, page.gold)
    difference.subtract(_counts(page.lines, found))
    return Counter({feature: count for feature, count in difference.items() if count})


def _counts(lines: Sequence[Line], labels: Sequence[int]) -> Counter[str]:
    starts = [index for index, label in enumerate(labels) if label in STARTING]
    counts: Counter[str] = Counter()
    for start, end in zip(starts, [*starts[1:], len(labels)], strict=True):
        counts.update(judge(lines[start:end], [PLAIN[label] for label in labels[start:end]]))
    return counts
