"""Articles as files: one, or those that a search finds."""

import json

import bibtexparser
import pytest
import rispy
from django.db import connections

from articles.models import KeyChange
from articles.views import exports
from tests.factories import index, make_article, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db

HOSTILE = 'a"}, x={\r\nER  - \r\nTY  - BOOK\x00\x85\u2028\\ =CMD() </script>'


def body(response) -> str:
    return b"".join(response.streaming_content).decode()


@pytest.fixture
def found():
    page = make_page(number="2")
    articles = [make_article(page, headline=f"水库通水{place}", bylines=["程野"]) for place in ("甲", "乙", "丙")]
    index(*articles)
    return articles


@pytest.mark.parametrize(
    ("ending", "content_type", "begins"),
    [
        ("ris", "application/x-research-info-systems; charset=utf-8", "TY  - NEWS\r\n"),
        ("bib", "application/x-bibtex; charset=utf-8", "@article{"),
        ("csl.json", "application/vnd.citationstyles.csl+json", "[\n{"),
        (
            "gbt.txt",
            "text/plain; charset=utf-8",
            "程野. 水库通水甲[N/OL]. 江州日报，2024-03-07（2）. http://testserver/",
        ),
    ],
)
def test_it_gives_an_article_as_a_file(client, found, ending, content_type, begins):
    response = client.get(f"/articles/{found[0].key}.{ending}")
    assert response.status_code == 200 and response["Content-Type"] == content_type
    assert f'filename="{found[0].key}.' in response["Content-Disposition"]
    assert response["Access-Control-Allow-Origin"] == "*"
    text = body(response)
    assert text.startswith(begins) and f"http://testserver/articles/{found[0].key}/" in text


def test_it_offers_the_files_on_the_article(client, found):
    links = Shown(client, found[0].get_absolute_url()).links
    for ending in ("ris", "bib", "csl.json", "txt"):
        assert f"/articles/{found[0].key}.{ending}" in links


def test_it_keeps_to_the_order_of_the_search(client, found):
    response = client.get("/search/", {"q": "水库", "order": "oldest", "format": "ris"})
    newest = client.get("/search/", {"q": "水库", "order": "newest", "format": "ris"})
    titles = [entry["title"] for entry in rispy.loads(body(response))]
    assert len(titles) == 3 and titles == [entry["title"] for entry in rispy.loads(body(newest))][::-1]


@pytest.mark.parametrize("name", exports.FORMATS)
def test_it_gives_what_a_search_finds_in_batches(client, found, monkeypatch, name):
    whole = body(client.get("/search/", {"q": "水库", "format": name}))
    monkeypatch.setattr(exports, "BATCH", 2)
    monkeypatch.setattr(exports, "CHUNK", 10)
    assert body(client.get("/search/", {"q": "水库", "format": name})) == whole
    assert all(article.key in whole for article in found)


def test_it_stops_at_the_stated_maximum(client, found, monkeypatch):
    monkeypatch.setattr(exports, "MOST", 2)
    assert len(json.loads(body(client.get("/search/", {"q": "水库", "format": "csl"})))) == 2


def test_it_asks_the_database_once_a_batch(client, found, django_assert_max_num_queries):
    with django_assert_max_num_queries(20, connection=connections["public"]):
        body(client.get("/search/", {"q": "水库", "format": "bib"}))


@pytest.mark.parametrize("query", ["", "没有这样的字", "(", "\x00"])
def test_it_gives_an_empty_file_where_nothing_is_found(client, found, query):
    assert json.loads(body(client.get("/search/", {"q": query, "format": "csl"}))) == []
    assert body(client.get("/search/", {"q": query, "format": "ris"})) == ""


@pytest.mark.parametrize("name", ["xml", "RIS", "ris ", "\r\nX: y", "csl.json", "../ris"])
def test_it_answers_406_to_an_unknown_format(client, found, name):
    response = client.get("/search/", {"q": "水库", "format": name})
    assert response.status_code == 406 and response["Content-Type"].startswith("text/plain")
    assert "ris、bib" in response.text and len(response.text.splitlines()) == 1


def test_it_answers_406_to_an_unknown_ending(client, found):
    assert client.get(f"/articles/{found[0].key}.docx").status_code == 406
    assert client.get(f"/articles/{found[0].key}.ris.exe").status_code == 406


def test_it_answers_404_in_the_format_asked_for(client, found):
    text, problem = client.get("/articles/nothing.ris"), client.get("/articles/nothing.csl.json")
    assert (text.status_code, problem.status_code) == (404, 404)
    assert text["Content-Type"].startswith("text/plain") and problem["Content-Type"] == "application/problem+json"
    assert json.loads(problem.text)["status"] == 404


def test_it_answers_400_to_a_query_that_is_too_long(client, found):
    assert client.get("/search/", {"q": "水" * 101, "format": "csl"})["Content-Type"] == "application/problem+json"
    assert client.get("/search/", {"q": "水" * 101, "format": "ris"}).status_code == 400


def test_it_leads_from_former_keys_to_the_present_file(client):
    make_article(key="new")
    KeyChange.objects.create(old="old", new="new")
    response = client.get("/articles/old.csl.json")
    assert (response.status_code, response["Location"]) == (301, "/articles/new.csl.json")


def test_it_answers_head_without_a_body(client, found):
    response = client.head(f"/articles/{found[0].key}.ris")
    assert response.status_code == 200 and body(response) == ""


def test_it_lets_hostile_text_break_no_format(client):
    page = make_page(publication=HOSTILE[:70], number=HOSTILE[:20], name=HOSTILE[:40])
    bad = make_article(page, headline=HOSTILE, column=HOSTILE[:90], bylines=[(HOSTILE[:50], "记者")])
    good = make_article(page, headline="水库通水", sections=[("", [HOSTILE])])
    index(bad, good)
    asked = {
        name: body(client.get("/search/", {"q": "报纸:a* | CMD | 水库", "format": name})) for name in exports.FORMATS
    }
    assert len(rispy.loads(asked["ris"])) == 2
    library = bibtexparser.parse_string(asked["bib"])
    assert len(library.entries) == 2 and not library.failed_blocks
    assert len(json.loads(asked["csl"])) == 2
    assert len(asked["gbt"].splitlines()) == 2
