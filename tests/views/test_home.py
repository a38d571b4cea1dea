"""The front page."""

import datetime

import pytest

from articles.views.examples import search_examples
from tests.factories import DAY, index, make_article, make_page, make_photo
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def test_it_opens_an_empty_archive_with_what_to_do(client):
    page = Shown(client, "/")
    assert "档案里还没有版面" in page.main
    assert page.all(".//h1") == ["报纸文存"]


def test_it_shows_the_newest_issue_led_by_its_first_text(client):
    make_article(make_page(date=DAY - datetime.timedelta(days=1)), headline="旧闻")
    page = make_page(name="要闻")
    make_photo(page, headline="图片在前")
    make_article(page, headline="头条")
    shown = Shown(client, "/")
    assert "旧闻" not in shown.main
    assert shown.all(".//article//h3") == ["头条", "图片在前"]
    assert "lead" in shown.root.find(".//article").get("class").split()


def test_it_goes_on_to_the_next_page_of_the_issue(client):
    make_article(make_page(number="1"), headline="第一版的")
    make_article(make_page(number="2", name="经济"), headline="第二版的")
    shown = Shown(client, "/")
    assert shown.all(".//article//h3") == ["第一版的", "第二版的"]
    assert "2版 经济" in shown.main


def test_it_opens_with_the_paper_of_most_pages(client):
    make_article(make_page(publication="安平日报"), headline="薄报")
    for number in ("1", "2"):
        make_article(make_page(publication="临溪日报", number=number), headline=f"厚报{number}")
    shown = Shown(client, "/")
    assert "厚报1" in shown.main and "薄报" not in shown.main


def test_it_counts_the_archive(client):
    page = make_page(date=datetime.date(2019, 5, 1))
    make_article(page, bylines=["程野"], figures=[("图说", ["阮文"])], length=1200)
    make_article(make_page(), bylines=["程野"], length=300)
    shown = Shown(client, "/")
    assert "馆藏 1 种报纸2 版2 篇2019—2024" in shown.text
    assert "署名 2 人，照片 1 幅（只存图说）。正文 1,500 字" in shown.main


def test_it_leads_to_people_and_columns(client):
    make_article(column="江声", bylines=["程野"])
    links = Shown(client, "/").links
    assert "/people/%E7%A8%8B%E9%87%8E/" in links and "/columns/%E6%B1%9F%E5%A3%B0/" in links


def test_it_makes_examples_that_find_something(client):
    article = make_article(headline="水库全线通水 市民喝上清泉", column="江声", bylines=["程野"])
    index(article)
    articles, columns = [article], [{"column": "江声"}]
    examples = search_examples(articles, columns)
    assert examples[1:] == ["记者:程野", "栏目:江声", "日期:2024-03-07"]
    for example in examples:
        assert "1 篇" in Shown(client, "/search/", query_params={"q": example}).main


def test_it_makes_no_examples_of_nothing():
    assert search_examples([], []) == []
