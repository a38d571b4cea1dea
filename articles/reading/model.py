"""Weights summed into scores: of each label of a line, of neighbours, of an article as a whole."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from articles.reading.features import Key, expand, keys_of
from articles.reading.judgement import judge
from articles.reading.labels import LABELS, NUMBER, PLAIN, impossible
from articles.reading.lines import Line

WEIGHTS = Path(__file__).parent / "weights"
# A label that scores so much less than the line's best one is not looked at.
HOPELESS = 9.0
CACHE = 200_000

# Raised by hand when the rules of reading change what a page yields.
RULES = 4

Row = list[float]
Choices = dict[int, float]
Table = dict[str, Any]


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
