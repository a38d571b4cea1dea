"""What holds for every request, tried on a few views of its own."""

import re
import time

import pytest
from django.contrib.auth.models import Group
from django.db import DataError, OperationalError, connections
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client
from django.urls import include, path

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


def reads(request):
    return HttpResponse(Group.objects.all().db)


def writes(request):
    Group.objects.create(name="x")
    return HttpResponse("written")


def streams(request):
    return StreamingHttpResponse(Group.objects.all().db for _ in range(2))


def runs_long(request):
    with connections["public"].cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 20000000) SELECT max(i) FROM n"
        )
        return HttpResponse(cursor.fetchone())


def finds_no_database(request):
    raise OperationalError("unable to open database file")


def asks_for_what_cannot_be(request):
    raise DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes")


def fails(request):
    raise ValueError("a secret of the code")


def is_open_to_others(request):
    return HttpResponse("feed", headers={"Cross-Origin-Resource-Policy": "cross-origin"})


def is_long(request):
    return HttpResponse("很长的一页" * 1000)


urlpatterns = [
    path("reads/", reads),
    path("writes/", writes),
    path("streams/", streams),
    path("runs-long/", runs_long),
    path("finds-no-database/", finds_no_database),
    path("asks-for-what-cannot-be/", asks_for_what_cannot_be),
    path("fails/", fails),
    path("open/", is_open_to_others),
    path("long/", is_long),
    path("admin/long/", is_long),
    path("", include("newsroom.urls")),
]
handler400 = "newsroom.errors.bad_request"
handler403 = "newsroom.errors.forbidden"
handler404 = "newsroom.errors.not_found"
handler500 = "newsroom.errors.server_error"


@pytest.fixture
def client():
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


PUBLIC_CSP = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; manifest-src 'self'"
)
HEADERS = {
    "Content-Security-Policy": PUBLIC_CSP,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
ANSWERS = [
    ("GET", "/reads/", "localhost", 200),
    ("GET", "/nowhere/", "localhost", 404),
    ("POST", "/reads/", "localhost", 405),
    ("GET", "/reads/", "evil.example", 400),
    ("GET", "/fails/", "localhost", 500),
    ("GET", "/finds-no-database/", "localhost", 503),
    ("GET", "/healthz", "localhost", 200),
]


@pytest.mark.parametrize("method, address, host, status", ANSWERS)
def test_it_puts_the_headers_on_every_answer(client, method, address, host, status):
    response = client.generic(method, address, headers={"host": host})
    assert response.status_code == status
    assert {name: response.get(name) for name in HEADERS} == HEADERS
    assert "camera=()" in response["Permissions-Policy"]
    assert "Strict-Transport-Security" not in response


@pytest.mark.parametrize("method, address, host, status", ANSWERS)
def test_it_sets_no_cookie_on_public_pages(client, method, address, host, status):
    response = client.generic(method, address, headers={"host": host})
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_it_lets_a_view_open_its_answer_to_other_sites(client):
    assert client.get("/open/")["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "FROBNICATE"])
@pytest.mark.parametrize("address", ["/reads/", "/nowhere/", "/healthz", "/admin"])
def test_it_answers_405_to_all_but_get_and_head(client, method, address):
    response = client.generic(method, address)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert int(response["Content-Length"]) == len(response.content)


def test_it_answers_head(client):
    response = client.head("/reads/")
    assert response.status_code == 200
    assert response.content == b""


def test_it_reads_public_pages_from_the_public_database(client):
    assert client.get("/reads/").text == "public"
    assert client.get("/streams/").getvalue() == b"publicpublic"
    assert Group.objects.all().db == "default"


def test_it_refuses_to_write_for_a_public_page(client):
    assert client.get("/writes/").status_code == 500
    assert not Group.objects.filter(name="x").exists()


@pytest.mark.sqlite
def test_it_stops_a_query_that_runs_too_long(client, settings):
    settings.QUERY_SECONDS = 0.1
    began = time.monotonic()
    assert client.get("/runs-long/").status_code == 503
    assert time.monotonic() - began < 2
    assert client.get("/reads/").status_code == 200


def test_it_lets_queries_run_outside_the_public_site(client, settings):
    settings.QUERY_SECONDS = 0.1
    client.get("/reads/")
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 2000000) SELECT max(i) FROM n"
        )
        assert cursor.fetchone() == (2000000,)


def test_it_answers_404_for_what_no_column_can_hold(client):
    assert client.get("/asks-for-what-cannot-be/").status_code == 404


def test_it_answers_503_for_a_failing_database_and_logs_it_once(client, caplog):
    with caplog.at_level("INFO", logger="django.request"):
        response = client.get("/finds-no-database/")
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    failures = [record for record in caplog.records if "unable to open" in record.getMessage()]
    assert len(failures) == 1
    assert failures[0].exc_info


def test_it_keeps_the_cause_of_a_failure_to_itself(client):
    response = client.get("/fails/")
    assert response.status_code == 500
    assert "secret" not in response.text


def test_it_numbers_requests(client):
    one, other = client.get("/reads/")["X-Request-ID"], client.get("/reads/")["X-Request-ID"]
    assert re.fullmatch("[0-9a-f]{12}", one)
    assert one != other


def test_it_compresses_public_pages_but_not_the_admin(client):
    packed = {"accept-encoding": "gzip"}
    assert client.get("/long/", headers=packed)["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in client.get("/admin/long/", headers=packed)


def test_it_gives_the_admin_its_own_policy(client):
    response = client.get("/admin/login/")
    assert response.status_code == 200
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]


def test_it_checks_csrf_in_the_admin(client):
    response = client.post("/admin/login/", {"username": "u", "password": "p"})
    assert response.status_code == 403
    assert "<style" not in response.text


def test_it_reads_no_form_of_more_than_a_megabyte():
    client = Client(raise_request_exception=False)  # with no token: CSRF would be answered before anything is read
    answers = [client.post("/admin/login/", {"username": "甲" * length}) for length in (300_000, 400_000)]
    assert [answer.status_code for answer in answers] == [200, 400]


@pytest.mark.parametrize("host", ["localhost", "10.1.2.3", "evil.example"])
def test_it_answers_the_probe_whatever_the_host(client, host):
    response = client.get("/healthz", headers={"host": host})
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}
