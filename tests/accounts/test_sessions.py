"""Sessions: a new one at each login, ended by logout, by switching the account off, and by half an hour of nothing."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError
from django.urls import reverse

pytestmark = pytest.mark.django_db
LOGIN, INDEX = reverse("admin:login"), reverse("admin:index")
PASSWORD = "a long pass phrase 1"


@pytest.fixture
def inside(client):
    User.objects.create_user("王编", password=PASSWORD, is_staff=True)
    client.get(LOGIN)
    client.post(LOGIN, {"username": "王编", "password": PASSWORD})
    assert client.get(INDEX).status_code == 200
    return client


def is_inside(client) -> bool:
    return client.get(INDEX).status_code == 200


def test_it_gives_a_new_session_at_login(client):
    User.objects.create_user("王编", password=PASSWORD, is_staff=True)
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted
    client.post(LOGIN, {"username": "王编", "password": PASSWORD})
    assert client.session.session_key != planted


def test_it_ends_at_logout(inside):
    kept = inside.cookies["sessionid"].value
    inside.post(reverse("admin:logout"))
    inside.cookies["sessionid"] = kept
    assert not is_inside(inside)


def test_it_ends_when_the_account_is_switched_off(inside):
    User.objects.update(is_active=False)
    assert not is_inside(inside)


def test_it_slides_and_ends_after_half_an_hour_of_nothing(inside, monkeypatch):
    start = time.time()
    for minutes in (20, 40, 60):
        monkeypatch.setattr("newsroom.middleware.time.time", lambda minutes=minutes: start + minutes * 60)
        assert is_inside(inside)
    monkeypatch.setattr("newsroom.middleware.time.time", lambda: start + 91 * 60)
    assert not is_inside(inside)


def test_it_ends_after_eight_hours_whatever_was_done(inside, monkeypatch):
    start = time.time()
    for minutes in range(25, 8 * 60, 25):
        monkeypatch.setattr("newsroom.middleware.time.time", lambda minutes=minutes: start + minutes * 60)
        assert is_inside(inside)
    monkeypatch.setattr("newsroom.middleware.time.time", lambda: start + 8 * 3600 + 61)
    assert not is_inside(inside)


def test_it_answers_503_when_the_session_cannot_be_read(inside, monkeypatch):
    def fail(self):
        raise OperationalError("disk I/O error")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", fail)
    inside.raise_request_exception = False
    response = inside.get(INDEX)
    assert response.status_code == 503
    assert response["Retry-After"] == "30"


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example/", "javascript:alert(1)"])
def test_it_leads_nobody_astray(client, target):
    User.objects.create_user("王编", password=PASSWORD, is_staff=True)
    response = client.post(LOGIN, {"username": "王编", "password": PASSWORD, "next": target})
    assert "evil" not in response["Location"] and response["Location"].startswith("/")


# A login over https; printed is what each cookie says of itself.
LOGIN_OVER_HTTPS = f"""
from django.contrib.auth.models import User
from django.test import Client

User.objects.create_user("王编", password="{PASSWORD}", is_staff=True)
client = Client(headers={{"host": "localhost"}})
client.get("/admin/login/", secure=True)
client.post("/admin/login/", {{"username": "王编", "password": "{PASSWORD}"}}, secure=True)
for name, cookie in sorted(client.cookies.items()):
    print(name, *(cookie[key] for key in ("secure", "httponly", "samesite", "path", "domain")))
"""


@pytest.mark.slow
def test_it_binds_its_cookies_to_the_host_over_https(tmp_path):
    environment = {"PATH": os.environ["PATH"], "ARCHIVE_DATA": str(tmp_path), "HTTPS": "1", "PYTHONUTF8": "1"}
    manage = [sys.executable, Path(__file__).resolve().parents[2] / "manage.py"]
    for command in (
        ["migrate", "-v0"],
        ["collectstatic", "-v0", "--noinput"],
        ["shell", "-v0", "-c", LOGIN_OVER_HTTPS],
    ):
        done = subprocess.run([*manage, *command], env=environment, capture_output=True, encoding="utf-8", timeout=120)
        assert done.returncode == 0, done.stderr
    assert [line.rstrip() for line in done.stdout.splitlines()] == [
        "__Host-csrftoken True True Lax /",
        "__Host-sessionid True True Lax /",
    ]
