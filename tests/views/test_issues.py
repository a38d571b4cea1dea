"""Issues and the calendar."""

import datetime

import pytest

from articles.views.editions import Leaf, leaves, year_calendar
from tests.factories import DAY, make_article, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def test_it_shows_every_page_of_a_day(client):
    make_article(make_page(number="1", name="要闻"), headline="甲篇")
    make_article(make_page(number="2"), headline="乙篇")
    make_article(make_page(date=DAY + datetime.timedelta(days=1)), headline="次日")
    page = Shown(client, "/issues/2024-03-07/")
    assert page.all(".//h4") == ["甲篇", "乙篇"]
    assert page.all(".//h3") == ["第一版 要闻", "第二版"]
    assert "江州日报 2024年3月7日 星期四 在馆 2 版，2 篇" in page.main
    assert "/issues/2024-03-08/" in page.links


def test_it_tells_which_pages_are_missing(client):
    for number in ("1", "5"):
        make_article(make_page(number=number))
    page = Shown(client, "/issues/2024-03-07/")
    assert "□ 第二版至第四版还没有入藏。" in page.main
    assert "2—4 缺" in page.main


def test_it_keeps_the_papers_of_a_day_apart(client):
    make_article(make_page(publication="临溪日报"))
    for number in ("1", "2"):
        make_article(make_page(number=number))
    assert Shown(client, "/issues/2024-03-07/").all(".//h2") == ["江州日报", "临溪日报"]


@pytest.mark.parametrize("path", ["/issues/2024-03-08/", "/issues/2024-02-30/", "/issues/1999/", "/issues/abc/"])
def test_it_knows_no_other_days(client, path):
    make_page()
    assert client.get(path).status_code == 404


def test_it_shows_the_newest_year_first(client):
    make_page(date=datetime.date(2019, 5, 1))
    make_page()
    page = Shown(client, "/issues/")
    assert page.all(".//h1") == ["刊期2024年"]
    assert "/issues/2019/" in page.links and "/issues/2024-03-07/" in page.links


def test_it_says_the_state_of_each_day():
    pages = [
        make_page(date=datetime.date(2024, 1, 1), number="1"),
        make_page(date=datetime.date(2024, 1, 2), number="2"),
        make_page(date=datetime.date(2024, 1, 3), bases={"date": "inferred"}),
    ]
    january = year_calendar(2024, pages)[0]
    assert [day.state for day in january.days[:4]] == ["whole", "partial", "doubtful", "absent"]
    assert (january.held, january.first_weekday, len(january.days)) == (3, 1, 31)


def test_it_names_the_state_of_a_day_for_those_who_hear_it(client):
    make_page(bases={"date": "inferred"})
    assert "3月7日，1 版，日期为推断" in Shown(client, "/issues/2024/").main


def test_it_lists_undated_pages(client):
    page = make_page(date=None, publication="", number="")
    shown = Shown(client, "/issues/")
    assert "日期未知" in shown.main and page.get_absolute_url() in shown.links


def test_it_opens_without_any_page(client):
    assert "档案里还没有刊期" in Shown(client, "/issues/").main


def test_it_takes_runs_of_missing_pages_together():
    held = [Leaf("1"), Leaf("2"), Leaf("4"), Leaf("9"), Leaf("A10"), Leaf("")]
    assert [(leaf.number, leaf.last) for leaf in leaves(held)] == [
        ("1", ""), ("2", ""), ("3", "3"), ("4", ""), ("5", "8"), ("9", ""), ("A10", ""), ("", ""),
    ]  # fmt: skip
