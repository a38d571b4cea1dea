"""`./test bench load [SIZE …]`: pages a second of the site as ./run serves it, at 1, 4 and 16 connections."""

import subprocess
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep
from urllib.parse import quote

from tests.benchmarks.search import kept, table
from tests.benchmarks.search.classes import classes
from tests.benchmarks.search.corpus import story
from tests.benchmarks.search.engines import Archive, PostgreSQL
from tests.benchmarks.search.survey import Survey, survey
from tests.benchmarks.served import SITES, gunicorn, load, serving, site

WORKERS, CONNECTIONS, SECONDS, WARM = 2, (1, 4, 16), 4.0, 1.0
EACH = 200  # different addresses of a kind
DATABASES = {Archive: "SQLite", PostgreSQL: "PostgreSQL"}
NOWHERE = "龘靐齉爩麤灪龖厵虋鸞"

Cell = tuple[float, ...]  # answers a second; p50, p95, p99 in ms
Rows = dict[tuple[str, type[Archive]], list[Cell]]


def main(arguments: Sequence[str]) -> None:
    kept.FOLDER.mkdir(parents=True, exist_ok=True)
    report = kept.FOLDER / f"load-{datetime.now():%Y-%m-%d-%H%M%S}.md"
    medians = {}
    for size in [int(argument) for argument in arguments] or [1_000, 10_000]:
        surveyed = survey(size, kept.folder_of(size))
        rows, said = measured(surveyed)
        medians[size] = {kind: cells[0][1] for kind, cells in rows.items()}
        _report(report, f"{table.heading(surveyed)}\n{_lines(rows)}\n{said}\n")
    _report(report, _growth(medians))


def _report(file: Path, text: str) -> None:
    print(text, flush=True)
    with file.open("a", encoding="utf-8") as opened:
        opened.write(text)


def measured(surveyed: Survey) -> tuple[Rows, str]:
    """({page, engine: what was measured at each number of connections}, what is to be said beneath), side by side.

    Each page rendered first, then what is told from memory or by 304.
    """
    sites = {engine: site(surveyed.size, engine) for engine in SITES if surveyed.size <= engine.largest}
    asked, rows, said = addresses(surveyed), {}, []
    with ExitStack() as stack:
        open_to = {
            engine: stack.enter_context(serving(gunicorn(WORKERS), environment | {"BENCH_KEEPS": "0"}))
            for engine, environment in sites.items()
        }
        for kind, paths in asked.items():
            rows |= {(kind, engine): _cells(port, paths) for engine, (port, _) in open_to.items()}
        memory = {engine: _memory(server) for engine, (_, server) in open_to.items()}
    with serving(gunicorn(WORKERS), sites[Archive]) as (port, _):
        rows["article, from memory", Archive] = _cells(port, asked["article"][:20])
        etag = {"If-None-Match": _etag(port, asked["home"][0])}
        rows["home, unchanged (304)", Archive] = _cells(port, asked["home"], etag, 304)
    for engine, environment in sites.items():
        each, ready = memory[engine] / WORKERS / 1e6, _start_up(environment)
        said.append(f"{DATABASES[engine]}: {WORKERS} workers, {each:.0f} MB each; ready {ready:.1f} s after start.")
    return rows, "\n".join(said)


def _lines(rows: Rows) -> str:
    head = ["page", *(f"{count} at a time: a second, p50 / p95 / p99 ms" for count in CONNECTIONS)]
    shown = ([f"{kind}, {DATABASES[engine]}", *map(_shown, cells)] for (kind, engine), cells in rows.items())
    return table.lines(head, shown)


def _shown(cell: Cell) -> str:
    return f"{cell[0]:,.0f}, {' / '.join(f'{one:.1f}' for one in cell[1:])}"


def _growth(medians: Mapping[int, Mapping[tuple[str, type[Archive]], float]]) -> str:
    """How p50 of each page, one at a time, grows from the smallest archive to each other one."""
    first, *others = sorted(medians)
    rows = (
        [kind, f"{small:.1f} ms", *(f"×{medians[size][kind, engine] / small:.2f}" for size in others)]
        for (kind, engine), small in medians[first].items()
        if engine is Archive
    )
    head = ["p50 on SQLite, one at a time", f"{first:,}", *(f"{size:,}" for size in others)]
    return f"## How it grows\n\n{table.lines(head, rows)}" if others else ""


def addresses(surveyed: Survey) -> dict[str, list[str]]:
    """{kind of page: some of its addresses}"""
    drawn, size = classes(surveyed, EACH), surveyed.size
    some = [story(number * 7919 % size) for number in range(EACH)]
    typed = {"rare": "rare word", "common": "common word"}
    searched = {kind: [ask.text for ask in drawn[label]] for kind, label in typed.items()}
    searched["none"] = [NOWHERE[at % 5 :] + NOWHERE[: at % 7] for at in range(EACH)]
    pages = {f"search, {kind}": [f"/search/?q={quote(text)}" for text in texts] for kind, texts in searched.items()}
    return {
        "home": ["/"],
        "article": [f"/articles/{one.n:016x}/" for one in some],
        "person": [f"/people/{quote(one.person)}/" for one in some],
        **pages,
    }


def _cells(port: int, paths: Sequence[str], headers: Mapping[str, str] | None = None, status: int = 200) -> list[Cell]:
    """At 1, 4 and 16 connections."""
    load(port, paths, WARM, headers=headers, status=status)
    cells = []
    for connections in CONNECTIONS:
        took, seconds = load(port, paths, SECONDS, connections, headers, status)
        cuts = quantiles(took, n=100, method="inclusive")
        cells.append((len(took) / seconds, *(cuts[at] * 1000 for at in (49, 94, 98))))
    return cells


def _etag(port: int, path: str) -> str:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    return connection.getresponse().headers["ETag"]


def _memory(server: subprocess.Popen) -> int:
    """Bytes that the workers have for themselves, shared ones divided among those who share them."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(server.pid)], capture_output=True, text=True, check=True)
    lines = [
        line for pid in listed.stdout.split() for line in Path(f"/proc/{pid}/smaps_rollup").read_text().split("\n")
    ]
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _start_up(environment: Mapping[str, str]) -> float:
    """Seconds from the start of the server to its first answer that says it is ready."""
    began = perf_counter()
    with serving(gunicorn(WORKERS), environment) as (port, _):
        while _ready(port) != 200:
            sleep(0.02)
        return perf_counter() - began


def _ready(port: int) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/readyz")
    return connection.getresponse().status
