"""DATABASE_URL against a real server."""

import pytest
from django.db import DatabaseError
from django.db.utils import ConnectionHandler

from newsroom.databases import database_from_url, read_only_postgresql

pytestmark = pytest.mark.postgresql


@pytest.fixture
def databases(postgresql_url, monkeypatch, django_db_blocker):
    monkeypatch.setenv("DATABASE_URL", postgresql_url)
    handler = ConnectionHandler(
        {
            "default": database_from_url("DATABASE_URL"),
            "public": read_only_postgresql("DATABASE_URL", seconds=1),
        }
    )
    with django_db_blocker.unblock():
        yield handler
        handler.close_all()


def test_it_connects_and_writes(databases):
    with databases["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS pages (name text)")
        cursor.execute("INSERT INTO pages VALUES ('要闻')")
        cursor.execute("SELECT name FROM pages")
        assert cursor.fetchone() == ("要闻",)


@pytest.mark.parametrize("statement", ["CREATE TABLE t (i int)", "INSERT INTO pages VALUES ('x')", "DELETE FROM pages"])
def test_it_refuses_to_write_through_the_public_alias(databases, statement):
    with databases["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS pages (name text)")
    with databases["public"].cursor() as cursor, pytest.raises(DatabaseError, match="read-only"):
        cursor.execute(statement)


def test_it_stops_a_statement_that_runs_too_long(databases):
    with databases["public"].cursor() as cursor, pytest.raises(DatabaseError, match="statement timeout"):
        cursor.execute("SELECT pg_sleep(10)")
