"""The search page: ways to narrow a search, by facets, over time, and from elsewhere in the archive."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from articles.models import Article
from articles.search.query import parse
from tests.factories import index, make_article, make_page
from tests.views.searched import address, look
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def choices(page: Shown, field: str) -> dict[str, str]:
    """{words and count: address} of a facet."""
    section = page.root.find(f".//section[@aria-labelledby='f-{field}']")
    items = section.findall(".//li") if section is not None else []
    return {page.words(item): item.find("a").get("href") for item in items}


def test_it_offers_ways_to_narrow_that_hold_what_they_promise(client, small_archive):
    page = look(client, "水库")
    assert page.all(".//aside//h3") == ["报纸", "年份", "署名", "栏目", "版次"]
    assert choices(page, "person") == {"程野1 篇": address("水库 记者:程野"), "阮文1 篇": address("水库 记者:阮文")}
    for field in ("paper", "year", "column", "page"):
        for link in choices(page, field).values():
            assert len(Shown(client, link).all(".//h2/a")) == 1, link


def test_it_offers_what_one_could_choose_instead_and_takes_a_choice_back(client, small_archive):
    page = look(client, "水库 报纸:临溪日报")
    assert choices(page, "paper") == {
        "去掉临溪日报×1 篇": address("水库"), "江州日报1 篇": address("水库 报纸:临溪日报|江州日报"),
    }  # fmt: skip
    both = Shown(client, choices(page, "paper")["江州日报1 篇"])
    assert "2 篇" in both.main and len(both.all(".//aside//a[@aria-current]")) == 2


def test_it_keeps_the_order_when_narrowing(client, small_archive):
    assert all("order=oldest" in link for link in choices(look(client, "水库", order="oldest"), "paper").values())


def test_it_goes_down_from_years_to_months(client):
    for month in (3, 5, 12):
        index(make_article(make_page(date=datetime.date(2023, month, 8)), headline="水库"))
    index(make_article(make_page(date=datetime.date(2019, 5, 1)), headline="水库"))
    page = look(client, "水库")
    assert list(choices(page, "year")) == ["2023年3 篇", "2019年1 篇"] and not choices(page, "month")
    year = Shown(client, choices(page, "year")["2023年3 篇"])
    assert list(choices(year, "month")) == ["3月1 篇", "5月1 篇", "12月1 篇"]
    month = Shown(client, choices(year, "month")["5月1 篇"])
    assert "2023年5月" in month.main and len(month.all(".//h2/a")) == 1
    back = choices(month, "month")["去掉5月×1 篇"]
    assert back == address("水库 日期:2023")


@pytest.mark.parametrize(
    ("path", "words", "filters"),
    [
        ("/pages/{page}/", "在本版检索", "报纸:临溪日报 日期:2019-05-01 版:A6"),
        ("/issues/2019-05-01/", "在本期检索", "报纸:临溪日报 日期:2019-05-01"),
        ("/people/阮文/", "在此人作品中检索", "记者:阮文"),
    ],
)
def test_it_is_reached_from_a_page_an_issue_and_a_person(client, small_archive, path, words, filters):
    article = Article.objects.get(headline="水库清淤")
    page = Shown(client, path.format(page=article.page.key))
    way = next(link.get("href") for link in page.root.iter("a") if page.words(link) == words)
    typed = parse_qs(urlsplit(way).query)["q"][0]
    assert set(parse(typed).filters) == set(parse(filters).filters)
    assert Shown(client, way).all(".//h2/a") == ["水库清淤"]


def bars(page: Shown) -> list[str]:
    return page.all(".//section[@aria-labelledby='over-time']//li")


def test_it_draws_the_results_over_the_years_with_their_gaps(client):
    for year in (2017, 2017, 2019, 2021):
        index(make_article(make_page(date=datetime.date(year, 5, 1)), headline="水库"))
    page = look(client, "水库")
    assert bars(page) == ["20172 篇", "20180", "20191 篇", "20200", "20211 篇"]
    chosen = look(client, "水库 日期:2017..2019")
    assert len(chosen.root.findall(".//{*}rect[@class='chosen']")) == 3
    year = look(client, "水库 日期:2017")
    assert len(bars(year)) == 12 and bars(year)[4] == "5月2 篇"
    assert year.root.find(".//div[@class='span ui']/a").get("href") == address("水库")


def test_it_draws_nothing_for_one_month(client):
    index(make_article(headline="水库"), make_article(headline="水库"))
    assert bars(look(client, "水库")) == []


def test_it_searches_again_within_the_results(client, small_archive):
    page = look(client, "水库", order="newest")
    form = page.root.find(".//form[@class='search again']")
    assert {field.get("name"): field.get("value") for field in form.findall(".//input")} == {
        "q": "水库", "order": "newest", "more": None,
    }  # fmt: skip
    answer = client.get("/search/", {"q": "水库", "order": "newest", "more": " 清泉 "})
    assert (answer.status_code, answer.url) == (302, address("水库 清泉", order="newest"))


@pytest.mark.parametrize("q", ["水库", "日期:2024 水库", "清泉 水库 -没有"])
def test_it_offers_nothing_that_all_results_share(client, q):
    index(make_article(headline="水库清泉一"), make_article(headline="水库清泉二"))
    assert "报纸" not in look(client, q).all(".//aside//h3")
