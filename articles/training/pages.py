"""Pages with truth as training examples: the files of a folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from articles.reading.decoding import Unreadable, decode
from articles.reading.labels import FIELDS
from articles.reading.lines import Line, split_lines
from articles.reading.model import Model
from articles.training.alignment import TITLES, Truth, labels_from_truth
from articles.training.examples import Example
from articles.training.filling import filled

# The labels that a part of the truth settles: where it is told of every article, no other line has them.
SETTLED = {
    **{part: (part,) for part in (*TITLES, "continued_from", "continued_to", "deck")},
    "sections": ("heading", "paragraph", "joined", "resume"),
    "figures": ("caption",),
}


class Untrainable(ValueError):
    """What cannot be learned from; message in Chinese, naming the file."""

    def __init__(self, message: str):
        super().__init__(message)
        self.message = message


def examples_of_folder(folder: Path, weight: int = 1, model: Model | None = None) -> Iterator[tuple[str, Example]]:
    """(name, example) for every NAME.json of a folder with its NAME.txt; raises Untrainable.

    Lines that the truth does not tell of have the labels that the model thinks best; without a model, they are text.
    """
    for path in sorted(folder.glob("*.json")):
        lines, truth = _lines_of(path.with_suffix(".txt")), _truth_in(path)
        try:
            yield path.stem, Example(lines, _labels(lines, truth, model), weight)
        except (AttributeError, KeyError, TypeError) as error:
            raise Untrainable(f"{path}: 有的值不是该有的形式") from error


def _lines_of(path: Path) -> list[Line]:
    try:
        return split_lines(decode(path.read_bytes())[0])
    except Unreadable as error:
        raise Untrainable(f"{path}: {error.message}") from error
    except OSError as error:
        raise Untrainable(f"{path}: {error.strerror}") from error


def _truth_in(path: Path) -> Truth:
    try:
        truth = json.loads(path.read_bytes())
    except ValueError as error:
        raise Untrainable(f"{path}: 不是完好的 JSON") from error
    if not isinstance(truth, dict) or not isinstance(truth.get("articles"), list):
        raise Untrainable(f"{path}: 没有 articles")
    return truth


def _labels(lines: list[Line], truth: Truth, model: Model | None) -> list[str]:
    labels = labels_from_truth(lines, truth)
    if model is None:
        return [label or "paragraph" for label in labels]
    return filled(lines, labels, model, possible_fields(truth))


def possible_fields(truth: Truth) -> frozenset[str]:
    """What the lines may be that a truth does not tell of: nothing that it tells for every article."""
    told = {label for part, labels in SETTLED.items() for label in labels if _tells(truth, part)}
    return frozenset(FIELDS) - told - ({"furniture"} if "furniture" in truth else set())


def _tells(truth: Truth, part: str) -> bool:
    return all(part in article for article in truth["articles"])
