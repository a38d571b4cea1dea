"""A site that is reached by https only, alone or behind a proxy."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def https(settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31536000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True


def test_it_sends_readers_to_https(https, client):
    response = client.get("/about/?q=1")
    assert response.status_code == 301
    assert response["Location"] == "https://testserver/about/?q=1"
    assert client.get("/healthz").status_code == 200


def test_it_tells_browsers_to_stay_with_https(https, client):
    response = client.get("/about/", secure=True)
    assert response["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_it_believes_a_proxy_only_when_told(https, client, settings):
    forwarded = {"x-forwarded-proto": "https"}
    assert client.get("/about/", headers=forwarded).status_code == 301
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert client.get("/about/", headers=forwarded).status_code == 200
