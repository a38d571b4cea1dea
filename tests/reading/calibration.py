"""How far the reader's scores can be trusted: `python -m tests.reading.calibration` prints the table.

Over pages with truth: how probably a misread line has a lower score than one read right (AUC), how many of the mistakes
the least sure lines hold, and how often lines of a score are right.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from articles.reading.decoding import decode
from articles.reading.labelling import label_lines
from articles.reading.lines import split_lines
from articles.training.alignment import labels_from_truth
from tests.training.train import EXAM

PAGES = Path(__file__).parents[1] / "pages"
DEV = Path(__file__).parents[3] / "shared" / "pages" / "dev"
SHARES = (0.05, 0.1, 0.2)
BOUNDS = (0.0, 0.5, 0.7, 0.85, 0.95, 0.99, 1.0)


class Judged(NamedTuple):
    """A line: the probability that the reader gave its label, and whether the label is wrong."""

    score: float
    is_wrong: bool


def page_files() -> list[Path]:
    """The truths of all pages there are: hand-written ones, and the development pages where they are at hand."""
    return [*sorted(PAGES.glob("*.json")), *sorted(DEV.glob("*.json"))]


def judged(truths: Iterable[Path]) -> Iterator[Judged]:
    """Every line that the truths tell of."""
    for path in truths:
        lines = split_lines(decode(path.with_suffix(".txt").read_bytes())[0])
        reading = label_lines(lines)
        gold = labels_from_truth(lines, json.loads(path.read_text("utf-8")))
        for label, read, score in zip(gold, reading.labels, reading.scores, strict=True):
            if label is not None:
                yield Judged(score, label != read)


def held(lines: Sequence[Judged], share: float) -> float:
    """The share of the mistakes that this share of the lines, the least sure ones, holds."""
    least = sorted(lines)[: round(len(lines) * share)]
    return sum(line.is_wrong for line in least) / max(1, sum(line.is_wrong for line in lines))


def auc(lines: Sequence[Judged]) -> float:
    """How probably a misread line has a lower score than one that is read right; 0.5 is chance."""
    right, wrong = ([line.score for line in lines if line.is_wrong == kind] for kind in (False, True))
    won = sum((low < high) + (low == high) / 2 for low in wrong for high in right)
    return won / max(1, len(right) * len(wrong))


def table(name: str, lines: Sequence[Judged]) -> Iterator[str]:
    """The calibration of some lines as text."""
    wrong = sum(line.is_wrong for line in lines)
    yield f"{name}: {len(lines)} lines, {wrong} misread, AUC {auc(lines):.3f}"
    yield "  mistakes in the least sure " + ", ".join(f"{share:.0%}: {held(lines, share):.2f}" for share in SHARES)
    for low, high in pairwise(BOUNDS):
        some = [line for line in lines if low <= line.score < high or line.score == high == BOUNDS[-1]]
        if some:
            mean, error = sum(line.score for line in some) / len(some), sum(line.is_wrong for line in some) / len(some)
            yield f"  score {low:.2f}–{high:.2f}: {len(some):5} lines, mean score {mean:.3f}, right {1 - error:.3f}"


def main() -> None:
    """Print the tables of the exam, the tuning pages, the development pages, and all."""
    files = page_files()
    sets = {
        "exam": [path for path in files if path.parent == PAGES and path.stem[:3] in EXAM],
        "tuning pages": [path for path in files if path.parent == PAGES and path.stem[:3] not in EXAM],
        "development pages": [path for path in files if path.parent == DEV],
        "all": files,
    }
    for name, paths in sets.items():
        print("\n".join(table(name, list(judged(paths)))))


if __name__ == "__main__":
    main()
