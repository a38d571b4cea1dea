"""The whole archive, accounts included, as one file: taken while it is served, and put back."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from articles.loader import load_lock
from newsroom.databases import file_uri
from newsroom.health import known_migrations

DAMAGED = (sqlite3.DatabaseError, DatabaseError)


class NoBackup(Exception):
    """The file can't be written or taken; nothing was changed. Says why."""


def save(file: Path) -> None:
    """Writes the archive as it is at one instant to a new file, its owner's only; raises NoBackup."""
    if file.exists():
        raise NoBackup(f"{file} 已经存在；请换一个文件名")
    with _put_in_place(file) as unfinished:
        if connection.vendor == "sqlite":
            _copy_sqlite(unfinished)
        else:
            _call("pg_dump", "--format=custom", "--no-owner", f"--file={unfinished}")


def restore(file: Path) -> Path | None:
    """Makes the archive what it was when the file was saved; returns where the present one was saved before.

    Readers see the old archive until the new one is whole. Raises NoBackup, and loader.Busy while a load runs.
    """
    if not file.is_file():
        raise NoBackup(f"没有 {file} 这个文件")
    with load_lock():
        return _restore_sqlite(file) if connection.vendor == "sqlite" else _restore_postgresql(file)


@contextmanager
def _put_in_place(file: Path) -> Iterator[Path]:
    """A name beside the file to write to; it becomes the file only when all is written."""
    unfinished = file.with_name(f"{file.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield unfinished
        unfinished.replace(file)
    except OSError as error:
        raise NoBackup(f"写不了 {file}：{error.strerror}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _copy_sqlite(file: Path) -> None:
    try:
        with closing(_opened(settings.ARCHIVE_FILE, "ro")) as archive, closing(_opened(file, "rw")) as saved:
            archive.backup(saved)
            saved.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
    except DAMAGED as error:
        raise NoBackup(f"读不了数据库：{error}") from error


def _restore_sqlite(file: Path) -> Path | None:
    _check_sqlite(file)
    before = _set_aside()
    with closing(_opened(file, "ro")) as saved, closing(_opened(settings.ARCHIVE_FILE, "rwc")) as archive:
        settings.ARCHIVE_FILE.chmod(0o600)
        saved.backup(archive)
        archive.execute("PRAGMA journal_mode=WAL")
    return before


def _check_sqlite(file: Path) -> None:
    try:
        with closing(_opened(file, "ro")) as saved:
            (answer,) = saved.execute("PRAGMA integrity_check").fetchone()
            applied = set(saved.execute("SELECT app, name FROM django_migrations WHERE app = 'articles'"))
    except DAMAGED as error:
        raise NoBackup(f"{file} 不是完好的备份：{error}") from error
    if answer != "ok":
        raise NoBackup(f"{file} 不是完好的备份：{answer}")
    if strange := applied - known_migrations():
        raise NoBackup(f"{file} 是较新的程序写的（{min(strange)[1]}）；请先更新程序")


def _set_aside() -> Path | None:
    """The present archive as a backup of its own; one that can't be read is moved away as it is."""
    if not settings.ARCHIVE_FILE.exists():
        return None
    aside = settings.ARCHIVE_DATA / f"before-restore-{datetime.now():%Y%m%d-%H%M%S}.sqlite3"
    try:
        save(aside)
    except NoBackup:
        for ending in ("", "-wal", "-shm"):
            if (part := Path(f"{settings.ARCHIVE_FILE}{ending}")).exists():
                shutil.move(part, f"{aside}{ending}")
    return aside


def _opened(file: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(file_uri(file.resolve(), mode), uri=True, timeout=20)


def _restore_postgresql(file: Path) -> Path:
    aside = settings.ARCHIVE_DATA / f"before-restore-{datetime.now():%Y%m%d-%H%M%S}.dump"
    save(aside)
    database = f"--dbname={connection.settings_dict['NAME']}"
    _call("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", database, str(file))
    return aside


def _call(program: str, *arguments: str) -> None:
    """A program of PostgreSQL on the archive's database; the password is not shown in the list of processes."""
    parameters = connection.get_connection_params()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
    environment = {variable: str(parameters[name]) for name, variable in names.items() if parameters.get(name)}
    try:
        subprocess.run([program, *arguments], env=os.environ | environment, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise NoBackup(f"没有 {program}：请安装 PostgreSQL 的客户端程序（Debian: postgresql-client）") from error
    except subprocess.CalledProcessError as error:
        raise NoBackup(f"{program}：{error.stderr.strip()}") from error
