"""The real site served for measurements: archives of made articles, server processes, readers that ask."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import cycle, islice
from threading import Thread
from time import perf_counter, sleep

from tests.benchmarks.search import databases
from tests.benchmarks.search.engines import Archive, PostgreSQL
from tests.benchmarks.search.kept import DATA, folder_of, in_a_process
from tests.benchmarks.search.versions import ROOT, sources

PATIENCE = 60.0
SITE_DEPENDS = ("articles.loader.documents", "articles.loader.people", "tests.benchmarks.search.site")
TABLES = ("articles/models/*.py", "articles/migrations/0*.py")
SITES = {Archive: "site", PostgreSQL: "site-postgresql"}
SETTINGS = "tests.benchmarks.search.settings"


def site(size: int, engine: type[Archive] = Archive) -> dict[str, str]:
    """The environment of a site of so many articles, made anew where its code has changed, static files collected."""
    folder = folder_of(size) / SITES[engine]
    stamp = folder / "built.json"
    tables = (path.relative_to(ROOT).with_suffix("") for pattern in TABLES for path in sorted(ROOT.glob(pattern)))
    code = sources(*SITE_DEPENDS, *(".".join(path.parts) for path in tables))
    versions = engine.versions() | {"site": code}
    fresh = not stamp.exists() or json.loads(stamp.read_text()) != versions
    if fresh:
        shutil.rmtree(folder, ignore_errors=True)
    environment = {"ARCHIVE_DATA": str(folder)}
    if engine is PostgreSQL:
        environment["DATABASE_URL"] = f"postgresql://postgres@/postgres?host={databases.server(folder)}"
    if fresh:
        in_a_process("site", engine.name, size, environment=environment)
        stamp.write_text(json.dumps(versions))
    collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--clear", "--verbosity", "0"]
    subprocess.run(collect, check=True, cwd=ROOT, env=os.environ | environment)
    return environment | {"DJANGO_SETTINGS_MODULE": SETTINGS}


def gunicorn(workers: int = 1) -> list[str]:
    many = ["--workers", str(workers), "--max-requests", "0", "--access-logfile", os.devnull, "--log-level", "warning"]
    return ["-m", "gunicorn", "--config", "newsroom/gunicorn.conf.py", *many, "--bind", "127.0.0.1:{port}"]


@contextmanager
def serving(arguments: Sequence[str], environment: Mapping[str, str]) -> Iterator[tuple[int, subprocess.Popen]]:
    """(port, process) of a server that answers; it is stopped afterwards."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, *(argument.format(port=port) for argument in arguments)]
    with (DATA / "server.log").open("a") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=log, stderr=log)
    try:
        _wait(server, port)
        yield port, server
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


def load(
    port: int,
    paths: Sequence[str],
    seconds: float,
    connections: int = 4,
    headers: Mapping[str, str] | None = None,
    status: int = 200,
) -> tuple[list[float], float]:
    """Seconds that each page took, and how long it all lasted; each connection begins elsewhere in the list."""
    took: list[float] = []
    start = perf_counter()
    starts = [len(paths) * at // connections for at in range(connections)]
    asked = (port, paths, dict(headers or {}), status)
    threads = [Thread(target=_visit, args=(*asked, at, start + seconds, took)) for at in starts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took, perf_counter() - start


def _visit(
    port: int, paths: Sequence[str], headers: dict[str, str], status: int, first: int, end: float, took: list[float]
) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    for path in islice(cycle(paths), first, None):
        start = perf_counter()
        if start > end:
            break
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != status:
            raise RuntimeError(f"{answer.status} for {path}")
        took.append(perf_counter() - start)
    connection.close()
