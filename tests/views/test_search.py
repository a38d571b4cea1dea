"""The search page."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article
from articles.search.query import parse
from articles.views.facets import facets, narrowed
from articles.views.readback import readback
from tests.factories import index, make_article, make_page, make_photo
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def look(client, q: str, **more) -> Shown:
    return Shown(client, "/search/", query_params={"q": q, **more})


@pytest.fixture
def small_archive():
    one = make_article(
        headline="水库全线通水", sections=[("", ["清泉来了。", "水库已满,市民喝上清泉。"])], bylines=["程野"]
    )
    two = make_article(
        make_page(date=datetime.date(2019, 5, 1), publication="临溪日报", number="A06"),
        headline="水库清淤",
        column="江声",
        bylines=[("阮文", "通讯员")],
        sections=[("", ["清淤之后。"])],
    )
    index(one, two)


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
    assert any(link.endswith("?q=%E6%B0%B4%E5%BA%93") and link.startswith("/articles/") for link in page.links)


def test_it_reads_the_query_back_with_a_way_to_drop_each_part(client, small_archive):
    page = look(client, "水库 清泉 记者:程野")
    assert "在全部报纸中，找正文或标题里同时有水库×和清泉×、署名程野×的报道。" in page.main
    assert "/search/?q=%E6%B8%85%E6%B3%89%20%E8%AE%B0%E8%80%85%3A%E7%A8%8B%E9%87%8E" in page.links


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("水库", "在全部报纸中，找正文或标题里有水库的报道"),
        ("水库 报纸:临溪日报", "在临溪日报中，找正文或标题里有水库的报道"),
        ("水库 -清淤", "在全部报纸中，找正文或标题里有水库、没有清淤的报道"),
        ("甲 乙 丙", "在全部报纸中，找正文或标题里同时有甲、乙和丙的报道"),
        ("题名:水库", "在全部报纸中，找标题里有水库的报道"),
        ("日期:2019", "在全部报纸中，找2019年的报道"),
        ("水库 日期:2019-05-01 版:4", "在全部报纸中，找正文或标题里有水库、2019年5月1日、第4版的报道"),
        ("记者:甲某|乙某", "在全部报纸中，找署名甲某或乙某的报道"),
    ],
)
def test_it_reads_queries_back_as_sentences(typed, sentence):
    assert "".join(part.words or part.term for part in readback(parse(typed))) == sentence


@pytest.mark.parametrize(
    "typed", ["水库 清泉", "水库|清泉 -旧", "题名:水库 记者:程野 栏目:江声 版:A6 报纸:临溪 日期:2019"]
)
def test_it_drops_exactly_one_part_of_the_query(typed):
    parts = [part for part in readback(parse(typed)) if part.term]
    whole = len(str(parse(typed)).split())
    assert {len(str(parse(part.without)).split()) for part in parts} == {whole - 1}


def test_it_sorts_by_date(client, small_archive):
    assert look(client, "水库", order="newest").all(".//h2/a") == ["水库全线通水", "水库清淤"]
    assert look(client, "水库", order="oldest").all(".//h2/a") == ["水库清淤", "水库全线通水"]


def test_it_finds_a_reporter_by_the_bare_name_with_a_card_on_top(client, small_archive):
    page = look(client, "程野")
    assert page.all(".//h2/a") == ["水库全线通水"]
    assert page.all(".//p[@class='card']") == ["程野 署名 1 篇"]


def test_it_offers_ways_to_narrow_that_hold_what_they_promise(client, small_archive):
    page = look(client, "水库")
    for word in ("报纸", "年份", "署名", "版次"):
        assert word in page.all(".//aside//h3")
    query = parse("水库")
    for _, choices in facets(query, Article.objects.matching(query).numbers):
        for choice in choices:
            assert Article.objects.matching(parse(choice.query)).total == choice.count


def test_it_offers_what_is_alike_in_number_in_the_order_of_sounds(client, small_archive):
    query = parse("水库")
    choices = dict(facets(query, Article.objects.matching(query).numbers))
    assert [choice.text for choice in choices["署名"]] == ["程野", "阮文"]


def test_it_offers_nothing_that_all_results_share(client):
    index(make_article(headline="水库一"), make_article(headline="水库二"))
    assert "报纸" not in look(client, "水库").all(".//aside//h3")


@pytest.mark.parametrize("value", ["江声", "一 二", "江州经济·走进车间①", 'a"b'])
def test_it_writes_narrowed_queries_that_read_again(value):
    (item,) = parse(narrowed(parse("水库"), "栏目", value)).filters
    assert item.field == "column"


def test_it_suggests_what_does_find_something(client, small_archive):
    page = look(client, "清泉 量子通信 记者:程也")
    assert "没有找到" in page.main
    assert "只找“清泉”1 篇" in page.main and "只找“量子通信”" not in page.main
    assert "程野1 篇" in page.main
    assert "馆藏从2019年5月1日到2024年3月7日，共 2 版" in page.main


def test_it_opens_without_hits_in_an_empty_archive(client):
    assert "没有找到" in look(client, "水库").main


def test_it_tells_when_the_query_was_loosened(client):
    index(make_article(headline="水库", sections=[("", ["通水了。后来清淤了。"])]))
    page = look(client, "通水清淤")
    assert page.all(".//h2/a") == ["水库"]
    assert "没有连在一起的" in page.main


def test_it_tells_that_a_query_is_too_long_and_keeps_it(client):
    page = look(client, "水" * 132)
    assert "最多 100 字，这里有 132 字。请删短再找。" in page.main
    field = page.root.find(".//input[@name='q']")
    assert (field.get("value"), field.get("aria-describedby")) == ("水" * 132, "q-error")


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
def test_it_answers_whatever_is_typed(client, small_archive, q):
    response = client.get("/search/", {"q": q.encode("utf-8", "surrogatepass").decode("utf-8", "replace")})
    assert response.status_code == 200
