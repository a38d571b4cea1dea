"""Feeds of the whole, a person, a column, a place, a search: entries, ids, 304, and where pages name them."""

import datetime
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.corrections.targets import address
from articles.models import Correction, Load
from tests.factories import CHANGED, index, make_article, make_page, make_photo
from tests.statements import statements
from tests.views.shown import Shown

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = {
    "articles": [],
    "pages": [],
    "errata": [],
    "person": ["程野"],
    "column": ["潮声"],
    "place": ["湖州"],
    "search": [],
}
HOSTILE = "</script>]]>&amp; <b>“泵站”"


@pytest.fixture
def archive(engine):
    page = make_page("p1", publication="江州日报", name="要闻")
    article = make_article(
        page, key="k3yk3yk3yk", headline=f"泵站{HOSTILE}", column="潮声", place="湖州", bylines=["程野", "何若谷"]
    )
    index(article)
    told = {"target": address(article), "page": page.key, "field": "headline", "old": HOSTILE, "new": "泵站"}
    Correction.objects.create(**told, reason=HOSTILE, editor="柳知和", created=timezone.now())
    return article


def path(kind: str, form: str) -> str:
    return reverse(f"feed_{kind}", args=[*FEEDS[kind], form]) + ("?q=%E6%B3%B5%E7%AB%99" if kind == "search" else "")


def entries(client, kind: str) -> list[ElementTree.Element]:
    answer = client.get(path(kind, "atom"))
    assert answer.status_code == 200 and answer["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")


@pytest.mark.parametrize("kind", FEEDS)
def test_it_tells_of_an_article_in_each_feed_in_both_forms(client, archive, kind):
    entry = entries(client, kind)[0]
    told = client.get(path(kind, "json"))
    assert told["Content-Type"].startswith("application/feed+json") and told["Access-Control-Allow-Origin"] == "*"
    item = told.json()["items"][0]
    assert (item["id"], item["url"]) == (entry.findtext(f"{ATOM}id"), entry.find(f"{ATOM}link").get("href"))
    assert client.get(item["url"]).status_code == client.get(told.json()["home_page_url"]).status_code == 200
    assert client.get(told.json()["feed_url"]).content == told.content
    assert "<br></p>" not in item["content_html"]


@pytest.mark.parametrize("kind", FEEDS)
def test_it_asks_as_often_for_many_entries_as_for_one(client, archive, kind):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path(kind, "atom")).status_code == 200
        return len(queries)

    one = asked()
    for number in range(5):
        article = make_article(
            column="潮声", place="湖州", bylines=["程野", f"程{'甲乙丙丁戊'[number]}"], headline="泵站"
        )
        index(article)
        told = {"target": address(article), "page": article.page.key, "field": "headline", "new": "泵站"}
        Correction.objects.create(**told, reason="对照原报", created=timezone.now())
    connection.queries_log.clear()
    assert asked() <= one


def test_it_gives_an_entry_an_id_that_outlives_its_address(client, archive):
    entry = entries(client, "articles")[0]
    assert entry.findtext(f"{ATOM}id") == "tag:testserver,2026:/articles/k3yk3yk3yk/"
    assert entries(client, "person")[0].findtext(f"{ATOM}id") == entry.findtext(f"{ATOM}id")
    assert entry.findtext(f"{ATOM}updated") == CHANGED.isoformat()
    assert entry.findtext(f"{ATOM}published") == "2024-03-07T00:00:00+08:00"
    assert [name.text for name in entry.findall(f"{ATOM}author/{ATOM}name")] == ["程野", "何若谷"]
    assert "<b>" not in entry.findtext(f"{ATOM}summary") and "汛期来临之前" in entry.findtext(f"{ATOM}summary")


def test_it_tells_what_was_taken_in_or_changed_last(client, archive):
    old = make_article(make_page(date=datetime.date(1986, 1, 2)), changed=CHANGED + datetime.timedelta(1))
    assert [entry.findtext(f"{ATOM}id") for entry in entries(client, "articles")] == [
        f"tag:testserver,2026:/articles/{article.key}/" for article in (old, archive)
    ]


@pytest.mark.parametrize("form", ["atom", "json"])
def test_it_answers_304_until_the_archive_changes(client, archive, form):
    Load.objects.create(started=CHANGED, finished=CHANGED, reader="1", pages=1, articles=1)
    first = client.get(path("articles", form))
    known = {"If-None-Match": first["ETag"]}
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path("articles", form), headers=known).status_code == 304
    assert len(queries) <= statements(1)
    Load.objects.create(started=CHANGED, finished=CHANGED + datetime.timedelta(1), reader="1", pages=1, articles=1)
    assert client.get(path("articles", form), headers=known).status_code == 200


@pytest.mark.parametrize("kind", FEEDS)
def test_it_is_broken_by_no_control_character(client, archive, kind):
    text = "泵站\x01\x0b\x1f\ufffe"
    article = make_article(headline=text, column="潮声", place="湖州", bylines=["程野"], sections=[(text, [text])])
    index(article)
    told = {"target": address(article), "page": article.page.key, "field": "headline", "old": text, "new": "泵站"}
    Correction.objects.create(**told, reason=text, created=timezone.now())
    assert len(entries(client, kind)) == 2 == len(client.get(path(kind, "json")).json()["items"])


@pytest.mark.parametrize("where", ["people/没有.atom", "columns/没有.json", "places/没有.atom", "articles.rss"])
def test_it_has_no_feed_of_what_is_not_there(client, db, where):
    assert client.get(f"/feeds/{where}").status_code == 404


@pytest.mark.parametrize("q", ["", "水" * 101])
def test_it_refuses_a_search_for_nothing(client, db, q):
    assert client.get("/feeds/search.json", {"q": q}).status_code == 400
    told = client.get("/feeds/search.atom", {"q": q})
    assert told.status_code == 400 and "q 是检索式，1 到 100 字。" in told.text


@pytest.mark.parametrize("kind", ["articles", "pages", "errata"])
def test_it_is_a_feed_even_of_an_empty_archive(client, db, kind):
    assert entries(client, kind) == []


def test_it_keeps_results_of_a_search_out_of_search_engines(client, archive):
    assert client.get(path("search", "atom"))["X-Robots-Tag"] == "noindex"
    assert Shown(client, "/search/?q=泵站").root.find(".//meta[@name='robots']").get("content") == "noindex"


@pytest.mark.parametrize(
    "page, kind",
    [
        ("/", "articles"),
        ("/issues/", "pages"),
        ("/errata/", "errata"),
        ("/people/程野/", "person"),
        ("/columns/潮声/", "column"),
        ("/places/湖州/", "place"),
        ("/search/?q=泵站", "search"),
    ],
)
def test_it_names_the_feed_in_the_head_of_the_page(client, archive, page, kind):
    links = Shown(client, page).root.findall(".//link[@rel='alternate']")
    types = {link.get("type"): link.get("href") for link in links}
    assert set(types) == {"application/atom+xml", "application/feed+json"}
    told = client.get(types["application/atom+xml"])
    assert told.content.count(b"<entry>") == len(entries(client, kind)) == 1


def test_it_names_the_authors_that_citations_name(client, db, settings):
    settings.CITE_CORRESPONDENTS = False
    make_photo(headline="泵站", names=[("何若谷", "", "", "摄")])
    make_article(headline="渠首", bylines=[("程野", "记者"), ("柳知和", "通讯员")])
    items = client.get(path("articles", "json")).json()["items"]
    assert {item["title"]: item["authors"] for item in items} == {
        "泵站": [{"name": "何若谷"}],
        "渠首": [{"name": "程野"}],
    }
