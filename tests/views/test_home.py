"""The front page."""

import datetime

import pytest

from articles.holdings import held
from articles.views.anniversaries import anniversaries
from articles.views.chronicle import chronicle
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
    articles, columns = [article], ["江声"]
    examples = search_examples(articles, columns)
    assert examples[1:] == ["记者:程野", "栏目:江声", "日期:2024-03-07"]
    for example in examples:
        assert "1 篇" in Shown(client, "/search/", query_params={"q": example}).main


def test_it_makes_no_examples_of_nothing():
    assert search_examples([], []) == []


def test_it_tells_how_many_pages_of_the_issue_are_missing(client):
    for number in ("1", "4"):
        make_article(make_page(number=number))
    assert "在馆 2 版，缺 2 版" in Shown(client, "/").main


def test_it_leads_to_the_issue_before(client):
    make_article(make_page(date=DAY - datetime.timedelta(days=3)))
    make_article(make_page())
    assert "/issues/2024-03-04/" in Shown(client, "/").links


def test_it_leads_to_places(client):
    make_article(place="湖州")
    assert "/places/%E6%B9%96%E5%B7%9E/" in Shown(client, "/").links


def test_it_tells_the_role_of_one_who_signed_once_and_the_count_of_the_others(client):
    make_article(bylines=[("程野", "记者", "", ""), ("阮文", "通讯员", "", "")])
    make_article(bylines=["程野"])
    people = Shown(client, "/").all(".//ul[@class='names']/li")
    assert people == ["程野 2 篇", "阮文 通讯员"]


def test_it_leaves_out_what_it_has_nothing_for(client):
    make_article()
    bands = Shown(client, "/").all(".//section/h2")
    assert bands == ["最新一期", "馆藏"]


def test_it_recalls_this_day_in_earlier_years(client, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: DAY)
    make_article(make_page(date=DAY.replace(year=2019), number="6"), headline="泵站往事")
    make_article(make_page(date=DAY), headline="今年的")
    shown = Shown(client, "/")
    assert shown.all(".//ul[@class='band-body ruled then']/li") == ["2019 泵站往事 江州日报 第6版"]


def test_it_recalls_the_first_text_of_the_fullest_paper_newest_year_first():
    for year in (2003, 2011, 2014, 2016, 2022):
        page = make_page(date=DAY.replace(year=year))
        make_photo(page, headline="图片在前")
        make_article(page, headline=f"{year}年")
    for number in ("1", "2"):
        make_article(make_page(publication="临溪日报", date=DAY.replace(year=2016), number=number), headline="厚报")
    make_article(make_page(date=DAY.replace(year=2020, day=8)), headline="次日")
    assert [article.headline for article in anniversaries(DAY)] == ["2022年", "厚报", "2014年", "2011年"]


def test_it_recalls_the_29th_of_february_in_leap_years_only():
    make_article(make_page(date=datetime.date(2020, 2, 29)), headline="闰日")
    make_article(make_page(date=datetime.date(2023, 2, 28)), headline="平年")
    assert [article.headline for article in anniversaries(datetime.date(2024, 2, 29))] == ["闰日"]


def test_it_draws_the_years_of_each_paper_on_one_scale(client):
    for year, many in ((2001, 1), (2020, 3)):
        for number in range(many):
            make_article(make_page(date=datetime.date(year, 5, 1), number=str(number + 1)))
    make_article(make_page(publication="", date=datetime.date(2010, 5, 1)))
    rows = Shown(client, "/").all(".//div[@class='chronicle']/ul/li")
    assert rows == ["江州日报 2001—2020 4 版", "报名未知 2010 1 版"]
    drawn = chronicle(held().years)
    assert (drawn.years, drawn.most, drawn.others) == (range(2001, 2021), 3, 0)


def test_it_draws_the_fullest_papers_and_counts_the_others():
    for paper in range(11):
        make_page(publication=f"第{paper:02}报")
    make_page(publication="第10报", number="2")
    drawn = chronicle(held().years)
    assert (drawn.rows[0].name, len(drawn.rows), drawn.others) == ("第10报", 8, 3)


def test_it_draws_nothing_of_one_paper_of_one_year(client):
    make_article()
    assert Shown(client, "/").root.find(".//svg") is None
