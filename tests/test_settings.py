"""Settings run with nothing set and refuse wrong values in one clear line."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, OperationalError
from django.db.utils import ConnectionHandler

from newsroom import settings

ROOT = Path(__file__).resolve().parent.parent


def run_python(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=clean | environment, capture_output=True, encoding="utf-8", timeout=60)


@pytest.mark.parametrize("text, value", [("1", True), ("YES", True), ("0", False), ("False", False), ("", True)])
def test_it_reads_truths_and_takes_an_empty_variable_for_unset(monkeypatch, text, value):
    monkeypatch.setenv("SWITCH", text)
    assert settings.env_bool("SWITCH", default=True) is value


@pytest.mark.parametrize("text", ["maybe", "2", "真", "ture"])
def test_it_refuses_what_is_no_truth(monkeypatch, text):
    monkeypatch.setenv("SWITCH", text)
    with pytest.raises(ImproperlyConfigured, match="SWITCH"):
        settings.env_bool("SWITCH")


@pytest.mark.parametrize("text", ["0", "61", "-1", "1.5", "①", "many"])
def test_it_refuses_numbers_out_of_range(monkeypatch, text):
    monkeypatch.setenv("NUMBER", text)
    with pytest.raises(ImproperlyConfigured, match="1 到 60"):
        settings.env_int("NUMBER", 2, 1, 60)


def test_it_splits_lists(monkeypatch):
    monkeypatch.setenv("NAMES", " a, b ,,c")
    assert settings.env_list("NAMES") == ["a", "b", "c"]


def test_it_refuses_an_address_where_a_host_belongs(monkeypatch):
    monkeypatch.setenv("HOSTS", "archive.example,https://archive.example/")
    with pytest.raises(ImproperlyConfigured, match="https://archive.example/"):
        settings.env_hosts("HOSTS", "localhost")


def test_it_takes_relative_paths_from_the_repository(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOLDER", "some/where")
    assert settings.env_path("FOLDER", "var") == ROOT / "some" / "where"


def test_it_refuses_a_file_for_a_folder(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("FOLDER", str(tmp_path / "file"))
    with pytest.raises(ImproperlyConfigured, match="FOLDER"):
        settings.env_path("FOLDER", "var")


def test_it_makes_a_key_of_its_own_for_each_installation(tmp_path):
    one, other = tmp_path / "one" / "key", tmp_path / "other" / "key"
    first = settings.env_secret("NO_KEY", one)
    assert first == settings.env_secret("NO_KEY", one)
    assert first != settings.env_secret("NO_KEY", other)
    assert stat.S_IMODE(one.stat().st_mode) == 0o600
    assert stat.S_IMODE(one.parent.stat().st_mode) == 0o700


def test_it_refuses_a_half_written_key(tmp_path):
    (tmp_path / "key").write_text("short")
    with pytest.raises(ImproperlyConfigured, match="不完整"):
        settings.env_secret("NO_KEY", tmp_path / "key")


def test_it_reads_a_database_address(monkeypatch):
    monkeypatch.setenv("URL", "postgresql://edit%40or:p%2Fw@db.example:5433/arch%20ive?sslmode=require")
    assert settings.database_from_url("URL") == {
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
    database = settings.database_from_url("URL")
    assert (database["HOST"], database["PORT"], database["PASSWORD"]) == ("one,two", "5433,", "b")
    monkeypatch.setenv("URL", "postgresql://a:b@one/archive,postgresql://a:c@two/archive")
    with pytest.raises(ImproperlyConfigured, match="几个地址"):
        settings.database_from_url("URL")
    monkeypatch.setenv("URL", "postgresql://a:b@one/archive,mysql://a:b@two/archive")
    with pytest.raises(ImproperlyConfigured):
        settings.database_from_url("URL")


def test_it_reads_the_folder_of_a_socket(monkeypatch):
    monkeypatch.setenv("URL", "postgresql:///archive?host=/run/Sockets")
    assert settings.database_from_url("URL")["HOST"] == "/run/Sockets"


@pytest.mark.parametrize("url", ["mysql://u@h/db", "postgresql://u@h", "postgresql://u@h:port/db", "archive.sqlite3"])
def test_it_refuses_other_databases(monkeypatch, url):
    monkeypatch.setenv("URL", url)
    with pytest.raises(ImproperlyConfigured, match="URL"):
        settings.database_from_url("URL")


@pytest.fixture
def archive(tmp_path, django_db_blocker):
    """Both aliases as the settings make them, over a folder of their own."""
    uri = settings.ARCHIVE_URI.replace(settings.ARCHIVE_FILE.as_uri(), (tmp_path / "档案 #1?.sqlite3").as_uri())
    handler = ConnectionHandler(
        {
            "default": settings.SQLITE | {"NAME": uri},
            "public": settings.SQLITE_READ_ONLY | {"NAME": uri.replace("mode=rw", "mode=ro")},
        }
    )
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


@pytest.mark.parametrize(
    "environment, word",
    [
        ({"DEBUG": "perhaps"}, "DEBUG"),
        ({"DEBUG": "1", "ALLOWED_HOSTS": "archive.example"}, "DEBUG"),
        ({"QUERY_SECONDS": "soon"}, "QUERY_SECONDS"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"OAI_NAMESPACE": "本站"}, "OAI_NAMESPACE"),
        ({"OAI_NAMESPACE": "localhost"}, "OAI_NAMESPACE"),
        ({"CONTACT_EMAIL": "nobody"}, "CONTACT_EMAIL"),
        ({"PUBLIC_DATABASE_URL": "postgresql://u@h/db"}, "DATABASE_URL"),
        ({"DATABASE_URL": "mysql://u@h/db"}, "DATABASE_URL"),
    ],
)
def test_it_tells_a_wrong_value_in_one_line(environment, word, tmp_path):
    done = run_python("manage.py", "check", ARCHIVE_DATA=str(tmp_path), PYTHONUTF8="1", **environment)
    assert done.returncode == 1
    assert word in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "hosts, name", [("", "archive.invalid"), (".old.example,10.0.0.1,archive.example", "archive.example")]
)
def test_it_names_the_archive_after_its_host(hosts, name, tmp_path):
    code = "from newsroom.settings import OAI_NAMESPACE as name, CONTACT_EMAIL as mail; print(name, mail)"
    done = run_python("-c", code, ALLOWED_HOSTS=hosts, ARCHIVE_DATA=str(tmp_path))
    assert done.stdout.split() == [name, f"webmaster@{name}"]


def test_it_passes_the_deployment_checks_over_https(tmp_path):
    done = run_python(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING", HTTPS="1", ARCHIVE_DATA=str(tmp_path)
    )
    assert done.returncode == 0, done.stderr


def test_it_loads_the_driver_of_postgresql_only_when_asked(tmp_path):
    code = "import sys, django; django.setup(); sys.exit('psycopg' in sys.modules)"
    done = run_python("-c", code, DJANGO_SETTINGS_MODULE="newsroom.settings", ARCHIVE_DATA=str(tmp_path))
    assert done.returncode == 0, done.stderr


def test_it_hides_its_cookies_behind_https(tmp_path):
    code = "from newsroom.settings import *; print(SESSION_COOKIE_NAME, CSRF_COOKIE_NAME, SESSION_COOKIE_SECURE)"
    done = run_python("-c", code, HTTPS="1", ARCHIVE_DATA=str(tmp_path))
    assert done.stdout.split() == ["__Host-sessionid", "__Host-csrftoken", "True"]
