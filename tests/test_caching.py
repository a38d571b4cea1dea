"""Public pages: one snapshot, an ETag of the archive's state, 304 and answers from memory without rendering."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import DatabaseError
from django.utils import timezone
from django.utils.http import http_date

from articles.models import Load
from newsroom import caching
from tests.factories import make_article
from tests.statements import statements

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    make_load()
    return make_article(headline="江上行")


def make_load() -> Load:
    return Load.objects.create(started=timezone.now(), finished=timezone.now(), reader="", pages=1, articles=1)


def test_it_tells_caches_what_to_do(client, article):
    response = client.get("/")
    assert response["ETag"].startswith('W/"')
    assert response["Last-Modified"] == http_date(Load.objects.get().finished.timestamp())
    assert "max-age=0" in response["Cache-Control"] and "stale-while-revalidate" in response["Cache-Control"]


def test_it_answers_304_without_rendering(client, article, django_assert_num_queries):
    etag = client.get(article.get_absolute_url())["ETag"]
    with django_assert_num_queries(statements(1)):
        response = client.get(article.get_absolute_url(), headers={"If-None-Match": etag})
    assert response.status_code == 304
    assert response["ETag"] == etag
    assert not response.content
    assert "Content-Security-Policy" in response


def test_it_answers_from_memory_while_nothing_has_changed(client, article, django_assert_num_queries):
    first = client.get(article.get_absolute_url())
    with django_assert_num_queries(statements(1)):
        second = client.get(article.get_absolute_url())
    assert second.content == first.content
    assert second["ETag"] == first["ETag"]
    assert second["X-Request-ID"] != first["X-Request-ID"]


def test_it_renders_anew_when_the_archive_has_changed(client, article):
    before = client.get(article.get_absolute_url())
    type(article).objects.update(headline="江下行")
    make_load()
    after = client.get(article.get_absolute_url(), headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert "江下行" in after.text


def test_it_renders_anew_on_another_day(client, article):
    before = client.get("/")["ETag"]
    with patch.object(caching.timezone, "localdate", return_value=timezone.localdate() + timedelta(days=1)):
        assert client.get("/")["ETag"] != before


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/?x=1", {}),
        ("/", {"Host": "localhost"}),
        ("/", {"Accept": "application/json"}),
        ("/", {"Accept-Encoding": "gzip"}),
        ("/people/", {}),
    ],
)
def test_it_keeps_answers_to_different_questions_apart(client, article, path, headers):
    assert client.get(path, headers=headers)["ETag"] != client.get("/")["ETag"]


def test_it_keeps_packed_answers_for_those_who_can_unpack(client, article):
    packed = [client.get("/", headers={"Accept-Encoding": "gzip"}) for _ in range(2)]
    assert [response["Content-Encoding"] for response in packed] == ["gzip", "gzip"]
    assert "Content-Encoding" not in client.get("/")


@pytest.mark.parametrize("path", ["/nothing/", "/articles/nothing/", "/healthz", "/admin/login/"])
def test_it_keeps_nothing_else(client, article, path):
    response = client.get(path)
    assert "ETag" not in response
    assert "max-age=0, s-maxage" not in response.get("Cache-Control", "")


def test_it_keeps_no_long_answer_in_memory(client, article, monkeypatch):
    monkeypatch.setattr(caching, "KEPT_BYTES", 100)
    assert "ETag" in client.get("/")
    with patch.object(caching.cache, "set") as kept:
        client.get("/people/")
    assert not kept.called


def test_it_promises_nothing_of_an_empty_archive(client):
    assert "ETag" not in client.get("/")


def test_it_answers_503_when_the_state_cannot_be_read(client):
    with patch.object(caching, "newest_load", side_effect=DatabaseError("disk I/O error")):
        response = client.get("/")
    assert response.status_code == 503
    assert "Retry-After" in response


def test_it_knows_a_release_by_its_code_and_its_options(tmp_path):
    (tmp_path / "templates").mkdir()
    page = tmp_path / "templates" / "page.html"
    page.write_text("甲")
    before = caching.edition(tmp_path, [("SITE_NAME", "一")])
    assert caching.edition(tmp_path, [("SITE_NAME", "一")]) == before
    assert caching.edition(tmp_path, [("SITE_NAME", "二")]) != before
    page.write_text("乙")
    assert caching.edition(tmp_path, [("SITE_NAME", "一")]) != before
