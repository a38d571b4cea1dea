"""Articles as files: one, or those that a search finds."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pytest
import rispy
from django.db import connections
from django.test import RequestFactory

from articles import loader
from articles.models import Article, KeyChange
from articles.views import exports
from tests.factories import index, make_article, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
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
    monkeypatch.setitem(exports.FORMATS, "csl", replace(exports.FORMATS["csl"], most=2))
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


@pytest.mark.sqlite
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
    assert len(list(csv.reader(io.StringIO(asked["csv"], newline="")))) == 3
    assert len([json.loads(line) for line in asked["jsonl"].split("\n") if line]) == 2


def table(client, **query) -> list[list[str]]:
    response = client.get("/search/", query | {"format": "csv"})
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="articles.csv"'
    text = body(response)
    assert text.startswith("\ufeff") and "\r\n" in text
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_it_gives_a_table_for_a_spreadsheet(client):
    page = make_page(number="2", name="要闻", bases={"date": "inferred"})
    article = make_article(page, headline="水库通水", column="江声", bylines=["程野", "徐坊"], place="临溪", length=18)
    index(article)
    header, row = table(client, q="水库")
    told = dict(zip(header, row, strict=True))
    assert told["标识"] == article.key and told["地址"] == f"http://testserver/articles/{article.key}/"
    assert (told["报纸"], told["日期"], told["版次"], told["版名"]) == ("江州日报", "2024-03-07", "2", "要闻")
    assert (told["主题"], told["作者"], told["栏目"], told["电头地点"]) == ("水库通水", "程野、徐坊", "江声", "临溪")
    assert (told["字数"], told["推断"]) == ("18", "日期")


def test_it_gives_a_spreadsheet_no_formula(client):
    page = make_page(publication="@SUM(A1)")
    index(make_article(page, headline="=CMD()水库", kicker="+1", subtitle="-1\r\n二", column="\t=1", bylines=["＝1"]))
    _, row = table(client, q="水库")
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "＝"))]
    assert "'=CMD()水库" in row and "'-1\r\n二" in row


def test_it_gives_whole_articles_as_json_lines(client, found):
    response = client.get("/search/", {"q": "水库", "format": "jsonl"})
    assert response["Content-Type"] == "application/jsonl; charset=utf-8"
    records = [json.loads(line) for line in body(response).splitlines()]
    assert {record["key"] for record in records} == {article.key for article in found}
    assert all(record["url"] == f"http://testserver/articles/{record['key']}/" for record in records)
    assert records[0]["sections"][0]["paragraphs"] == ["6日上午,泵站启动。", "汛期来临之前全部完工。"]


def test_it_gives_tables_beyond_what_is_ranked(client, monkeypatch):
    page = make_page()
    index(*(make_article(page, headline=f"水库通水{place}", position=place) for place in range(12)))
    monkeypatch.setattr("articles.search.results.POOL", 4)
    assert len(table(client, q="水库", order="newest")) == 13
    assert len(body(client.get("/search/", {"q": "水库", "format": "jsonl"})).splitlines()) == 12


def test_it_offers_tables_and_citations_of_a_search(client, found):
    text = client.get("/search/", {"q": "水库"}).text
    assert [name for name in ("csv", "jsonl", "ris", "bib") if f"format={name}" in text] == [
        "csv",
        "jsonl",
        "ris",
        "bib",
    ]


def test_it_writes_whole_pages_for_other_programs():
    """The seeds and every fourth of the pages written for the reader's tests."""
    loader.load([ROOT / "seeds", *sorted((ROOT / "tests" / "pages").glob("*.txt"))[::4]])
    numbers = list(Article.objects.values_list("number", flat=True))
    request = RequestFactory().get("/")
    text = {name: body(exports.file_of(request, form, numbers)) for name, form in exports.CITATIONS.items()}
    assert len(numbers) > 50 and len(text["gbt"].splitlines()) == len(numbers)
    items = {item["id"]: item for item in json.loads(text["csl"])}
    of_ris = {entry["id"]: entry for entry in rispy.loads(text["ris"])}
    library = bibtexparser.parse_string(text["bib"])
    assert not library.failed_blocks and items.keys() == of_ris.keys() == library.entries_dict.keys()
    for key, item in items.items():
        names = [author["literal"] for author in item.get("author", ())]
        assert (of_ris[key]["title"], of_ris[key].get("authors", [])) == (item["title"], names)
