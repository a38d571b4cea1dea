"""Search pages a second: the site's and Datasette's, each served by one process, over connections kept open."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from statistics import quantiles
from threading import Thread
from time import perf_counter, sleep
from urllib.parse import quote

from tests.benchmarks.search import datasette_file
from tests.benchmarks.search.classes import classes
from tests.benchmarks.search.engines import Archive
from tests.benchmarks.search.engines.base import FACETS
from tests.benchmarks.search.engines.tokens import asked
from tests.benchmarks.search.kept import DATA, folder_of, in_a_process
from tests.benchmarks.search.survey import Survey
from tests.benchmarks.search.urls import PLAIN
from tests.benchmarks.search.versions import CORPUS_VERSION, ROOT, sources

SECONDS, WARM, CONNECTIONS, PATIENCE = 8.0, 2.0, 4, 60.0
SITE_DEPENDS = (
    "articles.models",
    "articles.loader.documents",
    "articles.loader.people",
    "tests.benchmarks.search.site",
)
SETTINGS = "tests.benchmarks.search.settings"


@dataclass(frozen=True, slots=True)
class Served:
    """p50, p95: milliseconds of a page, with all connections busy."""

    title: str
    a_second: float
    p50: float
    p95: float


def web(survey: Survey) -> list[Served]:
    """The site's search page first, then what it is compared with."""
    typed = _queries(survey)
    site, datasette = _site(survey.size), _datasette(survey.size)
    environment = {"ARCHIVE_DATA": str(site), "DJANGO_SETTINGS_MODULE": SETTINGS}
    pages = [f"/search/?q={quote(text)}" for text in typed]
    with _serving(_gunicorn(), environment | {"BENCH_KEEPS": "0"}) as port:
        served = [_measured("this search's page", port, pages), _measured("plain template page", port, [f"/{PLAIN}"])]
    with _serving(_gunicorn(), environment) as port:
        served.append(_measured("… asked for again", port, pages))
    with _serving(_datasette_server(datasette), {}) as port:
        words = [quote(" ".join(asked(text))) for text in typed]
        facets = "".join(f"&_facet={field}" for field in FACETS)
        served += [
            _measured("Datasette's page", port, [f"/bench/articles?_search={text}&_size=20" for text in words]),
            _measured("… with facets", port, [f"/bench/articles?_search={text}&_size=20{facets}" for text in words]),
            _measured("… as JSON", port, [f"/bench/articles.json?_search={text}&_size=20" for text in words]),
        ]
    return served


def _queries(survey: Survey) -> list[str]:
    """Some of every class but the fielded one, whose fields Datasette would take for words."""
    drawn = [asks[:20] for asks in classes(survey).values() if not any(ask.filters for ask in asks)]
    return [ask.text for asks in zip(*drawn, strict=True) for ask in asks]


def _site(size: int) -> Path:
    """The data folder of the site, made anew where its code has changed; static files are always collected."""
    folder = folder_of(size) / "site"
    stamp = folder / "built.json"
    migrations = (path.relative_to(ROOT).with_suffix("") for path in sorted(ROOT.glob("articles/migrations/0*.py")))
    code = sources(*SITE_DEPENDS, *(".".join(path.parts) for path in migrations))
    versions = Archive.versions() | {"site": code}
    environment = {"ARCHIVE_DATA": str(folder)}
    if not stamp.exists() or json.loads(stamp.read_text()) != versions:
        in_a_process("site", Archive.name, size, environment=environment)
        stamp.write_text(json.dumps(versions))
    collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--clear", "--verbosity", "0"]
    subprocess.run(collect, check=True, cwd=ROOT, env=os.environ | environment)
    return folder


def _datasette(size: int) -> Path:
    depends = sources("tests.benchmarks.search.datasette_file", "tests.benchmarks.search.engines.tokens")
    file = folder_of(size) / "datasette" / f"{CORPUS_VERSION}-{depends}" / "bench.db"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        datasette_file.make(size, file)
    return file


def _gunicorn() -> list[str]:
    one = ["--workers", "1", "--max-requests", "0", "--access-logfile", os.devnull, "--log-level", "warning"]
    return ["-m", "gunicorn", "--config", "newsroom/gunicorn.conf.py", *one, "--bind", "127.0.0.1:{port}"]


def _datasette_server(file: Path) -> list[str]:
    return ["-m", "datasette", "serve", str(file), "--host", "127.0.0.1", "--port", "{port}"]


@contextmanager
def _serving(arguments: Sequence[str], environment: Mapping[str, str]) -> Iterator[int]:
    """The port of a server that answers; it is stopped afterwards."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, *(argument.format(port=port) for argument in arguments)]
    with (DATA / "server.log").open("a") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=log, stderr=log)
    try:
        _wait(server, port)
        yield port
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _wait(server: subprocess.Popen, port: int) -> None:
    end = perf_counter() + PATIENCE
    while server.poll() is None and perf_counter() < end:
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            sleep(0.1)
    raise RuntimeError(f"{server.args} does not answer")


def _measured(title: str, port: int, paths: Sequence[str]) -> Served:
    _load(port, paths, WARM)
    took, seconds = _load(port, paths, SECONDS)
    cuts = quantiles(took, n=20, method="inclusive")
    return Served(title, len(took) / seconds, cuts[9] * 1000, cuts[18] * 1000)


def _load(port: int, paths: Sequence[str], seconds: float) -> tuple[list[float], float]:
    """Seconds that each page took, and how long it all lasted; each connection begins elsewhere in the list."""
    took: list[float] = []
    start = perf_counter()
    starts = [len(paths) * at // CONNECTIONS for at in range(CONNECTIONS)]
    threads = [Thread(target=_visit, args=(port, paths, at, start + seconds, took)) for at in starts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took, perf_counter() - start


def _visit(port: int, paths: Sequence[str], first: int, end: float, took: list[float]) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    for path in islice(cycle(paths), first, None):
        start = perf_counter()
        if start > end:
            break
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{answer.status} for {path}")
        took.append(perf_counter() - start)
    connection.close()
