"""A backup on PostgreSQL: the archive of one instant; what is put back is whole, or nothing changes."""

import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest
from django.db.utils import ConnectionHandler

from newsroom.databases import read_only_postgresql
from newsroom.public import hold_tables
from tests.postgresql import server
from tests.postgresql.conftest import OnServer, made_from, numbers

pytestmark = [pytest.mark.postgresql, pytest.mark.slow]

SQL = {
    "another program's": "DROP TABLE django_migrations",
    "newer": "INSERT INTO django_migrations (app, name, applied) VALUES ('articles', '9999_later', '2024-01-01')",
}
# no further index, wherever it is made
REFUSAL = """
    CREATE SCHEMA elsewhere;
    CREATE FUNCTION elsewhere.refuse() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END';
    CREATE EVENT TRIGGER refuse ON ddl_command_end WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION elsewhere.refuse();
"""


@pytest.fixture(scope="module")
def programs(postgresql_url) -> Iterator[None]:
    """The server's own pg_dump, pg_restore and psql come first."""
    (folder,) = parse_qs(urlsplit(postgresql_url).query)["host"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{server.programs_in(Path(folder))}:{os.environ['PATH']}")
        yield


@pytest.fixture(scope="module")
def backup(postgresql_url, loaded, programs, tmp_path_factory) -> tuple[Path, str]:
    """A backup of the first generation, and the name of the database that has the second since."""
    name, folder = f"second_{os.getpid()}", tmp_path_factory.mktemp("second")
    made = made_from(postgresql_url, loaded, name, folder)
    code, said = made.run("backup", str(folder / "saved.dump"))
    assert code == 0, said
    made.write(2)
    assert made.load()[0] == 0
    return folder / "saved.dump", name


@pytest.fixture
def saved(backup, tmp_path) -> Path:
    """That backup, the test's own."""
    return shutil.copy2(backup[0], tmp_path / "saved.dump")


@pytest.fixture
def archive(postgresql_url, backup, tmp_path) -> OnServer:
    """An archive with the second generation."""
    return made_from(postgresql_url, backup[1], f"restored_{next(numbers)}", tmp_path)


def seen(archive) -> str:
    """The generation of the articles, in one statement."""
    with archive.reader() as reader:
        (openings,) = reader.execute("SELECT array_agg(DISTINCT left(opening, 2)) FROM articles_article").fetchone()
    (generation,) = openings
    return generation


def test_it_saves_the_archive_of_one_instant_while_it_is_written(archive, tmp_path):
    file = tmp_path / "saved.dump"
    archive.write(3)
    loader = archive.start("load_seeds", str(archive.seeds), LOADER_DIE_AT="before_commit:SIGSTOP")
    os.waitpid(loader.pid, os.WUNTRACED)
    saving = archive.run("backup", str(file))
    refused = archive.run("restore", str(file))
    loader.send_signal(signal.SIGCONT)
    loader.communicate(timeout=60)
    assert saving[0] == 0, saving
    assert (refused[0], "另一个装载正在进行" in refused[1]) == (75, True)
    assert archive.generations() == {"第3"}
    assert archive.run("restore", str(file))[0] == 0
    assert archive.generations() == {"第2"}


def test_it_is_its_owners_only_and_writes_over_nothing(archive, saved):
    assert saved.stat().st_mode & 0o777 == 0o600
    before = saved.read_bytes()
    code, said = archive.run("backup", str(saved))
    assert (code, "已经存在" in said) == (1, True)
    assert saved.read_bytes() == before


def test_it_leaves_nothing_half_written(archive, stranger, tmp_path):
    as_stranger = archive.url.replace("postgres@", f"{stranger}@")
    code, said = archive.run("backup", str(tmp_path / "saved.dump"), DATABASE_URL=as_stranger)
    assert (code, "没有备份：pg_dump" in said, "Traceback" in said) == (1, True, False), said
    assert not list(tmp_path.glob("saved.dump*"))


def test_it_brings_back_what_was_saved_and_keeps_what_was_there(archive, saved):
    with psycopg.connect(archive.url) as connection:  # a later migration's table, and rights that somebody was given
        connection.execute("CREATE TABLE articles_later (page bigint REFERENCES articles_page (id))")
        connection.execute("CREATE ROLE somebody")
    process, generations = archive.start("restore", str(saved)), set()
    while process.poll() is None:
        generations.add(seen(archive))
    assert process.returncode == 0, process.communicate()
    assert "第2" in generations <= {"第1", "第2"}
    assert archive.generations() == {"第1"} and archive.is_sound()
    with archive.reader() as reader:
        assert reader.execute("SELECT to_regclass('articles_later'), to_regnamespace('before_restore')").fetchone() == (
            None,
            None,
        )
        assert reader.execute("SELECT has_schema_privilege('somebody', 'public', 'USAGE')").fetchone() == (True,)
    (aside,) = archive.data.glob("before-restore-*.dump")
    assert archive.run("restore", str(aside))[0] == 0
    assert archive.generations() == {"第2"}


def waiting(archive) -> bool:
    """Whether somebody waits for a lock on the server."""
    with psycopg.connect(archive.url) as connection:
        return connection.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)").fetchone()[0]


