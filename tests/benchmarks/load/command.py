"""`./test bench load [SIZE …]`: pages a second of the site as ./run serves it, at 1, 4 and 16 connections."""

import subprocess
from collections.abc import Mapping, Sequence
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep
from urllib.parse import quote

from tests.benchmarks.search import kept, table
from tests.benchmarks.search.classes import classes
from tests.benchmarks.search.corpus import story
from tests.benchmarks.search.survey import Survey, survey
from tests.benchmarks.served import gunicorn, load, serving, site

WORKERS, CONNECTIONS, SECONDS, WARM = 2, (1, 4, 16), 4.0, 1.0
EACH = 200  # different addresses of a kind
NOWHERE = "龘靐齉爩麤灪龖厵虋鸞"


def main(arguments: Sequence[str]) -> None:
    kept.FOLDER.mkdir(parents=True, exist_ok=True)
    report = kept.FOLDER / f"load-{datetime.now():%Y-%m-%d-%H%M%S}.md"
    for size in [int(argument) for argument in arguments] or [1_000, 10_000]:
        surveyed = survey(size, kept.folder_of(size))
        text = f"{table.heading(surveyed)}\n{measured(surveyed)}\n"
        print(text, flush=True)
        with report.open("a", encoding="utf-8") as file:
            file.write(text)


def measured(surveyed: Survey) -> str:
    """The table of one size: each page rendered, then what is told from memory or by 304."""
    environment, rows = site(surveyed.size), []
    asked = addresses(surveyed)
    with serving(gunicorn(WORKERS), environment | {"BENCH_KEEPS": "0"}) as (port, server):
        rows += [[kind, *_row(port, paths)] for kind, paths in asked.items()]
        memory = _memory(server)
    with serving(gunicorn(WORKERS), environment) as (port, _):
        rows.append(["article, from memory", *_row(port, asked["article"][:20])])
        etag = {"If-None-Match": _etag(port, asked["home"][0])}
        rows.append(["home, unchanged (304)", *_row(port, asked["home"], etag, 304)])
    head = ["page", *(f"{count} at a time: a second, p50 / p95 / p99 ms" for count in CONNECTIONS)]
    said = (
        f"\n{WORKERS} workers, {memory / WORKERS / 1e6:.0f} MB each; ready {_start_up(environment):.1f} s after start\n"
    )
    return table.lines(head, rows) + said


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


def _row(port: int, paths: Sequence[str], headers: Mapping[str, str] | None = None, status: int = 200) -> list[str]:
    load(port, paths, WARM, headers=headers, status=status)
    cells = []
    for connections in CONNECTIONS:
        took, seconds = load(port, paths, SECONDS, connections, headers, status)
        cuts = quantiles(took, n=100, method="inclusive")
        shown = " / ".join(f"{cuts[at] * 1000:.1f}" for at in (49, 94, 98))
        cells.append(f"{len(took) / seconds:,.0f}, {shown}")
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
