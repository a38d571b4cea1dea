"""What an article is about, related articles and reprints: on its page, in its object, for machines."""

import datetime
import json

import pytest
from django.db import connections

from tests.factories import index, make_article, make_load, make_page
from tests.statements import statements
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db
TEXT = (
    "青石湾水库的移民搬进新居，果农在临溪镇种下脐橙，合作社今年卖出三千吨。水库的水引到坡上，移民在家门口摘果。"
    "村里的老人说，从前挑水要走五里山路，如今自来水接到灶台边。镇上的干部每月逢五下村，把意见本摊在晒场上。"
    "去年冬天修好的渠道，把库水引到坡上的梯田，旱季也能灌溉。年轻人回来办起了民宿，周末要提前半个月订房。"
)


def text(*paragraphs):
    return [("", list(paragraphs))]


@pytest.fixture
def article(engine):
    """An article, one beside it and one elsewhere about the same, its reprint in another paper, and others."""
    page = make_page(number="1")
    later = make_page(publication="江州晚报", date=datetime.date(2024, 3, 8), number="3")
    article = make_article(page, headline="水库移民种脐橙", sections=text(TEXT))
    about = text("水库移民今年忙。移民说,水库水清,脐橙甜。")
    beside = make_article(page, headline="脐橙上市 移民增收", sections=about)
    elsewhere = make_article(make_page(number="5"), headline="移民脐橙出山", sections=about)
    again = make_article(later, headline="坡上果香", sections=text("编者按：来信选登。", TEXT))
    others = [make_article(make_page(), headline=f"会议{n}", sections=text("会议召开。")) for n in range(9)]
    index(article, beside, elsewhere, again, *others)
    make_load()
    return article


def test_it_tells_keywords_as_ways_into_the_search(client, article):
    page = Shown(client, article.get_absolute_url())
    words = page.all(".//dl[@class='kin ui']/div[2]/dd")
    assert {"水库", "移民", "脐橙"} <= {*words} and len(words) <= 8
    assert "/search/?q=%E6%B0%B4%E5%BA%93" in page.links
    assert "脐橙" in json.loads(page.root.findtext(".//script"))["keywords"]


def test_it_tells_where_the_text_was_printed_again(client, article):
    page = Shown(client, article.get_absolute_url())
    assert page.all(".//dl[@class='kin ui']/div[1]/dd") == ["江州晚报 2024年3月8日 第3版 题为“坡上果香”"]


def test_it_leads_to_related_articles_that_are_not_shown_already(client, article):
    page = Shown(client, article.get_absolute_url())
    assert page.all(".//section[@aria-labelledby='related']//a") == ["移民脐橙出山"]


def test_it_tells_programs_the_same(client, article):
    found = client.get(f"/api/v1/articles/{article.key}").json()
    assert "移民" in found["keywords"]
    assert [one["title"] for one in found["related"]] == ["移民脐橙出山"]
    assert [one["title"] for one in found["reprints"]] == ["坡上果香"]


def test_it_stays_within_the_budget_of_queries(client, article, django_assert_max_num_queries):
    with django_assert_max_num_queries(statements(16), connection=connections["public"]):
        client.get(article.get_absolute_url())


def test_it_leaves_out_what_an_article_alone_has_not(client, db):
    article = make_article(sections=(), headline="")
    index(article)
    page = Shown(client, article.get_absolute_url())
    assert "相关报道" not in page.text and "关键词" not in page.text and "又见于" not in page.text
    found = client.get(f"/api/v1/articles/{article.key}").json()
    assert (found["keywords"], found["related"], found["reprints"]) == ([], [], [])
