"""The site under faults: it goes on serving, or says in words that it can't, and comes back without being restarted."""

import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.faults.serving import ROOT, Site

pytestmark = [pytest.mark.exclusive, pytest.mark.slow]
PASSWORD = "a long password 1"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Path:
    """A data folder with the seeds of the repository, as ./run prepare makes it."""
    data = tmp_path_factory.mktemp("prepared")
    command = [sys.executable, "manage.py", "prepare"]
    environment = os.environ | {"ARCHIVE_DATA": str(data), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return data


@pytest.fixture
def site(prepared, tmp_path):
    shutil.copytree(prepared, tmp_path / "data")
    site = Site(tmp_path / "data")
    site.start()
    yield site
    site.stop()


def archive_files(site: Site) -> list[Path]:
    return sorted(site.data.glob("archive.sqlite3*"))


@pytest.mark.parametrize("times", [2])
def test_it_loses_no_request_when_told_to_take_new_settings(site, times):
    with site.traffic() as counted:
        for _ in range(times):
            before = set(site.workers)
            os.kill(site.master, signal.SIGHUP)
            site.wait_until(lambda before=before: len(site.workers) == 2 and not before & set(site.workers), 60)
    assert set(counted) == {200}
    assert counted[200] > 4


def test_it_loses_no_request_when_the_program_is_replaced(site):
    old = site.master
    with site.traffic() as counted:
        os.kill(old, signal.SIGUSR2)
        site.wait_until(lambda: site.master != old and len(site.workers) == 2, 60)
        time.sleep(2)  # the new workers load the program
        os.kill(old, signal.SIGTERM)
        site.process.wait(40)
        time.sleep(1)
    assert set(counted) == {200}
    assert counted[200] > 4


def test_it_ends_what_it_has_begun_when_told_to_stop(site):
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(site.get, "/slow/")
        time.sleep(0.7)
        os.kill(site.master, signal.SIGTERM)
        assert waiting.result()[0] == 200
        assert waiting.result()[2] == "done"
    assert site.process.wait(40) == 0


def test_it_replaces_a_worker_that_was_killed(site):
    with site.traffic() as counted:
        time.sleep(1)
        killed = site.workers[0]
        os.kill(killed, signal.SIGKILL)
        site.wait_until(lambda: len(site.workers) == 2 and killed not in site.workers, 10)
        time.sleep(2)
    assert sum(counted.values()) - counted[200] <= 4  # those in flight: a reader each
    assert counted[200] > 4


def test_it_says_that_the_database_is_gone_and_comes_back(site, tmp_path):
    assert site.status("/") == 200
    for file in archive_files(site):
        shutil.move(file, tmp_path / file.name)
    status, headers, body = site.get("/people/")
    assert (status, "Retry-After" in headers, "<h1" in body) == (503, True, True)
    assert site.status("/readyz") == 503
    assert site.status("/healthz") == 200
    assert archive_files(site) == []
    for file in sorted(tmp_path.glob("archive.sqlite3*")):
        shutil.move(file, site.data / file.name)
    assert site.status("/people/") == 200
    assert site.status("/readyz") == 200


@pytest.mark.parametrize("how", ["overwritten", "cut short"])
def test_it_says_that_the_database_is_damaged_and_takes_a_sound_one(site, prepared, how):
    archive = site.data / "archive.sqlite3"
    size = archive.stat().st_size
    with archive.open("r+b") as file:
        file.truncate(size // 3) if how == "cut short" else file.write(b"garbage!" * (size // 8))
    assert 503 in {site.status(path) for path in ("/people/", "/photos/", "/about/", "/search/?q=水")}
    assert site.status("/healthz") == 200
    assert "Traceback" not in site.get("/people/")[2]
    for file in archive_files(site):
        file.unlink()
    shutil.copy(prepared / "archive.sqlite3", archive)
    assert [site.status(path) for path in ("/people/", "/photos/", "/search/?q=水")] == [200, 200, 200]
    assert "malformed" in site.log.read_text() or "not a database" in site.log.read_text()


def test_it_serves_readers_while_the_disk_is_full(site):
    """Files that may not grow stand for a full disk."""
    command = [sys.executable, "manage.py", "createsuperuser", "--noinput"]
    editor = {"DJANGO_SUPERUSER_USERNAME": "editor", "DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    editor |= {"DJANGO_SUPERUSER_EMAIL": "", "ARCHIVE_DATA": str(site.data)}
    subprocess.run(command, cwd=ROOT, env=os.environ | editor, check=True, capture_output=True)
    assert site.status("/people/") == 200
    for pid in site.workers:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (1024, resource.RLIM_INFINITY))
    assert site.log_in(PASSWORD) == 503
    assert [site.status(path) for path in ("/people/", "/about/", "/search/?q=水")] == [200, 200, 200]
    for pid in site.workers:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert site.log_in(PASSWORD) == 302


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: local"], ids=["silent", "dribbling"])
def test_it_serves_others_while_fifty_clients_take_their_time(site, sent):
    slow = [socket.create_connection(("127.0.0.1", site.port)) for _ in range(50)]
    try:
        for client in slow:
            client.sendall(sent)
        time.sleep(0.5)
        for _ in range(5):
            began = time.monotonic()
            assert site.status("/about/", 10) == 200
            assert time.monotonic() - began < 3
            for client in slow if sent else ():
                client.sendall(b"x")
    finally:
        for client in slow:
            client.close()


def test_it_takes_a_request_that_comes_in_pieces(site):
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as client:
        for piece in (b"GET /healthz HT", b"TP/1.1\r\nHost: local", b"host\r\n", b"\r\nGET /healthz HTTP/1.1\r\n"):
            client.sendall(piece)
            time.sleep(0.2)
        first = client.recv(65536)
        client.sendall(b"Host: localhost\r\nConnection: close\r\n\r\n")
        rest = b"".join(iter(lambda: client.recv(65536), b""))
    assert (first + rest).count(b"200 OK") == 2


def test_it_answers_requests_that_come_together(site):
    asked = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as client:
        client.sendall(asked * 3 + asked.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        answers = b"".join(iter(lambda: client.recv(65536), b""))
    assert answers.count(b"200 OK") == 4


@pytest.mark.parametrize(
    ("request_", "statuses"),
    [
        (b"GET /" + b"x" * 9000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", {b"400", b"414"}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 80_000 + b"\r\n\r\n", {b"400", b"431"}),
        (b"GET / HTTP/1.1\r\n" + b"X-%d: 1\r\n" * 200 % tuple(range(200)) + b"\r\n", {b"400", b"431"}),
        (b"NONSENSE\r\n\r\n", {b"400"}),
    ],
)
def test_it_refuses_what_is_no_request(site, request_, statuses):
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as client:
        client.sendall(request_)
        answer = client.recv(65536)
    assert answer.split(b" ")[1] in statuses
    assert site.status("/healthz") == 200


def test_it_says_in_chinese_that_an_address_is_too_long(site):
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as client:
        client.sendall(b"GET /cite/?q=" + b"%E6%B0%B4" * 1000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = b"".join(iter(lambda: client.recv(65536), b"")).decode()
    assert answer.startswith("HTTP/1.1 414 ") and "<title>地址太长</title>" in answer


def test_it_answers_the_probe_while_fifty_searches_run(site):
    """Each as costly as a query can be made: many common characters, sorted, with facets."""
    costly = [
        f"/search/?q={'的 一 是 在 有 和 了 人 年 月 日 浙'[: 23 - number % 7]}&n={number}" for number in range(50)
    ]
    with ThreadPoolExecutor(50) as pool:
        asked = [pool.submit(site.status, path, 60) for path in costly]
        began = time.monotonic()
        assert site.status("/healthz", 60) == 200
        waited = time.monotonic() - began
        assert {one.result() for one in asked} <= {200, 503}
    assert waited < max(1, (time.monotonic() - began) / 3)
