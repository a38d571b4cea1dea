"""An archive's own weight table: learned from folders of pages with truth and from the pages its editors corrected."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles import readers
from articles.reading import READER_VERSION
from articles.reading.labelling import label_lines
from articles.reading.model import Model, Table
from articles.reading.tables import HUGE
from articles.training.corrected import examples_of_archive
from articles.training.examples import Example, write_table
from articles.training.fitting import ROUNDS, fit
from articles.training.pages import Untrainable, examples_of_folder

NAME_RE = re.compile(r"\w[\w.-]{0,59}")

__all__ = ["Trained", "Untrainable", "train_own"]


@dataclass(frozen=True)
class Trained:
    """What was learned: the file, the pages and lines, and how many of these lines are misread before and after."""

    path: Path
    pages: int
    lines: int
    before: int
    after: int


def train_own(
    folders: Sequence[Path],
    *,
    corrected: bool = False,
    name: str = "own",
    share: float = 1.0,
    rehearsal: Path | None = None,
) -> Trained:
    """Learns a table and puts it among the archive's: every page is read with it from then on.

    share: how much of it is added. The pages of the rehearsal are learned too, lest what they show be unlearned.
    Raises Untrainable and BadTable, OSError and DatabaseError.
    """
    _check(name, share)
    model = readers.model_without(name)
    pages = {page: example for page, example in _examples(folders, model, corrected) if example.lines}
    if not pages:
        raise Untrainable("没有可学的版面：给出有 NAME.txt 和 NAME.json 的文件夹，或在有更正之后加 --corrected")
    known = list(examples_of_folder(rehearsal)) if rehearsal else []
    before = _misread(pages.values(), readers.model())
    about = _about(pages, len(known))
    path = readers.folder() / f"{name}.json"
    _put(path, fit(model, [*pages.values(), *(example for _, example in known)], about, share))
    lines = sum(len(example.lines) for example in pages.values())
    return Trained(path, len(pages), lines, before, _misread(pages.values(), readers.model()))


def _check(name: str, share: float) -> None:
    if not NAME_RE.fullmatch(name):
        raise Untrainable(f"权重表的名字只用文字、数字和 . _ -，现为“{name}”")
    if not 0 < share < HUGE:
        raise Untrainable(f"比重须大于 0，现为 {share}")


def _examples(folders: Sequence[Path], model: Model, corrected: bool) -> Iterator[tuple[str, Example]]:
    """The pages by name, those of the archive as archive/KEY."""
    for folder in folders:
        if not folder.is_dir():
            raise Untrainable(f"{folder}: 没有这个文件夹")
        for name, example in examples_of_folder(folder, model=model):
            yield f"{folder.resolve().name}/{name}", example
    if corrected:
        for key, example in examples_of_archive(model):
            yield f"archive/{key}", example


def _about(pages: Collection[str], rehearsed: int) -> dict[str, object]:
    """Where a table comes from; no date, so that the same pages give the same bytes."""
    return {"pages": sorted(pages), "rehearsed": rehearsed, "reader": READER_VERSION, "trainer": f"fit {ROUNDS}"}


def _misread(examples: Iterable[Example], model: Model) -> int:
    """How many lines have another label than they should."""
    return sum(
        label != read
        for example in examples
        for label, read in zip(example.labels, label_lines(example.lines, model).labels, strict=True)
    )


def _put(path: Path, table: Table) -> None:
    """In one step, so that nobody reads half a table."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".new")
    write_table(aside, table)
    aside.replace(path)
