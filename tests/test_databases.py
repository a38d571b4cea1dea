"""Addresses of databases are read or refused; the public way in writes nothing."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, OperationalError
from django.db.utils import ConnectionHandler

from newsroom.databases import database_from_url, default_and_public


def test_it_reads_a_database_address(monkeypatch):
    monkeypatch.setenv("URL", "postgresql://edit%40or:p%2Fw@db.example:5433/arch%20ive?sslmode=require")
    assert database_from_url("URL") == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "arch ive",
        "USER": "edit@or",
        "PASSWORD": "p/w",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_it_takes_several_hosts_of_one_database(monkeypatch):
    monkeypatch.setenv("URL", "postgresql://a:b@one:5433/archive, postgresql://a:b@two/archive")
    database = database_from_url("URL")
    assert (database["HOST"], database["PORT"], database["PASSWORD"]) == ("one,two", "5433,", "b")
    monkeypatch.setenv("URL", "postgresql://a:b@one/archive,postgresql://a:c@two/archive")
    with pytest.raises(ImproperlyConfigured, match="几个地址"):
        database_from_url("URL")
    monkeypatch.setenv("URL", "postgresql://a:b@one/archive,mysql://a:b@two/archive")
    with pytest.raises(ImproperlyConfigured):
        database_from_url("URL")


def test_it_reads_the_folder_of_a_socket(monkeypatch):
    monkeypatch.setenv("URL", "postgresql:///archive?host=/run/Sockets")
    assert database_from_url("URL")["HOST"] == "/run/Sockets"


@pytest.mark.parametrize("url", ["mysql://u@h/db", "postgresql://u@h", "postgresql://u@h:port/db", "archive.sqlite3"])
def test_it_refuses_other_databases(monkeypatch, url):
    monkeypatch.setenv("URL", url)
    with pytest.raises(ImproperlyConfigured, match="URL"):
        database_from_url("URL")


@pytest.fixture
def archive(tmp_path, django_db_blocker, monkeypatch):
    """Both aliases as the settings make them, over a folder of their own."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    file = tmp_path / "档案 #1?.sqlite3"
    handler = ConnectionHandler(default_and_public(file, seconds=1))
    with django_db_blocker.unblock():
        yield handler
        handler.close_all()


def test_it_never_makes_an_empty_archive(archive, tmp_path):
    for alias in archive:
        with pytest.raises(OperationalError, match="unable to open"):
            archive[alias].ensure_connection()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("statement", ["INSERT INTO t VALUES (2)", "DROP TABLE t", "CREATE TABLE u (i)"])
def test_it_cannot_write_through_the_public_alias_even_if_asked(archive, tmp_path, statement):
    (tmp_path / "档案 #1?.sqlite3").touch()
    with archive["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE t (i)")
        cursor.execute("INSERT INTO t VALUES (1)")
    with archive["public"].cursor() as cursor:
        cursor.execute("SELECT i FROM t")
        assert cursor.fetchall() == [(1,)]
        cursor.execute("PRAGMA query_only=OFF")
        with pytest.raises(DatabaseError, match="readonly"):
            cursor.execute(statement)
