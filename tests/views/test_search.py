"""The search page: what it asks, finds, marks and pages."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.factories import index, make_article, make_page, make_photo, quote
from tests.views.searched import look
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def test_it_asks_without_a_query(client):
    page = Shown(client, "/search/")
    assert "词与词之间空一格" in page.main
    assert page.root.find(".//form[@role='search']//input[@name='q']") is not None


def test_it_finds_and_marks(client, small_archive):
    page = look(client, "清泉")
    assert page.all(".//h2/a") == ["水库全线通水"]
    assert page.all(".//mark") == ["清泉", "清泉"]
    assert "水库已满，市民喝上清泉。" in page.main
    assert "江州日报 2024年3月7日 第1版" in page.main


def test_it_marks_the_names_and_the_column_that_were_found(client, small_archive):
    assert look(client, "程野").all(".//p[@class='after']//mark") == ["程野"]
    assert look(client, "江声").all(".//p[@class='after']//mark") == ["江声"]


def test_it_sets_a_passage_over_two_paragraphs_as_one(client, small_archive):
    assert "清泉来了。水库已满，市民喝上清泉。" in look(client, "清泉来了 水库").main


def test_it_keeps_the_query_in_the_box_and_in_the_links(client, small_archive):
    page = look(client, "水库", order="newest")
    assert page.root.find(".//input[@name='q']").get("value") == "水库"
    assert page.root.find(".//input[@name='order']").get("value") == "newest"
    results = [link for link in page.links if "?q=" in link and link.startswith("/articles/")]
    assert [link.partition("?")[2] for link in results] == [
        "q=%E6%B0%B4%E5%BA%93&order=newest&n=1", "q=%E6%B0%B4%E5%BA%93&order=newest&n=2",
    ]  # fmt: skip


def test_it_sorts_by_date(client, small_archive):
    assert look(client, "水库", order="newest").all(".//h2/a") == ["水库全线通水", "水库清淤"]
    assert look(client, "水库", order="oldest").all(".//h2/a") == ["水库清淤", "水库全线通水"]


def test_it_asks_the_database_little(client):
    page = make_page()
    index(*(make_article(page, headline=f"水库{number}", bylines=["程野"]) for number in range(25)))
    with CaptureQueriesContext(connections["public"]) as captured:
        look(client, "水库")
    rows = [one["sql"] for one in captured if "search_" not in one["sql"] and "articles_" in one["sql"]]
    assert len(rows) <= 5 + 2, rows  # articles with text, and people of that name


def test_it_opens_without_hits_in_an_empty_archive(client):
    assert "没有找到" in look(client, "水库").main


def test_it_pages_through_results(client):
    index(*(make_article(headline=f"水库{number}") for number in range(23)))
    first = look(client, "水库", order="newest")
    assert len(first.all(".//h2/a")) == 20 and "23 篇" in first.main
    second = look(client, "水库", order="newest", page="2")
    assert len(second.all(".//h2/a")) == 3
    assert not set(first.all(".//h2/a")) & set(second.all(".//h2/a"))
    assert any("order=newest" in link and "page=2" in link for link in first.links)


@pytest.mark.parametrize("page", ["0", "-1", "abc", "1000000000", "2"])
def test_it_knows_no_pages_beyond(client, small_archive, page):
    assert client.get("/search/", {"q": "水库", "page": page}).status_code == 404


def test_it_shows_photos_by_their_captions(client):
    index(make_photo(headline="抢“鲜”上市", caption="笋农忙着分拣。"))
    page = look(client, "笋农")
    assert page.all(".//mark") == ["笋农"] and "何若谷 摄" in page.main


def test_it_is_not_for_robots(client):
    assert 'name="robots" content="noindex"' in Shown(client, "/search/").html


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=60) | st.text(st.sampled_from('水库通记者题名日期版:：-|"“”「」()* \x00\ud800^~.12'), max_size=30)
)
@example("/")
@example("/search/")
@example("<0")
def test_it_answers_whatever_is_typed(client, small_archive, q):
    response = client.get("/search/", {"q": q.encode("utf-8", "surrogatepass").decode("utf-8", "replace")})
    assert response.status_code == 200 or response.url.startswith("/quantities/?q=")  # a quantity alone: <0


def test_it_finds_by_a_quoted_number_and_reads_it_back(client):
    article = make_article(headline="水库开工", sections=[("", ["水库投资24亿元。"])])
    quote(article)
    index(article, make_article(headline="水库夜话", sections=[("", ["水库投资不多。"])]))
    page = look(client, "水库 数字:>1亿元")
    assert page.all(".//h2/a") == ["水库开工"]
    assert "文中数字" in page.main and ">1亿元" in page.main
    assert "看不懂" in look(client, "水库 数字:很多").main
    told = client.get("/api/v1/search", {"q": "水库 数字:>1亿元"}).json()
    assert [one["title"] for one in told["results"]] == ["水库开工"]
    assert told["query"]["filters"] == [
        {"field": "quantity", "label": "数字", "values": [">1亿元"], "means": [">1亿元"]}
    ]
