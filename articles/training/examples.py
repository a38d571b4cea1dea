"""One page for training, and the tables that come of many."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from articles.reading.features import expand, keys_of
from articles.reading.lines import Line
from articles.reading.model import Table

# Weights are kept as whole hundredths.
SCALE = 100


@dataclass(slots=True)
class Example:
    """One page for training: its lines and their labels, and how often it counts."""

    lines: list[Line]
    labels: list[str]
    weight: int = 1


def features_of(lines: list[Line]) -> list[list[str]]:
    """For each line the names of its features."""
    return [[feature for key in keys for feature in expand(key)] for keys in keys_of(lines)]


def write_table(path: Path, table: Table) -> None:
    """Write a weight table, the same bytes for the same weights."""
    path.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
