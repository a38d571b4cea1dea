"""Weight tables as files: what one must hold, and what is said of one that does not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from articles.reading.labels import LABELS
from articles.reading.model import Table

PARTS: dict[str, type | tuple[type, ...]] = {
    "about": dict,
    "share": (int, float),
    "scale": (int, float),
    "labels": list,
    "transition": list,
    "state": dict,
}
# No weight comes near it; neither infinity nor what is no number is below it.
HUGE = 1e9


class BadTable(ValueError):
    """A weight table that cannot be used; message in Chinese, naming the file."""

    def __init__(self, name: str, problem: str):
        self.message = f"权重表 {name} 不能用：{problem}。请移开或重新训练"
        super().__init__(self.message)


def read_table(source: bytes, name: str) -> Table:
    """A weight table from the bytes of its file; raises BadTable, which gives the file this name."""
    try:
        table = json.loads(source)
    except (ValueError, RecursionError) as error:
        raise BadTable(name, "不是完好的 JSON") from error
    if problem := _problem(table):
        raise BadTable(name, problem)
    return dict(table)


def _problem(table: Any) -> str:
    """What is wrong with a table, "" for nothing."""
    if not isinstance(table, dict):
        return "须是一个 JSON 对象"
    for part, kind in PARTS.items():
        if not isinstance(table.get(part), kind) or isinstance(table[part], bool):
            return f"缺少 {part}，或其形式不对"
    if not isinstance(table.get("on_top", False), bool):
        return "on_top 须是 true 或 false"
    if not (_are_numbers(table[part] for part in ("share", "scale")) and min(table["share"], table["scale"]) > 0):
        return "share 和 scale 须是正数"
    return _wrong_labels(table["labels"]) or _wrong_weights(table, len(table["labels"]))


def _wrong_labels(labels: list[Any]) -> str:
    unknown = next((label for label in labels if label not in LABELS), None)
    if unknown is not None:
        return f"标签“{unknown}”不是这一版读法所用"
    return "" if len(set(labels)) == len(labels) else "有重复的标签"


def _wrong_weights(table: Mapping[str, Any], size: int) -> str:
    rows = table["transition"]
    if len(rows) != size or not all(isinstance(row, list) and len(row) == size and _are_numbers(row) for row in rows):
        return "transition 与标签的数目不合，或其中有不是数的"
    numbers = {str(number) for number in range(size)}
    for feature, weights in table["state"].items():
        if not isinstance(weights, dict) or not weights.keys() <= numbers or not _are_numbers(weights.values()):
            return f"特征“{feature}”的权重不对"
    story = table.get("story", {})
    return "" if isinstance(story, dict) and _are_numbers(story.values()) else "story 的权重不对"


def _are_numbers(values: Any) -> bool:
    return all(isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < HUGE for value in values)
