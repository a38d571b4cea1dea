"""What holds for each address of the public site, found by walking them all."""

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client

from tests.factories import index, make_article, make_page
from tests.security.walk import HOSTILE, addresses

PUBLIC_CSP = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; manifest-src 'self'"
)
METHODS = ("POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY", "CONNECT", "MADEUP")
PLACES = (
    "/.git/config",
    "/.env",
    "/var/archive.sqlite3",
    "/archive.sqlite3",
    "/seeds/",
    "/static/",
    "/static/../newsroom/settings.py",
    "/static/..%2f..%2fnewsroom/settings.py",
    "/static/%2e%2e/%2e%2e/etc/passwd",
    "/articles/..%2f..%2fetc%2fpasswd.txt",
    "/pages/..%2f..%2f..%2fetc%2fpasswd/",
    "/server-status",
)


@pytest.fixture
def archive(db):
    page = make_page("页<b>", publication=HOSTILE[:80], name=HOSTILE[:40], text=HOSTILE, spans=[[0, 9, "headline", 1]])
    texts = dict.fromkeys(("headline", "kicker", "subtitle", "opening"), HOSTILE)
    short = dict.fromkeys(("column", "place", "agency"), HOSTILE[:60])
    sections, names = [(HOSTILE, [HOSTILE])] * 4, [(HOSTILE[:60], HOSTILE[:40], HOSTILE[:60], HOSTILE[:40])]
    figures = [(HOSTILE, [(HOSTILE[:60], "", "", "摄")])]
    parts = {"sections": sections, "bylines": names, "figures": figures, "printed": {"headline": HOSTILE}}
    index(article := make_article(page, position=1, deck=[HOSTILE], **texts, **short, **parts))
    return article


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


def test_it_answers_every_address(client, archive):
    answered = {path: client.get(path).status_code for path in addresses()}
    assert len(answered) > 25
    assert {path: status for path, status in answered.items() if status >= 500} == {}
    assert sum(status == 200 for status in answered.values()) > len(answered) * 0.7


def test_it_has_one_strict_policy(client, archive):
    for path in addresses():
        response = client.get(path)
        assert response["Content-Security-Policy"] == PUBLIC_CSP, path
        assert response["X-Content-Type-Options"] == "nosniff", path
        assert response["Cross-Origin-Embedder-Policy"] == "require-corp", path
        assert response["Cross-Origin-Resource-Policy"] in ("same-origin", "cross-origin"), path


def test_it_sets_no_cookie_and_depends_on_none(client, archive):
    for path in addresses():
        response = client.get(path)
        assert not response.cookies, path
        assert "cookie" not in response.get("Vary", "").lower(), path


@pytest.mark.parametrize("method", METHODS)
def test_it_answers_405_to_all_but_get_and_head(client, archive, method):
    asked = [path for path in addresses() if method != "POST" or path not in settings.POSTED_QUERIES]
    for path in asked:
        response = client.generic(method, path)
        assert response.status_code == 405, path
        assert {"GET", "HEAD"} <= set(response["Allow"].replace(" ", "").split(",")), path


def test_it_answers_head_as_get_without_a_body(client, archive):
    for path in addresses():
        got, head = client.get(path), client.head(path)
        assert head.status_code == got.status_code, path
        assert not b"".join(head) if head.streaming else not head.content, path
        kept = {name: value for name, value in got.headers.items() if name not in ("X-Request-ID", "Content-Length")}
        assert {name: head.get(name) for name in kept} == kept, path


def test_it_only_reads_and_never_what_is_the_desks(client, archive):
    """A statement that writes, or one about accounts and sessions, fails the page."""
    asked = []

    def watch(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    with connections["public"].execute_wrapper(watch):
        for path in addresses():
            response = client.get(path)
            if response.streaming:
                b"".join(response)
    assert asked
    first = {sql.split()[0].upper() for sql in asked}
    assert first <= {"SELECT", "WITH", "PRAGMA", "EXPLAIN", "LOCK"}
    assert all("ACCESS SHARE" in sql for sql in asked if sql.startswith("LOCK"))  # which writing does not wait for
    assert not [sql for sql in asked if "auth_" in sql or "django_session" in sql or "accounts_" in sql]


def test_it_lets_nothing_that_was_printed_become_markup(client, archive):
    for path in addresses():
        response = client.get(path)
        body = (b"".join(response) if response.streaming else response.content).decode()
        if response["Content-Type"].startswith("text/html"):
            assert "<img" not in body, path
            assert "</title></script>" not in body, path


@pytest.mark.parametrize("place", PLACES)
def test_it_serves_no_file_of_the_machine(client, db, place):
    response = client.get(place)
    assert response.status_code in (400, 404)
    assert "root:" not in response.text and "SECRET" not in response.text
