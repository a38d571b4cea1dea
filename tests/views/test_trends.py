"""词频."""

import csv
import datetime
import io
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from articles.search import overtime
from tests.factories import index, make_article, make_load, make_page
from tests.statements import statements
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


def look(client, q: str, **more) -> Shown:
    return Shown(client, f"/trends/?{urlencode({'q': q, **more})}")


@pytest.fixture
def four_years():
    made = [
        make_article(
            make_page(date=datetime.date(year, 3, 7)), sections=[("", [f"{word}{place}"])], headline="", length=1000
        )
        for place, (year, word) in enumerate([(2020, "清泉"), (2023, "清泉"), (2023, "清泉与水库"), (2023, "山林")])
    ]
    index(*made)
    make_load()


def table(page: Shown) -> list[list[str]]:
    return [[page.words(cell) for cell in row if cell.tag in ("th", "td")] for row in page.root.findall(".//table//tr")]


def test_it_asks_without_words(client, four_years):
    page = Shown(client, "/trends/")
    assert "写下一个到 5 个词" in page.main and page.root.find(".//table") is None
    assert ("/trends/", "词频") in {(link.get("href"), page.words(link)) for link in page.root.iter("a")}


def test_it_weighs_words_by_year(client, four_years):
    page = look(client, "清泉，水库")
    assert [row[0] for row in table(page)] == ["词", "清泉", "水库"]
    assert table(page)[1][1:] == ["1,000", "—", "—", "666.7"]
    assert table(page)[2][1:] == ["0", "—", "—", "333.3"]
    image = page.root.find(f".//{SVG}svg[@role='img']")
    named = {element.get("id"): page.words(element) for element in image if element.get("id")}
    assert [named[name] for name in image.get("aria-labelledby").split()][0] == "清泉、水库的词频，2020年至2023年"
    assert page.scripts == [] and "style=" not in page.html


def test_it_counts_articles_and_months_if_asked(client, four_years):
    assert table(look(client, "清泉", count="articles"))[1] == ["清泉", "1", "—", "—", "2"]
    rows = table(look(client, "清泉", count="articles", by="month"))
    assert (rows[-2][0], rows[-1][3]) == ("2023年", "2") and rows[1][3] == "1"


def test_it_leads_from_each_figure_to_its_articles(client, four_years):
    page = look(client, "清泉", count="articles")
    links = [cell.get("href") for cell in page.root.findall(".//td/a")]
    assert [parse_qs(urlsplit(link).query)["q"] for link in links] == [['"清泉" 日期:2020'], ['"清泉" 日期:2023']]
    assert [Shown(client, link).all(".//span[@class='total']") for link in links] == [["1"], ["2"]]
    assert set(links) <= {link.get("href") for link in page.root.findall(f".//{SVG}svg/{SVG}a")}


def test_it_compares_five_words_and_says_which_are_left_out(client, four_years):
    page = look(client, "甲、乙、丙、丁、清泉、戊、己")
    assert [row[0] for row in table(page)[1:]] == ["甲", "乙", "丙", "丁", "清泉"]
    assert "没有比较“戊”“己”" in page.main


@pytest.mark.parametrize("typed", ["，", "“”", '"'])
def test_it_says_where_there_is_no_word(client, four_years, typed):
    page = look(client, typed)
    assert "没有可以比较的词" in page.main and page.root.find(".//table") is None


def test_it_takes_no_more_than_it_can_search(client, four_years):
    page = look(client, "水" * 81)
    assert "最多 80 字，这里有 81 字" in page.main
    assert page.root.find(".//input[@id='words']").get("aria-invalid") == "true"
    assert table(look(client, "水" * 80))[1][0] == "水" * 80


def test_it_says_where_counts_are_not_exact(client, four_years, monkeypatch):
    monkeypatch.setattr(overtime, "POOL", 0)
    assert "“清泉与”的报道太多，没有逐篇核对" in look(client, "清泉与，山林").main
    assert "太多" not in look(client, "山林").main


def test_it_stands_without_a_dated_page(client):
    make_article(make_page(date=None))
    assert "还没有日期已知的版面" in look(client, "清泉").main
    assert "还没有日期已知的版面" in Shown(client, "/trends/").main


@pytest.mark.parametrize("asked", ["count=x", "by=day", "from=1900", "by=month&from=x"])
def test_it_knows_no_other_ways(client, four_years, asked):
    Shown(client, f"/trends/?q=清泉&{asked}", 404)


def test_it_shows_markup_as_text(client, four_years):
    page = look(client, "<img src=x>，清泉")
    assert page.root.find(".//main//img") is None and "<img src=x>" in page.main


def test_it_gives_a_table_for_spreadsheets(client, four_years):
    answer = client.get("/trends/", {"q": "清泉,=1+1", "format": "csv"})
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))
    assert rows[0] == ["时段", "词", "篇数", "每百万字篇数", "馆藏版数", "馆藏字数", "篇数确切"]
    assert rows[1] == ["2020", "清泉", "1", "1000.0", "1", "1000", "是"]
    assert rows[2] == ["2021", "清泉", "0", "", "0", "0", "是"]
    assert rows[5][1] == "'=1+1"


def test_it_asks_little_of_the_database(client, four_years, django_assert_max_num_queries):
    with django_assert_max_num_queries(statements(12)):
        look(client, "清泉与甲、水库与乙、山林与丙、数字经济、共同富裕")


def test_it_is_led_to_from_a_search_over_time(client, four_years):
    links = Shown(client, "/search/?q=清泉").links
    assert f"/trends/?{urlencode({'q': '清泉'})}" in links
