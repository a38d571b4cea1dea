"""The article page: its head, length, citation, neighbours and addresses."""

import pytest

from articles.models import KeyChange
from tests.factories import make_article, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def test_it_sets_the_headline_stack_and_the_names(client):
    article = make_article(
        make_page(name="要闻"),
        kicker="全省“冠军榜”揭晓",
        headline="江州方阵还缺什么",
        subtitle="——来自38家企业的调查",
        column="江报观察",
        bylines=[("欧阳牧野", "记者", "本报"), ("苏禾", "通讯员")],
    )
    page = Shown(client, article.get_absolute_url())
    assert page.all(".//h1") == ["江州方阵还缺什么"]
    assert page.all(".//p[@class='kicker']") == ["全省“冠军榜”揭晓"]
    assert "本报记者 欧阳牧野 通讯员 苏禾" in page.main
    assert "/people/%E8%8B%8F%E7%A6%BE/" in page.links
    assert "江州日报 2024年3月7日 星期四 第1版 要闻 本版第 1 篇" in page.main
    assert page.title == "江州方阵还缺什么 – 报纸文存"


def test_it_tells_length_and_reading_time(client):
    article = make_article(length=1918)
    assert "1,918 字，约读 5 分钟" in Shown(client, article.get_absolute_url()).main


def test_it_cites_with_the_permanent_address(client):
    article = make_article(key="k3", bylines=["程野"], headline="沙渚湖泵站投运")
    page = Shown(client, article.get_absolute_url())
    assert "程野. 沙渚湖泵站投运[N/OL]. 江州日报，2024-03-07（1）. http://testserver/articles/k3/" in page.main


def test_it_leads_to_the_neighbours_on_the_page(client):
    page = make_page()
    first, second, third = (make_article(page, headline=headline) for headline in ("甲篇", "乙篇", "丙篇"))
    shown = Shown(client, second.get_absolute_url())
    assert [link.get("href") for link in shown.root.findall(".//a[@rel='prev']")] == [first.get_absolute_url()]
    assert [link.get("href") for link in shown.root.findall(".//a[@rel='next']")] == [third.get_absolute_url()]
    assert shown.all(".//section[@class='same-page']//li") == ["1甲篇", "2乙篇本文", "3丙篇"]


def test_it_redirects_from_former_keys(client):
    make_article(key="new")
    KeyChange.objects.create(old="older", new="old")
    KeyChange.objects.create(old="old", new="new")
    for address in ("/articles/older/", "/articles/older.txt"):
        response = client.get(address)
        assert response.status_code == 301
        assert response["Location"] == address.replace("older", "new")


def test_it_knows_no_other_keys(client):
    KeyChange.objects.create(old="round", new="about")
    KeyChange.objects.create(old="about", new="round")
    for key in ("nothing", "round"):
        assert client.get(f"/articles/{key}/").status_code == 404


def test_it_gives_plain_text_in_the_characters_of_the_source(client):
    article = make_article(
        kicker="引题",
        headline="主题,在此",
        column="江声",
        sections=[("", ["甲,乙。"]), ("小标题", ["丙(丁)"])],
        bylines=[("程野", "记者", "本报")],
        figures=[("图说,", [("何若谷", "", "", "摄")])],
    )
    response = client.get(f"/articles/{article.key}.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.split("\n\n") == [
        "（江声）", "引题\n主题,在此", "本报记者 程野", "甲,乙。", "小标题", "丙(丁)", "［图］图说,\n何若谷 摄",
        "——江州日报 2024年3月7日 第1版\n",
    ]  # fmt: skip


def test_it_counts_minutes_only_where_there_is_something_to_read(client):
    assert "199 字 " in Shown(client, make_article(length=199).get_absolute_url()).main + " "
    assert "约读" not in Shown(client, make_article(length=199).get_absolute_url()).main


def test_it_opens_the_citation_by_its_link(client):
    shown = Shown(client, make_article().get_absolute_url())
    assert "#cite" in shown.links and shown.root.find(".//details//*[@id='cite']") is not None


def test_it_marks_titles_of_the_page_as_traditional(client):
    page = make_page()
    article = make_article(page, headline="水管老過樓", opening="水管老過樓，街坊說話。")
    make_article(page, headline="水管通了", opening="水管通了。")
    listed = Shown(client, article.get_absolute_url()).root.findall(".//section[@class='same-page']//li")
    assert [one[1].get("lang") for one in listed] == ["zh-Hant", None]
