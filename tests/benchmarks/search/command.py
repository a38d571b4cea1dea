"""`./test bench search [SIZE …]`, `./test bench search fuzz`: measures, prints tables, writes them to var/bench/."""

import argparse
import json
import platform
import sqlite3
from collections.abc import Mapping
from dataclasses import astuple
from datetime import datetime
from importlib.metadata import version

from tests.benchmarks.search import kept, table
from tests.benchmarks.search.classes import classes
from tests.benchmarks.search.corrections import equality
from tests.benchmarks.search.engines import ENGINES, Archive, Engine
from tests.benchmarks.search.fuzz import fuzz
from tests.benchmarks.search.measure import Times, headline_rank, puts, recall, times
from tests.benchmarks.search.plans import plans
from tests.benchmarks.search.survey import Survey, survey
from tests.benchmarks.search.web import web

Measured = Mapping[str, Mapping[str, Times | None]]
SOME = 20  # queries of each class after which memory is told
SMALL = 10_000  # what takes long, or depends little on size, is measured up to here


def main(arguments: list[str]) -> None:
    options = _options(arguments)
    report = _Report("fuzz" if options.fuzz else "search")
    measured = {}
    for size in options.sizes:
        surveyed = survey(size, kept.folder_of(size))
        report.add(table.heading(surveyed))
        if options.fuzz:
            kept.built(Archive.name, size)
            report.add(table.fuzz_line(fuzz(_archive(size), size)))
        else:
            names = [name for name in options.engines if size <= ENGINES[name].largest]
            measured[size] = _measure(surveyed, names, report)
            if size <= SMALL and options.web:
                report.add(table.web_table(web(surveyed)))
    if measured:
        report.add(table.growth_table(measured))


def _measure(surveyed: Survey, names: list[str], report: "_Report") -> Measured:
    """Everything about the engines at one size."""
    size = surveyed.size
    built = {name: kept.built(name, size) for name in names}
    drawn = classes(surveyed)
    some = json.dumps([astuple(ask) for asks in drawn.values() for ask in asks[:SOME]])
    memory = {name: json.loads(kept.in_a_process("memory", name, size, given=some)) for name in names}
    engines = {name: kept.opened(name, size) for name in names}
    measured = {label: times(engines, asks) for label, asks in drawn.items()}
    report.add(table.times_table(measured))
    recalls = {name: recall(engine, surveyed) for name, engine in engines.items()}
    rank = {name: headline_rank(engine, size) for name, engine in engines.items()}
    sizes = {name: engine.size() for name, engine in engines.items()}
    put = {name: puts(engine, size) for name, engine in engines.items()}
    report.add(table.facts_table(surveyed, built, sizes, memory, put, recalls, rank))
    report.add(table.missed_lines(recalls))
    _this_search(surveyed, engines, drawn, report)
    return measured


def _this_search(surveyed: Survey, engines: dict[str, Engine], drawn: dict, report: "_Report") -> None:
    archive = engines[Archive.name]
    assert isinstance(archive, Archive)
    report.add(table.parts_line(archive.parts(), surveyed))
    if surveyed.size <= SMALL:
        report.add(table.equality_line(equality(archive, surveyed, kept.folder_of(surveyed.size) / "corrected")))
    report.add(table.plans_report(plans(archive, drawn)))


def _archive(size: int) -> Archive:
    return Archive(kept.index_of(Archive.name, size))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./test bench search", description=__doc__)
    parser.add_argument("sizes", nargs="*", default=[], help="articles (default 10000), or fuzz")
    parser.add_argument("--engines", default=",".join(ENGINES), help="some of %(default)s; this search is always one")
    parser.add_argument("--no-web", dest="web", action="store_false", help="leave out the pages a second")
    options = parser.parse_args(arguments)
    options.fuzz = "fuzz" in options.sizes
    try:
        options.sizes = [int(size.replace("_", "")) for size in options.sizes if size != "fuzz"] or [SMALL]
        options.engines = [name for name in ENGINES if name in {Archive.name, *options.engines.split(",")}]
    except ValueError as error:
        parser.error(str(error))
    return options


class _Report:
    """What is found, on the terminal and in a file of this run, at once: a long run may be stopped."""

    def __init__(self, name: str) -> None:
        now = datetime.now().astimezone()
        kept.FOLDER.mkdir(parents=True, exist_ok=True)
        self.file = kept.FOLDER / f"{name}-{now:%Y-%m-%d-%H%M%S}.md"
        versions = (f"{package} {version(package)}" for package in ("Django", "rjieba", "tantivy", "datasette"))
        machine = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {', '.join(versions)}"
        self.add(f"# Benchmark of the search, {now:%Y-%m-%d %H:%M}\n\n{machine}, {platform.machine()}.\n")

    def add(self, text: str) -> None:
        if not text:
            return
        print(text, flush=True)
        with self.file.open("a", encoding="utf-8") as file:
            print(text, file=file)
