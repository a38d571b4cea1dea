"""The site as it is served (gunicorn, collected files, the repository's seeds) and the browser that looks at it."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECONDS = 60


@contextmanager
def served(data: Path, *seeds: Path) -> Iterator[str]:
    """Address of a served archive in this folder: the repository's seeds, and those of further folders."""
    environment = {"PATH": os.environ["PATH"], "ARCHIVE_DATA": str(data)}
    manage = [sys.executable, "manage.py"]
    for command in (["prepare"], *(["load_seeds", str(folder)] for folder in seeds)):
        subprocess.run([*manage, *command], cwd=ROOT, env=environment, check=True, capture_output=True)
    address = f"127.0.0.1:{_free_port()}"
    command = [sys.executable, "-m", "gunicorn", "-c", "newsroom/gunicorn.conf.py", "-w", "1", "-b", address]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as server:
        _wait_for(f"http://{address}/readyz", server)
        yield f"http://{address}"
        server.terminate()


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[str]:
    """Address of a served archive that holds the seeds."""
    with served(tmp_path_factory.mktemp("var")) as address:
        yield address


# Not for the session: while playwright runs a loop in this thread, Django gives the tests after it other connections.
@pytest.fixture(scope="package")
def browser(chromium) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def paths(site) -> dict[str, str]:
    """One address of each kind of page."""
    issue = _first(site, "/", r'"(/issues/\d{4}-\d\d-\d\d/)"')
    page = _first(site, "/", r'"(/pages/[^"]+/)"')
    articles = re.findall(r'"(/articles/[^"?]+/)"', read(site, page))
    return {
        "home": "/",
        "issues": "/issues/",
        "issue": issue,
        "page": page,
        "article": articles[-1],
        "continued": articles[0],
        "photo": articles[1],
        "people": "/people/",
        "person": _first(site, "/people/", r'"(/people/[^"]+/)"'),
        "columns": "/columns/",
        "column": _first(site, "/columns/", r'"(/columns/[^"]+/)"'),
        "places": "/places/",
        "place": _first(site, "/places/", r'"(/places/[^"]+/)"'),
        "photos": "/photos/",
        "ranked": "/people/?order=most",
        "search": f"/search/?q={quote('水库')}",
        "nothing": f"/search/?q={quote('没有这样的字 量子通信')}",
        "cited": "/cite/?q=" + quote("\n".join([articles[-1], page, "某某. 查无此文[N]. 报纸，1950-01-01（1）."])),
        "trends": f"/trends/?q={quote('水库，移民，没有这样的字')}",
        "quantities": "/quantities/",
        "network": "/network/",
        "about": "/about/",
        "api": "/api/",
        "missing": "/nothing/",
    }


def read(site: str, path: str) -> str:
    with urllib.request.urlopen(site + path, timeout=SECONDS) as answer:
        return answer.read().decode()


def _first(site: str, path: str, pattern: str) -> str:
    return re.search(pattern, read(site, path))[1]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str, server: subprocess.Popen) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=SECONDS).close()
            return
        except urllib.error.HTTPError as error:
            pytest.fail(f"not ready: {error.read().decode()}")
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not start")