def test_it_waits_for_the_page_that_is_being_read(archive, saved, monkeypatch, django_db_blocker):
    """The page's snapshot would not see the rows of the tables that come in the place of those it began with."""
    monkeypatch.setenv("DATABASE_URL", archive.url)
    reader = ConnectionHandler({"default": read_only_postgresql("DATABASE_URL", 60)})["default"]
    with django_db_blocker.unblock(), reader.cursor() as cursor:
        reader.set_autocommit(False)
        hold_tables(reader)
        cursor.execute("SELECT count(*) FROM articles_load")
        process = archive.start("restore", str(saved))
        while process.poll() is None and not waiting(archive):
            time.sleep(0.05)
        cursor.execute("SELECT DISTINCT left(opening, 2) FROM articles_article")
        assert cursor.fetchall() == [("第2",)]
        reader.rollback()
        reader.close()
    assert process.wait(60) == 0, process.communicate()
    assert archive.generations() == {"第1"}


def spoil(archive, file, how: str) -> None:
    if how == "gone":
        file.unlink()
    elif how == "garbage":
        file.write_bytes(b"garbage" * 5000)
    elif how in SQL:
        file.unlink()
        with psycopg.connect(archive.url) as connection:
            connection.execute(SQL[how])
        assert archive.run("backup", str(file))[0] == 0
    else:
        os.truncate(file, int(file.stat().st_size * float(how)))


@pytest.mark.parametrize("how", ["gone", "garbage", *SQL, "0.2", "0.9"])
def test_it_takes_nothing_but_a_whole_backup(archive, saved, how):
    spoil(archive, saved, how)
    code, said = archive.run("restore", str(saved))
    assert (code, "没有恢复" in said, "Traceback" in said) == (1, True, False), said
    assert archive.generations() == {"第2"}
    assert not list(archive.data.glob("before-restore-*"))


def test_it_takes_back_what_it_could_not_end(archive, saved):
    """The file can be read, but the database refuses a part of it."""
    with psycopg.connect(archive.url) as connection:
        connection.execute(REFUSAL)
    code, said = archive.run("restore", str(saved))
    assert (code, "没有恢复：psql" in said) == (1, True), said
    assert archive.generations() == {"第2"} and archive.is_sound()


def test_it_says_what_is_missing(archive, tmp_path):
    code, said = archive.run("backup", str(tmp_path / "saved.dump"), PATH=str(tmp_path))
    assert (code, "没有 pg_dump" in said, "postgresql-client" in said) == (1, True, True), said
    assert not list(tmp_path.glob("saved.dump*"))
