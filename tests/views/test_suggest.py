"""Suggestions: what the archive calls things, as a page and as JSON."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.search.query import parse
from articles.views.suggestions import looser
from tests.factories import index, make_article
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def small_archive():
    index(
        make_article(headline="水库全线通水", column="江声", place="江港", bylines=["徐坊"]),
        make_article(headline="城外水库", bylines=["许放"]),
        make_article(headline="水库清淤", column="江声", bylines=["徐坊"]),
    )


def asked(client, q: str, **more):
    response = client.get("/api/v1/suggest", {"q": q}, **more)
    return [(item["type"], item["value"], item["count"]) for item in json.loads(response.content)["results"]]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("徐", [("person", "徐坊", 2)]),
        ("xufang", [("person", "徐坊", 2), ("person", "许放", 1)]),
        ("xf", [("person", "徐坊", 2), ("person", "许放", 1)]),
        ("江", [("column", "江声", 2), ("place", "江港", 1), ("paper", "江州日报", 3)]),
        ("jzrb", [("paper", "江州日报", 3)]),
        ("", []),
        ("……", []),
    ],
)
def test_it_offers_names(client, small_archive, typed, found):
    assert asked(client, typed) == found


def test_it_offers_headlines_that_begin_so_first(client, small_archive):
    headlines = [value for kind, value, _ in asked(client, "水库") if kind == "headline"]
    assert headlines[2] == "城外水库"
    assert set(headlines[:2]) == {"水库全线通水", "水库清淤"}


def test_its_addresses_lead_to_what_they_name(client, small_archive):
    for typed in ("xu", "江", "水库", "jz"):
        response = client.get("/api/v1/suggest", {"q": typed})
        for item in response.json()["results"]:
            assert item["url"].startswith("http://testserver/")
            assert client.get(item["url"].removeprefix("http://testserver")).status_code == 200


def test_it_answers_programs_of_other_sites(client, small_archive):
    response = client.get("/api/v1/suggest", {"q": "xf"})
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert {"query", "count", "results", "next"} == response.json().keys()
    assert response.json()["count"] == 2
    assert client.head("/api/v1/suggest", {"q": "xf"}).status_code == 200


def test_it_tells_programs_what_went_wrong(client):
    long, written = client.get("/api/v1/suggest", {"q": "水" * 101}), client.post("/api/v1/suggest")
    for response, status in ((long, 400), (written, 405), (client.get("/api/v1/nothing"), 404)):
        assert response.status_code == status == response.json()["status"]
        assert response["Content-Type"] == "application/problem+json"
        assert response["Access-Control-Allow-Origin"] == "*"
    assert written["Allow"] == "GET, HEAD, OPTIONS"


def test_it_shows_them_on_a_page(client, small_archive):
    page = Shown(client, "/suggest/", query_params={"q": "xf"})
    assert page.all(".//section/h2") == ["人物"]
    assert page.all(".//section//li") == ["徐坊2 篇", "许放1 篇"]
    assert "/search/?q=xf" in page.links
    assert Shown(client, "/suggest/").all(".//section/h2") == []
    assert "没有叫“甲”的" in Shown(client, "/suggest/", query_params={"q": "甲"}).main


def test_it_tells_that_too_much_was_typed(client):
    page = Shown(client, "/suggest/", query_params={"q": "水" * 101})
    assert "最多 100 字，这里有 101 字" in page.main


def test_it_names_what_a_mistyped_query_may_have_meant(small_archive):
    assert looser(parse("水酷清淤"))["respelt"] == [("水库清淤", 1)]
    assert [person.name for person in looser(parse("记者:徐放"))["people"]] == ["徐坊", "许放"]
    assert [column.value for column in looser(parse("栏目:江升"))["columns"]] == ["江声"]
    assert looser(parse("量子通信"))["respelt"] == []


@pytest.mark.parametrize("typed", ["xufang", "xu fang", "xf 水库"])
def test_the_search_names_the_people_of_a_sound(client, small_archive, typed):
    cards = Shown(client, "/search/", query_params={"q": typed}).all(".//p[@class='card']")
    assert cards == ["徐坊 署名 2 篇", "许放 署名 1 篇"]


@pytest.mark.parametrize("typed", ["记者:xufang", '记者:"xu fang"', "by:xf", "作者：fang xu", "记者:徐坊|許放"])
def test_the_search_takes_pinyin_for_a_name(client, small_archive, typed):
    typed = typed.replace("fang xu", '"fang xu"')
    assert "3 篇" in Shown(client, "/search/", query_params={"q": typed}).main


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40) | st.text(st.sampled_from("水库xuf徐坊%_·'\"|:- \x00"), max_size=12))
def test_it_answers_whatever_is_typed(client, small_archive, q):
    q = q.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    assert client.get("/api/v1/suggest", {"q": q}).status_code == 200
    assert client.get("/suggest/", {"q": q}).status_code == 200
