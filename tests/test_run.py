"""./run as a person meets it: typed from anywhere, again and again, on machines that lack something."""

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from http.client import HTTPConnection
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RUN = ROOT / "run"
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "var", "__pycache__", ".*_cache", ".hypothesis", "tests")

pytestmark = [pytest.mark.slow, pytest.mark.exclusive]


def type_command(*command, **environment: str) -> subprocess.CompletedProcess:
    """In another folder, with an environment that has nothing but a path and the plainest locale."""
    bare = {"PATH": os.environ["PATH"], "LANG": "C"}
    return subprocess.run(
        list(map(str, command)), cwd="/", env=bare | environment, capture_output=True, encoding="utf-8", timeout=300
    )


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """A copy of the repository that borrows the installed packages."""
    if not (ROOT / ".venv" / "requirements.txt.installed").exists():
        pytest.skip("./run or ./test has not made .venv here")
    folder = tmp_path_factory.mktemp("a clone")
    shutil.copytree(ROOT, folder, dirs_exist_ok=True, ignore=LEFT_OUT)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    done = type_command(folder / "run", "prepare")
    assert done.returncode == 0, done.stderr
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def served(clone):
    """Address of the running site."""
    port = free_port()
    process = subprocess.Popen(
        [clone / "run", "--port", str(port)], cwd="/", env={"PATH": os.environ["PATH"]}, stdout=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    wait_for(f"{address}/healthz")
    yield address
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=40) == 0


def wait_for(address: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


def test_it_prepares_a_data_folder_of_its_owner_only(clone):
    assert (clone / "var").stat().st_mode & 0o777 == 0o700
    assert (clone / "var" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert (clone / "var" / "archive.sqlite3").exists()


def test_it_is_quick_and_changes_nothing_when_all_is_done(clone):
    before = {path: path.stat().st_mtime_ns for path in (clone / "var" / "static").rglob("*")}
    began = time.monotonic()
    done = type_command(clone / "run", "prepare")
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - began < 3
    assert before == {path: path.stat().st_mtime_ns for path in (clone / "var" / "static").rglob("*")}


def test_it_runs_through_a_link(clone, tmp_path):
    (tmp_path / "archive").symlink_to(clone / "run")
    assert type_command(tmp_path / "archive", "prepare").returncode == 0


def test_it_keeps_data_where_it_is_told(clone, tmp_path):
    assert type_command(clone / "run", "prepare", ARCHIVE_DATA=str(tmp_path / "数据")).returncode == 0
    assert (tmp_path / "数据" / "archive.sqlite3").exists()


def test_it_creates_an_editor(clone, tmp_path):
    editor = {"DJANGO_SUPERUSER_USERNAME": "editor", "DJANGO_SUPERUSER_PASSWORD": "a long password"}
    assert type_command(clone / "run", "admin", ARCHIVE_DATA=str(tmp_path), **editor).returncode == 0
    assert "editor" not in type_command(clone / "run", "admin", ARCHIVE_DATA=str(tmp_path), **editor).stdout


def test_it_saves_the_archive_and_brings_it_back(clone, tmp_path):
    """A file is named from the folder where the command is typed, which is / here."""
    named = tmp_path.relative_to("/") / "saved.sqlite3"
    assert type_command(clone / "run", "backup", named).returncode == 0
    assert (tmp_path / "saved.sqlite3").stat().st_size > 100_000
    done = type_command(clone / "run", "restore", named, ARCHIVE_DATA=str(tmp_path / "data"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "data" / "archive.sqlite3").exists()
    assert "文件名" in type_command(clone / "run", "backup").stderr


def test_it_serves(served):
    with urllib.request.urlopen(f"{served}/readyz") as answer:
        assert answer.status == 200
    with urllib.request.urlopen(f"{served}/") as answer:
        assert answer.status == 200
        assert "报纸文存" in answer.read().decode()


def test_it_answers_head_without_a_body(served):
    connection = HTTPConnection(served.removeprefix("http://"), timeout=10)
    for address in ("/", "/healthz", "/nowhere/"):
        connection.request("HEAD", address)
        answer = connection.getresponse()
        assert int(answer.headers["Content-Length"]) > 0
        assert answer.read() == b""


@pytest.mark.parametrize(
    "method, headers, status",
    [
        ("GET", {"Host": "evil.example"}, 400),
        ("GET", {"Host": "localhost", "X-Forwarded-Host": "evil.example"}, 200),
        ("GET", {"Host": "localhost", "X-Forwarded-Proto": "https"}, 200),
        ("POST", {"Host": "localhost"}, 405),
        ("TRACE", {"Host": "localhost"}, 405),
    ],
)
def test_it_believes_no_header(served, method, headers, status):
    connection = HTTPConnection(served.removeprefix("http://"), timeout=10)
    connection.request(method, "/", headers=headers)
    answer = connection.getresponse()
    assert answer.status == status
    assert "evil.example" not in answer.read().decode()
    assert answer.headers["Content-Security-Policy"]


def test_it_refuses_a_port_in_use(clone):
    with socket.create_server(("127.0.0.1", 0)) as server:
        done = type_command(clone / "run", "--port", server.getsockname()[1])
    assert done.returncode == 1
    assert "--port" in done.stderr


@pytest.mark.parametrize("arguments", ["--port 0", "--port http", "--port", "--port 70000", "serve!"])
def test_it_refuses_arguments_it_does_not_know(arguments):
    done = type_command(RUN, *arguments.split())
    assert done.returncode == 1
    assert "run:" in done.stderr


def test_it_tells_how_it_is_used():
    done = type_command(RUN, "--help")
    assert done.returncode == 0
    assert "./run prepare" in done.stdout


@pytest.fixture
def bare_clone(tmp_path):
    """A copy without packages, and a folder of programs in which Python is what the test makes of it."""
    for name in ("run", "tools/environment.sh"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("sh", "cat", "dirname", "readlink", "cmp", "cp", "rm", "tr"):
        (programs / name).symlink_to(shutil.which(name))
    return tmp_path


def write_program(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def test_it_says_that_python_is_too_old(bare_clone):
    write_program(bare_clone / "programs" / "python3", '[ "$1" = --version ] && echo "Python 3.9.2"; exit 1')
    done = type_command(bare_clone / "run", PATH=str(bare_clone / "programs"))
    assert done.returncode == 1
    assert "Python 3.9.2" in done.stderr
    assert "3.11" in done.stderr


def test_it_says_that_there_is_no_python(bare_clone):
    done = type_command(bare_clone / "run", PATH=str(bare_clone / "programs"))
    assert done.returncode == 1
    assert "apt install python3" in done.stderr


def test_it_says_that_venv_is_missing(bare_clone):
    write_program(bare_clone / "programs" / "python3", 'case "$*" in *ensurepip*) exit 1 ;; esac; exit 0')
    done = type_command(bare_clone / "run", PATH=str(bare_clone / "programs"))
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr
    assert not (bare_clone / ".venv").exists()


def test_it_says_that_the_folder_cannot_be_written(bare_clone):
    write_program(bare_clone / "programs" / "python3", 'case "$*" in "-m venv"*) exit 1 ;; esac; exit 0')
    done = type_command(bare_clone / "run", PATH=str(bare_clone / "programs"))
    assert done.returncode == 1
    assert "cannot write here" in done.stderr
