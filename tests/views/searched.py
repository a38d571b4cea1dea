"""A search as the tests of its page ask it."""

from urllib.parse import urlencode

from tests.views.shown import Shown


def address(q: str, **more) -> str:
    return f"/search/?{urlencode({'q': q, **more})}"


def look(client, q: str, **more) -> Shown:
    return Shown(client, "/search/", query_params={"q": q, **more})
