"""Backups of an archive in SQLite: a database file, copied by SQLite itself."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from newsroom.backups.files import NoBackup, beside_the_archive, put_in_place, refuse_newer
from newsroom.databases import file_uri

DAMAGED = (sqlite3.DatabaseError, DatabaseError)


def copy(file: Path) -> None:
    try:
        with closing(_opened(settings.ARCHIVE_FILE, "ro")) as archive, closing(_opened(file, "rw")) as saved:
            archive.backup(saved)
            saved.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
    except DAMAGED as error:
        raise NoBackup(f"读不了数据库：{error}") from error


def restore(file: Path) -> Path | None:
    _check(file)
    before = _set_aside()
    with closing(_opened(file, "ro")) as saved, closing(_opened(settings.ARCHIVE_FILE, "rwc")) as archive:
        settings.ARCHIVE_FILE.chmod(0o600)
        saved.backup(archive)
        archive.execute("PRAGMA journal_mode=WAL")
    return before


def _check(file: Path) -> None:
    try:
        with closing(_opened(file, "ro")) as saved:
            (answer,) = saved.execute("PRAGMA integrity_check").fetchone()
            applied = set(saved.execute("SELECT app, name FROM django_migrations"))
    except DAMAGED as error:
        raise NoBackup(f"{file} 不是完好的备份：{error}") from error
    if answer != "ok":
        raise NoBackup(f"{file} 不是完好的备份：{answer}")
    refuse_newer(file, applied)


def _set_aside() -> Path | None:
    """The present archive as a backup of its own; one that can't be read is moved away as it is."""
    if not settings.ARCHIVE_FILE.exists():
        return None
    aside = beside_the_archive("sqlite3")
    try:
        with put_in_place(aside) as unfinished:
            copy(unfinished)
    except NoBackup:
        for ending in ("", "-wal", "-shm"):
            if (part := Path(f"{settings.ARCHIVE_FILE}{ending}")).exists():
                shutil.move(part, f"{aside}{ending}")
    return aside


def _opened(file: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(file_uri(file.resolve(), mode), uri=True, timeout=20)
