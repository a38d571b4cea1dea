"""Places that datelines name."""

import datetime

import pytest

from tests.factories import index, make_article, make_load, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def reports():
    make_article(make_page(date=datetime.date(2019, 5, 1)), place="临溪", headline="早年")
    make_article(make_page(date=None), place="临溪", headline="无日")
    make_article(place="临溪", headline="近年")
    make_article(place="安江", headline="别处")


def test_it_lists_places_with_counts_and_years(client, reports):
    page = Shown(client, "/places/")
    assert page.all(".//main//li/a[@class='place']") == ["临溪", "安江"]
    assert page.all(".//main//li/span[@class='ui num n']") == ["3 篇", "1 篇"]
    assert page.all(".//main//li/span[@class='ui num quiet']") == ["2019—2024", "2024"]
    assert Shown(client, "/places/?order=sound").all(".//main//li/a[@class='place']") == ["安江", "临溪"]


def test_it_shows_what_was_reported_from_a_place(client, reports):
    page = Shown(client, "/places/临溪/")
    assert page.all(".//h2") == ["近年", "早年", "无日"]
    assert "电头 3 篇" in page.main and "文中提到" not in page.main


@pytest.mark.parametrize("path", ["/places/没有/", "/places/?order=nonsense", "/columns/?order=nonsense"])
def test_it_knows_no_other_places_and_orders(client, reports, path):
    assert client.get(path).status_code == 404


def test_it_takes_any_name_of_a_place(client):
    make_article(place="京/沪?")
    link = Shown(client, "/places/").root.find(".//main//li/a[@class='place']").get("href")
    assert "京/沪?" in Shown(client, link).title


def test_it_opens_without_any_place(client):
    assert "还没有读出电头" in Shown(client, "/places/").main


@pytest.fixture
def named(engine):
    def article(headline, text, **fields):
        return make_article(headline=headline, sections=[("", [text])], **fields)

    index(
        article("电头", "杭州今天下雨。", place="杭州"),
        article("全名", "市里下雨。", place="杭州市"),
        *(article(f"文中{n}", "从杭州到德清,再到西湖边的朝阳。") for n in range(3)),
    )
    make_load()


def test_it_lists_articles_that_name_a_place_after_those_with_its_dateline(client, named):
    page = Shown(client, "/places/杭州/")
    assert page.all(".//h2") == ["电头", "全名", "文中提到杭州"]
    assert page.all(".//section[@aria-labelledby='naming']//h3") == ["文中0", "文中1", "文中2"]
    assert "电头 2 篇" in page.main and "文中提到 3 篇" in page.main


def test_it_goes_on_over_pages_from_datelines_to_texts(client, named, monkeypatch):
    monkeypatch.setattr("articles.views.places.A_PAGE", 3)
    assert Shown(client, "/places/杭州/").all(".//h3") == ["文中0"]
    page = Shown(client, "/places/杭州/?page=2")
    assert page.all(".//h3") == ["文中1", "文中2"] and "全名" not in page.main


def test_it_has_a_page_for_a_place_that_only_texts_name(client, named):
    assert Shown(client, "/places/德清/").all(".//h3") == ["文中0", "文中1", "文中2"]
    assert client.get("/places/西湖/").status_code == client.get("/places/朝阳/").status_code == 404


def test_it_leads_to_places_by_province_and_city(client, named):
    page = Shown(client, "/places/")
    assert [row.split() for row in page.all(".//dl[@class='regions ui']//dd")] == [["杭州", "4"], ["德清", "3"]]
