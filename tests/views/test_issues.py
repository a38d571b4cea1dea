"""Issues and the calendar."""

import datetime

import pytest

from articles.display.editions import Leaf, leaves
from articles.display.years import months, papers_in, tally
from articles.holdings import held
from articles.models import Page
from tests.factories import DAY, make_article, make_load, make_page
from tests.statements import statements
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


@pytest.mark.parametrize(
    "path", ["/issues/2024-03-08/", "/issues/?paper=没有", "/issues/2024-02-30/", "/issues/1999/", "/issues/abc/"]
)
def test_it_knows_no_other_days(client, path):
    make_page()
    assert client.get(path).status_code == 404


def test_it_shows_the_newest_year_first(client):
    make_page(date=datetime.date(2019, 5, 1))
    make_page()
    page = Shown(client, "/issues/")
    assert page.all(".//h1") == ["江州日报2024年"]
    assert "/issues/2019/" in page.links and "/issues/2024-03-07/" in page.links


def shown_months(year: int = 2024) -> list:
    return months(year, papers_in(year, Page.objects.all(), held().papers_dated))


def test_it_says_the_state_of_each_day():
    make_page(date=datetime.date(2024, 1, 1), number="1")
    make_page(date=datetime.date(2024, 1, 2), number="2")
    make_page(date=datetime.date(2024, 1, 3), bases={"date": "inferred"})
    make_page(date=datetime.date(2024, 1, 5))
    january = shown_months()[0]
    states = ["whole", "partial", "doubtful", "missing", "whole", "outside"]
    assert [day.state for day in january.days[:6]] == states
    assert (january.held, january.first_weekday, len(january.days)) == (4, 1, 31)
    assert tally(shown_months()) == {"whole": 2, "partial": 1, "doubtful": 1, "missing": 1, "held": 4, "due": 5}


def test_it_does_not_merge_the_papers_of_a_day(client):
    for publication, days in (("江州日报", (1, 2, 3)), ("临溪日报", (1, 3))):
        for day in days:
            make_page(publication=publication, date=datetime.date(2024, 1, day))
    second = shown_months()[0].days[1]
    assert (second.state, second.words) == ("partial", "临溪日报 缺期；江州日报 整期，1 版")
    assert [month.held for month in shown_months()[:2]] == [5, 0]
    page = Shown(client, "/issues/2024/")
    assert page.all(".//h1") == ["全部报纸2024年"] and "应有 6 期，在馆 5 期" in page.main
    assert "1月2日，临溪日报 缺期；江州日报 整期，1 版" in page.main


def test_it_shows_one_paper_if_asked(client):
    make_page(publication="临溪日报", date=datetime.date(2023, 1, 1))
    make_page(publication="", date=datetime.date(2023, 1, 2))
    make_page()
    page = Shown(client, "/issues/?paper=临溪日报")
    assert page.all(".//h1") == ["临溪日报2023年"]
    assert "/issues/2023-01-01/" in page.links and "/issues/2023-01-02/" not in page.links
    assert Shown(client, "/issues/?paper=报名未知").all(".//h1") == ["报名未知2023年"]


def test_it_tells_days_of_rest_from_missing_ones_and_says_that_it_infers_them(client):
    for step in range(20 * 7):
        day = datetime.date(2024, 1, 1) + datetime.timedelta(days=step)
        if day.weekday() < 6 and step != 9:
            make_page(date=day)
    page = Shown(client, "/issues/2024/")
    assert "1月7日，休刊" in page.main and "1月10日，缺期" in page.main
    assert "江州日报这一年逢星期日没有见到" in page.main
    assert "应有 120 期，在馆 119 期" in page.main


def test_it_shows_years_within_the_span_of_which_nothing_is_held(client):
    for year in (2020, 2022):
        make_page(date=datetime.date(year, 6, 1))
    assert "在馆 0 期" in Shown(client, "/issues/2021/").main
    assert client.get("/issues/2019/").status_code == 404


def test_it_asks_few_questions_whatever_the_year_holds(client, django_assert_max_num_queries):
    for day in range(1, 29):
        make_page(date=datetime.date(2024, 2, day), publication=f"第{day % 4}报")
    make_load()
    with django_assert_max_num_queries(statements(5)):
        Shown(client, "/issues/2024/")


def test_it_names_the_state_of_a_day_for_those_who_hear_it(client):
    make_page(bases={"date": "inferred"})
    assert "3月7日，日期存疑，1 版" in Shown(client, "/issues/2024/").main


def test_it_lists_undated_pages(client):
    page = make_page(date=None, publication="", number="")
    shown = Shown(client, "/issues/")
    assert "日期未知" in shown.main and page.get_absolute_url() in shown.links


def test_it_opens_without_any_page(client):
    assert "还没有刊期" in Shown(client, "/issues/").main


def test_it_takes_runs_of_missing_pages_together():
    held = [Leaf("1"), Leaf("2"), Leaf("4"), Leaf("9"), Leaf("A10"), Leaf("")]
    assert [(leaf.number, leaf.last) for leaf in leaves(held)] == [
        ("1", ""), ("2", ""), ("3", "3"), ("4", ""), ("5", "8"), ("9", ""), ("A10", ""), ("", ""),
    ]  # fmt: skip


def test_it_leads_on_to_the_issues_before_and_after(client):
    for days in (-2, 0, 5):
        make_article(make_page(date=DAY + datetime.timedelta(days=days)))
    onward = Shown(client, "/issues/2024-03-07/").all(".//nav[@class='onward ui']/p")
    assert onward == ["前一期 2024年3月5日 星期二", "后一期 2024年3月12日 星期二"]


def test_it_counts_the_pages_and_articles_of_each_paper(client):
    for number in ("1", "4"):
        make_article(make_page(number=number))
    make_article(make_page(publication="临溪日报"))
    page = Shown(client, "/issues/2024-03-07/")
    assert "在馆 2 版，缺 2 版，2 篇" in page.main and "在馆 1 版，1 篇" in page.main


def test_it_says_where_nothing_was_read_from_a_page(client):
    make_page()
    assert "这一版没有读出文章。" in Shown(client, "/issues/2024-03-07/").main


def test_it_says_where_too_little_is_held_to_know_days_of_rest(client):
    for day in (1, 20):
        make_page(date=datetime.date(2024, 1, day))
    assert "江州日报这一年前后入藏的太少" in Shown(client, "/issues/2024/").main


def test_it_names_no_two_landmarks_alike(client):
    for paper in ("江州日报", "临溪日报"):
        for number in ("1", "2"):
            make_article(make_page(publication=paper, number=number, name="要闻"))
    root = Shown(client, "/issues/2024-03-07/").root
    named = [
        one.get("aria-label") or one.get("aria-labelledby") for one in root.iter() if one.tag in ("nav", "section")
    ]
    names = [name for name in named if name]
    assert {"江州日报各版", "临溪日报各版"} <= set(names) and len(names) == len(set(names))
