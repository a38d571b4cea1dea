"""One article, page or person of the API: at each of its addresses, former ones too; open to other sites."""

import json

import pytest

from articles.models import KeyChange
from tests.factories import index, make_article, make_page

HOSTILE = '</script> "}{\r\n\x01=CMD() \u2028'


@pytest.fixture
def article(db):
    return make_article(make_page("p1", text="甲"), key="k3yk3yk3yk", bylines=["程野"], headline=HOSTILE)


def test_it_gives_the_same_article_at_each_of_its_addresses(client, article):
    one = client.get("/api/v1/articles/k3yk3yk3yk")
    assert one.json()["headline"] == HOSTILE and one.json()["sections"][0]["heading"] is None
    assert client.get("/articles/k3yk3yk3yk.json").content == one.content
    by_accept = client.get("/articles/k3yk3yk3yk/", headers={"Accept": "application/json"})
    assert by_accept.content == one.content and "Accept" in by_accept["Vary"]
    assert one["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    "accept", ["text/html,application/xhtml+xml,*/*;q=0.8", "*/*", "text/html, application/json;q=0.5"]
)
def test_it_shows_people_the_page(client, article, accept):
    page = client.get("/articles/k3yk3yk3yk/", headers={"Accept": accept})
    assert page["Content-Type"].startswith("text/html") and "Accept" in page["Vary"]


def test_it_leads_from_a_former_key_to_the_present_one(client, article):
    KeyChange.objects.create(old="formerform", new=article.key)
    for former, present in [
        ("/api/v1/articles/formerform", "/api/v1/articles/k3yk3yk3yk"),
        ("/articles/formerform.json", "/articles/k3yk3yk3yk.json"),
    ]:
        answer = client.get(former)
        assert (answer.status_code, answer["Location"]) == (301, present)
        assert answer["Access-Control-Allow-Origin"] == "*"
    answer = client.get("/articles/formerform/", headers={"Accept": "application/json"})
    assert answer["Location"] == "/articles/k3yk3yk3yk/"


def test_it_gives_a_page_and_a_person(client, article):
    page, person = client.get("/api/v1/pages/p1").json(), client.get("/api/v1/people/程野").json()
    assert page["text"] == "甲" and page["articles"][0]["key"] == article.key
    assert person["articles"] == 1 and person["roles"] == [{"role": "记者", "action": None, "articles": 1}]


@pytest.mark.parametrize(
    "path",
    ["/api/v1/articles/nothing", "/api/v1/pages/%00", "/api/v1/people/a/b", "/api/v1/x", "/articles/nothing.json"],
)
def test_it_tells_programs_in_json_that_nothing_is_there(client, db, path):
    answer = client.get(path)
    assert answer.status_code == 404 and answer["Content-Type"] == "application/problem+json"
    assert answer.json()["title"] == "没有这一页。"


def test_it_answers_in_the_format_asked_for(client, db):
    answer = client.get("/articles/nothing/", headers={"Accept": "application/json"})
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert client.get("/articles/nothing/")["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("accept", ["text/csv", "image/png, text/html"])
def test_it_refuses_other_formats(client, article, accept):
    answer = client.get("/api/v1/articles", headers={"Accept": accept})
    assert answer.status_code == 406 and "application/json" in answer.json()["detail"]


@pytest.mark.parametrize("accept", ["", "*/*", "application/*", "text/html, */*;q=0.1"])
def test_it_takes_whoever_can_do_with_json(client, article, accept):
    assert client.get("/api/v1/articles", headers={"Accept": accept}).status_code == 200


def test_it_is_open_to_scripts_of_other_sites(client, article):
    for path in ("/api/v1/articles", "/api/v1/articles/nothing", "/api/v1/articles?limit=x"):
        assert client.get(path)["Access-Control-Allow-Origin"] == "*"
    before = client.options("/api/v1/articles", headers={"Origin": "https://a.example"})
    assert before.status_code == 204 and before["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert "Link" in client.get("/api/v1/articles")["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_it_only_reads(client, db, method):
    answer = getattr(client, method)("/api/v1/articles")
    assert answer.status_code == answer.json()["status"] == 405 and answer["Allow"] == "GET, HEAD, OPTIONS"
    assert client.options("/articles/x/").status_code == 405


def test_it_answers_head_without_a_body(client, article):
    answer = client.head("/api/v1/articles/k3yk3yk3yk")
    assert answer.status_code == 200 and not answer.content


def test_it_reads_a_search_back_and_tells_what_results_have_in_common(client, db):
    index(make_article(headline="泵站投运", column="水利", bylines=["程野"]), make_article(headline="泵站停机"))
    answer = client.get("/api/v1/search", {"q": "泵站 -台风"}).json()
    assert answer["query"]["terms"] == ["泵站"] and answer["query"]["excluded"] == ["台风"]
    assert answer["count"] == 2 and answer["exact"] is True
    values = {facet["field"]: facet["values"] for facet in answer["facets"]}
    assert values["column"] == [{"value": "水利", "label": "水利", "count": 1, "q": "泵站 栏目:水利 -台风"}]
    assert values["date"][0]["label"] == "2024年3月"
    narrowed = client.get("/api/v1/search", {"q": values["column"][0]["q"], "facets": "no"}).json()
    assert narrowed["count"] == 1 and narrowed["facets"] == []


def test_it_explains_itself_to_readers(client, db):
    page = client.get("/api/")
    assert page.status_code == 200 and "/api/v1/articles/{key}" in page.text
    addresses = client.get("/api/v1/").json()
    assert json.loads(client.get(addresses["openapi"]).content)["openapi"] == "3.1.0"
