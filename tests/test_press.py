"""Template words for what was printed."""

import datetime
from types import SimpleNamespace

import pytest

from articles.display.signatures import Credit
from articles.models import Byline, Page
from articles.templatetags import press
from articles.templatetags.press import day, fact, lede, minutes, numeral, page_called, page_number, part_in, script


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("短。", 10, "短。"),
        ("江州今年新建四座水库,全部通水。后来呢", 18, "江州今年新建四座水库，全部通水。"),
        ("他说：“江州今年新建了四座水库。”后来又说了许多", 18, "他说：“江州今年新建了四座水库。”"),
        ("江州今年新建四座水库,全部通水之后一直没有", 14, "江州今年新建四座水库……"),
        ("江州今年新建四座水库全部通水之后一直没有", 14, "江州今年新建四座水库全部通水……"),
        ("江州今年新建四座水库,正在说着就断了", 18, "江州今年新建四座水库，正在说着就断了……"),
        ("<b>", 10, "&lt;b&gt;"),
    ],
)
def test_it_shortens_openings_at_the_end_of_a_sentence_or_a_pause(text, width, shown):
    assert lede(text, width) == shown


@pytest.mark.parametrize(
    ("number", "written"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (0, "零")]
)
def test_it_writes_numerals(number, written):
    assert numeral(number) == written


@pytest.mark.parametrize(
    ("number", "short", "called"),
    [("4", "第4版", "第四版"), ("12", "第12版", "第十二版"), ("A06", "A06版", "A06版"), ("", "版次未印", "版次未印")],
)
def test_it_names_pages(number, short, called):
    assert (page_number(number), page_called(number)) == (short, called)


def test_it_writes_days_and_reading_times():
    assert day(datetime.date(2024, 1, 9)) == "2024年1月9日" and day(None) == "日期未知"
    assert (minutes(0), minutes(1000), minutes(1400)) == (1, 2, 4)


def test_it_says_of_each_fact_whether_it_is_printed_inferred_or_unknown():
    page = Page(publication="江州日报", date=datetime.date(2024, 1, 9), bases={"date": "inferred"})
    assert fact(page, "publication") == "江州日报"
    assert "〔2024年1月9日〕" in fact(page, "date") and "inferred" in fact(page, "date")
    assert "版次未印" in fact(page, "number") and "unknown" in fact(page, "number")


def test_it_tells_a_persons_part_in_an_article():
    own = {"name": "程野", "person_id": 1, "action": ""}
    bylines = [SimpleNamespace(**own, role="记者"), SimpleNamespace(name="阮文", person_id=2, role="", action="摄")]
    article = SimpleNamespace(bylines=SimpleNamespace(all=lambda: bylines))
    assert part_in(article, SimpleNamespace(pk=1)) == "记者，与 阮文"
    assert part_in(article, SimpleNamespace(pk=2)) == "摄，与 程野"


@pytest.mark.parametrize(
    ("text", "attribute"), [("水管老過樓，爆完一條又一條", ' lang="zh-Hant"'), ("后来他说乾隆年间的著作", ""), ("", "")]
)
def test_it_names_the_script_of_traditional_text(text, attribute):
    assert script(text) == attribute


@pytest.mark.parametrize("linked", [True, False])
def test_it_escapes_all_of_a_credit(linked):
    credit = Credit("<b>", [Byline(name="<i>")], "<u>")
    shown = press._credit(credit, linked, None)
    assert shown == '<span class="role">&lt;b&gt;</span> <span class="who">&lt;i&gt;</span> &lt;u&gt;'
