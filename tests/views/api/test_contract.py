"""The API does what its OpenAPI document says: schemathesis asks for all that it allows, and for what it does not."""

from collections.abc import Iterator
from urllib.parse import unquote

import hypothesis
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import strategies as st

from articles.views.api.openapi import document
from articles.views.api.parameters import signer
from tests.factories import index, make_article, make_page, make_photo

EXAMPLES = 20  # of each address, beside those that try each parameter's edges
# Cursors of each list, as an answer would give them: nothing else may be sent.
CURSORS = {
    "articles": {"number": 3_000_000_000},
    "pages": {"key": "p0"},
    "people": {"sorting": "cheng!程 ye!野", "key": "程野", "articles": 1},
    "columns": [-1, "栏"],
    "places": [-1, "湖州"],
    "photos": {"article__number": 3_000_000_000, "position": 0},
    "quantities": {"value": "3.0", "id": 7, "date": "2024-03-07"},
    "errata": {"created": "2026-01-01T00:00:00+00:00", "id": "00000000-0000-0000-0000-000000000000"},
    "search": [20],
}
schemathesis.openapi.format("quantity", st.sampled_from([">100亿元", "增长>20%", "3", "1..2公里"]))
for name, values in CURSORS.items():
    schemathesis.openapi.format(f"{name}-cursor", st.just(signer(name).sign_object(values)))


@pytest.fixture
def served_within_the_test(db) -> Iterator[None]:
    """An answer would end with this test's connection closed and its rows gone: Django's own client sees to it too."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def archive(served_within_the_test):
    """One of everything, so that every list has a row."""
    page = make_page("p1", text="甲", spans=[[0, 1, "headline", 1]], bases={"date": "inferred"})
    doubt = {"code": "headline", "start": 0, "end": 1, "score": 0.5, "runner_up": None}
    article = make_article(
        page, key="k3yk3yk3yk", position=1, bylines=["程野"], column="栏", place="湖州", doubts=[doubt]
    )
    index(article, make_photo(page, position=2))


schema = schemathesis.openapi.from_dict(document("http://localhost"))
schema.app = get_wsgi_application()


@schema.parametrize()
@hypothesis.settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(hypothesis.HealthCheck))
def test_it_keeps_to_its_document(archive, case):
    case.call_and_validate(headers={"Accept-Encoding": "identity"})  # no one here would unpack it


def test_it_describes_every_address(client, db):
    paths = document("https://archive.example")["paths"]
    for name, address in client.get("/api/v1/").json().items():
        if name != "openapi":
            assert unquote(address).removeprefix("http://testserver/api/v1") in paths
