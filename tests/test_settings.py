"""Settings run with nothing set and refuse wrong values in one clear line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run_python(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=clean | environment, capture_output=True, encoding="utf-8", timeout=60)


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
