"""The search page: a query read back as a sentence, and what is offered where little is found."""

import pytest

from articles.models import Article, Person
from articles.search.query import parse
from articles.views.readback import readback
from tests.factories import index, make_article
from tests.views.searched import address, look

pytestmark = pytest.mark.django_db


def test_it_reads_the_query_back_with_a_way_to_drop_each_part(client, small_archive):
    page = look(client, "水库 清泉 记者:程野")
    assert (
        "在全部报纸中，找正文或标题里同时有水库去掉“水库”×和清泉去掉“清泉”×、署名程野去掉“程野”×的报道。" in page.main
    )
    assert address("清泉 记者:程野") in page.links


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("水库", "在全部报纸中，找正文或标题里有水库的报道"),
        ("水库 报纸:临溪日报", "在临溪日报中，找正文或标题里有水库的报道"),
        ("水库 -清淤", "在全部报纸中，找正文或标题里有水库、没有清淤的报道"),
        ("水库 -记者:程野 -版:4", "在全部报纸中，找正文或标题里有水库、没有署名程野、不是第4版的报道"),
        ("水库 -报纸:临溪 -栏目:江声", "在全部报纸中，找正文或标题里有水库、不在临溪、不在栏目江声的报道"),
        ("水库 -体裁:图片 -存疑:有", "在全部报纸中，找正文或标题里有水库、体裁不是图片、没有存疑的报道"),
        (
            "水库 -数字:>100亿元 -地点:江州",
            "在全部报纸中，找正文或标题里有水库、文中没有数字>100亿元、电头不是江州的报道",
        ),
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
    "typed",
    ["水库 清泉", "水库|清泉 -旧", "题名:水库 记者:程野 栏目:江声 版:A6 报纸:临溪 日期:2019", "水库 -记者:程野 -版:A6"],
)
def test_it_drops_exactly_one_part_of_the_query(typed):
    parts = [part for part in readback(parse(typed)) if part.term]
    whole = len(str(parse(typed)).split())
    assert {len(str(parse(part.without)).split()) for part in parts} == {whole - 1}


def test_it_finds_a_reporter_by_the_bare_name_with_a_card_on_top(client, small_archive):
    page = look(client, "程野")
    assert page.all(".//h2/a") == ["水库全线通水"]
    assert page.all(".//p[@class='card']") == ["程野 署名 1 篇"]


def test_it_shows_whom_a_latin_word_may_mean(client):
    index(make_article(bylines=["徐坊"]))
    Person.objects.filter(name="徐坊").update(pinyin="xu fang")
    index(*Article.objects.all())
    assert look(client, "xufang").all(".//p[@class='card']") == ["徐坊 署名 1 篇"]


def test_it_offers_names_and_spellings_like_those_not_found(client):
    index(make_article(headline="水库", column="江声", bylines=["徐坊"]))
    assert "徐坊1 篇" in look(client, "记者:徐方").main
    assert look(client, "栏目:江生").all(".//div[@class='none']//h2")[:1] == ["栏目相近"]


def test_it_tells_the_words_that_a_term_was_taken_apart_into(client, small_archive):
    assert "拆作词：" in look(client, "水库全线通水").main
    assert "拆作词：" not in look(client, "水库").main


def test_it_suggests_what_does_find_something(client, small_archive):
    page = look(client, "清泉 量子通信 记者:程也")
    assert "没有找到" in page.main
    assert "只找“清泉”1 篇" in page.main and "只找“量子通信”" not in page.main
    assert "程野1 篇" in page.main
    assert "馆藏从2019年5月1日到2024年3月7日，共 2 版" in page.main


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
