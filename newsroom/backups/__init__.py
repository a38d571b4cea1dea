"""The whole archive, accounts included, as one file: taken while it is served, and put back."""

from pathlib import Path

from django.db import connection

from articles.loader import load_lock
from newsroom.backups import postgresql, sqlite
from newsroom.backups.files import NoBackup, put_in_place

__all__ = ["NoBackup", "restore", "save"]
KINDS = {"sqlite": sqlite, "postgresql": postgresql}


def save(file: Path) -> None:
    """Writes the archive as it is at one instant to a new file, its owner's only; raises NoBackup."""
    with put_in_place(file) as unfinished:
        KINDS[connection.vendor].copy(unfinished)


def restore(file: Path) -> Path | None:
    """Makes the archive what it was when the file was saved; returns where the present one was saved before.

    Readers see the old archive until the new one is whole. Raises NoBackup, and loader.Busy while a load runs.
    """
    if not file.is_file():
        raise NoBackup(f"没有 {file} 这个文件")
    with load_lock():
        return KINDS[connection.vendor].restore(file)
