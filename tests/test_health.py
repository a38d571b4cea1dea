"""/readyz says what is wrong with the archive, and never fails itself."""

import pytest
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from articles.models import Article, Load, Page
from newsroom import health

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sound_index(monkeypatch):
    monkeypatch.setattr(health.search, "check", lambda using: [])


@pytest.fixture
def archive():
    page = Page.objects.create(key="p", encoding="utf-8", digest="d")
    Article.objects.create(key="a", number=1, page=page, position=0)
    return Load.objects.create(started=timezone.now(), reader="1", pages=1, articles=1)


def test_it_is_ready_with_a_loaded_archive(client, archive):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"status": "ready", "load": archive.pk, "articles": 1}
    assert response["Cache-Control"] == "no-store"


def test_it_is_not_ready_while_empty(client):
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "empty" in response.json()["problem"]


def test_it_tells_an_older_database(client, archive):
    recorder = MigrationRecorder(connections["default"])
    recorder.record_unapplied("articles", max(name for app, name in recorder.applied_migrations() if app == "articles"))
    assert "older" in client.get("/readyz").json()["problem"]


def test_it_tells_a_newer_database(client, archive):
    MigrationRecorder(connections["default"]).record_applied("articles", "9999_tomorrow")
    assert "newer" in client.get("/readyz").json()["problem"]


def test_it_tells_an_index_out_of_step(client, archive, monkeypatch):
    monkeypatch.setattr(health.search, "check", lambda using: ["two articles missing"])
    assert client.get("/readyz").json()["problem"] == "search index: two articles missing"


def test_it_never_fails(client, archive, monkeypatch):
    monkeypatch.setattr(health, "applied_migrations", lambda: 1 / 0)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["problem"] == "database cannot be read"
