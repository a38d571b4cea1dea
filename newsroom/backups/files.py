"""What the backups of both kinds of database share: a file that is whole or not there, and whose schema is known."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings

from newsroom.health import known_migrations


class NoBackup(Exception):
    """The file can't be written or taken; nothing was changed. Says why."""


@contextmanager
def put_in_place(file: Path) -> Iterator[Path]:
    """A name beside the new file to write to; it becomes the file only when all is written. Raises NoBackup."""
    if file.exists():
        raise NoBackup(f"{file} 已经存在；请换一个文件名")
    unfinished = file.with_name(f"{file.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield unfinished
        unfinished.replace(file)
    except OSError as error:
        raise NoBackup(f"写不了 {file}：{error.strerror}") from error
    finally:
        if unfinished.parent.is_dir():
            unfinished.unlink(missing_ok=True)


def beside_the_archive(ending: str) -> Path:
    """Where the archive that a restored one replaces is kept."""
    return settings.ARCHIVE_DATA / f"before-restore-{datetime.now():%Y%m%d-%H%M%S}.{ending}"


def refuse_newer(file: Path, applied: set[tuple[str, str]]) -> None:
    """Raises NoBackup where one of the migrations (app, name) in the file is none of this program's."""
    if strange := {key for key in applied if key[0] == "articles"} - known_migrations():
        raise NoBackup(f"{file} 是较新的程序写的（{min(strange)[1]}）；请先更新程序")
