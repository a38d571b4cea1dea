"""Loading on PostgreSQL: one load, one state, one loader at a time, wherever it runs."""

import os
import signal

import psycopg
import pytest

from tests.postgresql.conftest import OnServer

pytestmark = [pytest.mark.postgresql, pytest.mark.slow]

COLLATED = """SELECT attrelid::regclass || '.' || attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relkind = 'r' AND relname LIKE 'articles\\_%' AND attnum > 0 AND NOT attisdropped
    AND attcollation NOT IN (0, '"C"'::regcollation)"""


@pytest.mark.parametrize("point", ["parse", "apply", "index", "before_commit"])
def test_it_leaves_the_old_archive_when_killed_before_the_commit(archive, point):
    archive.write(2)
    assert archive.load(LOADER_DIE_AT=point)[0] == -signal.SIGKILL
    assert archive.generations() == {"第1"}
    code, said = archive.load()
    assert code == 0, said
    assert archive.generations() == {"第2"}
    assert archive.is_sound()


def test_it_lets_one_load_in_at_a_time_and_nobody_see_half_of_it(archive, tmp_path):
    archive.write(2)
    first = archive.start("load_seeds", str(archive.seeds), LOADER_DIE_AT="index:SIGSTOP")
    _, status = os.waitpid(first.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    elsewhere = {"ARCHIVE_DATA": str(tmp_path / "another machine")}
    for command in (("load_seeds", str(archive.seeds)), ("rebuild_index",)):
        code, said = archive.run(*command, **elsewhere)
        assert (code, "另一个装载正在进行" in said) == (75, True), said
    assert archive.generations() == {"第1"}
    first.send_signal(signal.SIGCONT)
    first.communicate(timeout=60)
    assert first.returncode == 0
    assert archive.generations() == {"第2"}


def test_it_prepares_verifies_and_rebuilds(archive):
    code, said = archive.run("rebuild_index")
    assert (code, "共 12 篇" in said) == (0, True), said
    with archive.reader() as connection:
        connection.execute("DELETE FROM search_index")
        connection.execute("UPDATE search_meta SET value = 'former'")
    assert archive.run("verify")[0] == 1
    archive.write(2)
    code, said = archive.load()
    assert code == 0, said
    assert archive.generations() == {"第2"}
    assert archive.is_sound()


def test_it_orders_all_text_by_code_points_whatever_the_database_does(archive):
    """However late a migration has added a column."""
    with archive.reader() as connection:
        assert connection.execute(COLLATED).fetchall() == []


def test_it_says_who_must_own_the_database(postgresql_url, stranger, tmp_path):
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE anothers TEMPLATE template0 ENCODING 'UTF8'")
    address = postgresql_url.replace("postgres@/postgres?", f"{stranger}@/anothers?")
    code, said = OnServer(tmp_path / "data", tmp_path, address).run("prepare")
    assert code == 1
    assert "数据库要归 DATABASE_URL 里的用户所有" in said and "Traceback" not in said
