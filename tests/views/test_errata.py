"""勘误与更正: the print beside what editors made of it, the newest first."""

import datetime

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from articles.models import Correction, KeyChange
from tests.factories import make_article, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 11, 20, 4, tzinfo=datetime.UTC)


@pytest.fixture
def article():
    page = make_page("p1", date=datetime.date(2024, 1, 9), number="6", printed={"date": "2024-01-09"})
    return make_article(page, key="k1", headline="带货忙", printed={"headline": "带货忙", "bylines": "何若古"})


def corrected(article, days: int = 0, **fields) -> Correction:
    """An entry about the article, so many days before NOON."""
    defaults = {"target": f"article:{article.key}", "page": article.page.key, "field": "bylines", "old": "何若古"}
    defaults |= {"new": "何若谷", "reason": "字形相近。", "editor": "王编", "created": NOON - datetime.timedelta(days)}
    return Correction.objects.create(**defaults | fields)


def test_it_tells_print_correction_kind_and_reason(client, article):
    corrected(article)
    page = Shown(client, "/errata/")
    assert page.all(".//h2") == ["2026年11月20日"]
    (told,) = page.all(".//article")
    assert told.startswith("误读 江州日报 2024年1月9日 第6版 带货忙")
    assert told.endswith("署名何若古何若谷 字形相近。")
    assert page.all(".//del") == ["何若古"] and page.all(".//ins") == ["何若谷"]
    assert article.get_absolute_url() in page.links
    assert "王编" not in page.text


def test_it_leaves_the_print_where_the_paper_erred(client, article):
    corrected(article, kind="misprint")
    page = Shown(client, "/errata/")
    assert "原报有误" in page.main and "应作“何若谷”" in page.main
    assert page.all(".//*[@class='wavy']") == ["何若古"] and not page.all(".//del")


def test_it_tells_of_confirmed_facts_of_a_page_but_of_no_other_confirmation(client, article):
    corrected(article, target="page:p1", field="date", old="2024-01-09", new="2024-01-09")
    corrected(article, old="何若谷", new="何若谷", reason="都对")
    page = Shown(client, "/errata/")
    assert page.all(".//h3") == ["全版 1 篇"]
    assert "日期〔2024年1月9日〕确认为 2024年1月9日" in page.main
    assert "都对" not in page.main


def test_it_tells_what_was_printed_where_a_correction_was_corrected(client, article):
    corrected(article, old="何弱谷")
    assert "印作“何若古”" in Shown(client, "/errata/").main


def test_it_names_what_was_not_printed_and_what_was_taken_away(client, article):
    corrected(article, field="kicker", old="", new="引")
    corrected(article, field="column", old="江州", new="", days=1)
    page = Shown(client, "/errata/")
    assert page.all(".//*[@class='unknown']") == ["未印"] and page.all(".//del") == ["江州"]
    assert page.all(".//ins") == ["引", "删去"]


def test_it_tells_the_newest_first_by_day_of_the_papers_clock(client, article):
    corrected(article, days=1, reason="昨天")
    corrected(article, reason="今天")
    corrected(article, created=datetime.datetime(2026, 11, 19, 16, 30, tzinfo=datetime.UTC), reason="凌晨")
    page = Shown(client, "/errata/")
    assert page.all(".//h2") == ["2026年11月20日", "2026年11月19日"]
    assert page.all(".//article/div/p[3]") == ["今天", "凌晨", "昨天"]


@pytest.mark.parametrize("state", ["withdrawn", "conflict"])
def test_it_tells_only_what_holds(client, article, state):
    corrected(article, state=state)
    assert "还没有更正" in Shown(client, "/errata/").main


def test_it_narrows_by_kind_and_counts(client, article):
    corrected(article)
    corrected(article, kind="misprint", reason="次日更正栏声明")
    page = Shown(client, "/errata/?kind=misprint")
    assert page.all(".//ul[@class='tabs num']/li") == ["全部 2", "误读 1", "原报有误 1"]
    assert page.all(".//article/div/p[3]") == ["次日更正栏声明"]


def test_it_narrows_by_paper(client, article):
    other = make_article(make_page("q1", publication="临溪日报"), headline="别报")
    corrected(article)
    corrected(other)
    page = Shown(client, "/errata/?paper=临溪日报")
    assert page.all(".//h3") == ["别报"] and "全部 1" in page.main
    assert "临溪日报还没有这一种更正" in Shown(client, "/errata/?paper=临溪日报&kind=misprint").main


def test_it_finds_the_paper_of_an_article_whose_page_was_renamed(client, article):
    make_article(make_page("q1", publication="临溪日报"))
    corrected(article, page="gone")
    assert Shown(client, "/errata/?paper=江州日报").all(".//h3") == ["带货忙"]
    assert "还没有更正" in Shown(client, "/errata/?paper=临溪日报").main


def test_it_follows_articles_to_their_present_key(client, article):
    KeyChange.objects.create(old="k0", new="k1")
    corrected(article, target="article:k0")
    assert Shown(client, "/errata/").all(".//h3") == ["带货忙"]


def test_it_tells_reprints_apart(client, article):
    reprint = make_article(make_page("p2"), key="k1-9x2f", headline="转载")
    corrected(reprint, target="article:k1")
    assert Shown(client, "/errata/").all(".//h3") == ["转载"]


def test_it_keeps_what_has_left_the_archive(client, article):
    corrected(article, target="article:none", page="none")
    assert "已不在档案中" in Shown(client, "/errata/").main


def test_it_pages(client, article):
    for number in range(51):
        corrected(article, days=number, reason=f"第{number}条")
    assert len(Shown(client, "/errata/").all(".//article")) == 50
    assert Shown(client, "/errata/?page=2").all(".//article/div/p[3]") == ["第50条"]


@pytest.mark.parametrize("query", ["kind=merge", "paper=无此报", "page=0", "page=2", "page=x"])
def test_it_knows_nothing_else(client, article, query):
    assert client.get(f"/errata/?{query}").status_code == 404


def test_it_takes_nothing_for_markup(client, article):
    bad = "<img src=x onerror=alert(1)>"
    corrected(article, old=bad, new=f"{bad}新", reason=bad)
    page = Shown(client, "/errata/")
    assert not page.all(".//img") and page.all(".//del") == [bad]


@pytest.mark.sqlite
def test_it_lists_and_counts_from_its_index_without_sorting(client, article):
    told = Correction.objects.errata()
    for entries in (told, told.told_as("misprint"), told.of_paper("江州日报")):
        plan = entries[:50].explain()
        assert "INDEX errata" in plan and "TEMP B-TREE" not in plan, plan


@pytest.mark.sqlite
def test_it_finds_what_entries_speak_of_without_reading_every_article(client, article):
    corrected(article)
    with CaptureQueriesContext(connections["public"]) as asked:
        client.get("/errata/")
    (sql,) = [one["sql"] for one in asked.captured_queries if 'FROM "articles_article"' in one["sql"][:1000]][:1]
    with connections["default"].cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        plan = " ".join(row[3] for row in cursor.fetchall())
    assert "SCAN articles_article" not in plan, plan
