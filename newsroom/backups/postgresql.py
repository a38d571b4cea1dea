"""Backups of an archive in PostgreSQL: what its own pg_dump writes, put back by pg_restore and psql.

Only the schema `public` is saved and put back; the archive has a database of its own.
"""

import os
import subprocess
from pathlib import Path

from django.db import connection
from psycopg.conninfo import make_conninfo

from articles.loader import one_writer
from newsroom.backups.files import NoBackup, beside_the_archive, put_in_place, refuse_newer

PSQL = ("psql", "--no-psqlrc", "--quiet", "--output=/dev/null", "--set=ON_ERROR_STOP=1", "--set=VERBOSITY=terse")
# The tables are renamed, not emptied: readers see the old ones until the new ones are whole. The last moment waits for
# the pages that are being read (newsroom.public.hold_tables), and those asked for meanwhile wait for it.
BEGIN = """
    SET client_min_messages = warning;
    DROP SCHEMA IF EXISTS before_restore CASCADE;
    BEGIN;
    ALTER SCHEMA public RENAME TO before_restore;
"""  # the file itself creates `public`
COMMIT = """
    GRANT USAGE ON SCHEMA public TO PUBLIC;
    LOCK TABLE before_restore.articles_load IN ACCESS EXCLUSIVE MODE;
    COMMIT;
    \\set ON_ERROR_STOP off
    DROP SCHEMA before_restore CASCADE;
"""  # where that must be left, by a page that is being read, the next restore does it


def copy(file: Path) -> None:
    _call("pg_dump", "--format=custom", "--no-owner", "--schema=public", f"--file={file}", _database())


def restore(file: Path) -> Path:
    _check(file)
    with one_writer():  # no editor saves what would be lost
        before = beside_the_archive("dump")
        with put_in_place(before) as unfinished:
            copy(unfinished)
        _replace(file)
    return before


def _check(file: Path) -> None:
    try:
        _call("pg_restore", "--file=/dev/null", str(file))  # the whole of it can be read
        table = _call("pg_restore", "--data-only", "--table=django_migrations", "--file=-", str(file))
    except NoBackup as error:
        raise NoBackup(f"{file} 不是完好的备份：{error}") from error
    applied = {(row[1], row[2]) for line in table.splitlines() if len(row := line.split("\t")) == 4}
    if not applied:
        raise NoBackup(f"{file} 不是这个档案的备份")
    refuse_newer(file, applied)


def _replace(file: Path) -> None:
    """All of the file or nothing: the last word is said only when pg_restore has told everything."""
    with _started(*PSQL, _database(), stdin=subprocess.PIPE, stderr=subprocess.PIPE) as psql:
        psql.stdin.write(BEGIN)
        psql.stdin.flush()
        with _started("pg_restore", "--no-owner", "--file=-", str(file), stdout=psql.stdin) as pg_restore:
            pass
        _, said = psql.communicate(COMMIT if pg_restore.returncode == 0 else "")
    if pg_restore.returncode or psql.returncode:
        raise NoBackup(f"psql：{said.strip() or '没有读完备份'}")


def _call(*words: str) -> str:
    """A program from start to end: what it wrote to its output."""
    with _started(*words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        out, said = process.communicate()
    if process.returncode:
        raise NoBackup(f"{words[0]}：{said.strip()}")
    return out


def _started(*words: str, **streams: object) -> subprocess.Popen[str]:
    """The password is in the environment, for the list of processes is everybody's."""
    environment = os.environ | {"PGPASSWORD": connection.settings_dict["PASSWORD"]}
    try:
        return subprocess.Popen(words, env=environment, text=True, **streams)
    except FileNotFoundError as error:
        raise NoBackup(
            f"没有 {words[0]}：请安装 PostgreSQL 的客户端程序，版本不低于服务器 "
            f"({words[0]} is missing; Debian: apt install postgresql-client)"
        ) from error


def _database() -> str:
    own = connection.settings_dict
    place = {"host": own["HOST"], "port": own["PORT"], "user": own["USER"], "dbname": own["NAME"]}
    return f"--dbname={make_conninfo(**{name: value for name, value in place.items() if value}, **own['OPTIONS'])}"
