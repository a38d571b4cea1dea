"""Publication, date, number and name of a page: as printed in its furniture, else inferred from datelines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.drafts import ArticleDraft, Dateline, Fact, PageFacts, Text
from articles.reading.facts import inferred_date, read_facts, to_number


def facts(*furniture: str) -> PageFacts:
    return read_facts("", (), [Text(line) for line in furniture])


@pytest.mark.parametrize(
    ("printed", "number"),
    [("7", 7), ("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("二〇一九", 2019), ("十十", 0), ("二十十", 0)],
)
def test_it_reads_numbers(printed, number):
    assert to_number(printed) == number


@given(st.text("一二三四五六七八九十〇零两", min_size=1, max_size=4))
def test_it_reads_any_run_of_numerals(printed):
    assert to_number(printed) >= 0


@pytest.mark.parametrize(
    ("line", "number", "name"),
    [
        ("第4版 经济", "4", "经济"),
        ("A06 民生", "A06", "民生"),
        ("A5 財經要聞", "A5", "財經要聞"),
        ("第十二版　副刊", "12", "副刊"),
        ("临溪日报 2021年6月22日 星期二 第6版 文体", "6", "文体"),
    ],
)
def test_it_reads_the_number_and_name_of_a_page(line, number, name):
    found = facts(line)
    assert (found.number, found.name) == (Fact(number, "printed"), Fact(name, "printed"))


@pytest.mark.parametrize(
    "line", ["2019年10月8日 星期二 农历己亥年九月初十", "二〇一九年十月八日", "2019-10-08", "２０１９年１０月８日"]
)
def test_it_reads_the_printed_date(line):
    assert facts(line).date == Fact("2019-10-08", "printed")


def test_it_refuses_a_day_that_is_none():
    assert facts("2019年2月30日").date is None


@pytest.mark.parametrize("name", ["江州日报", "临溪晚报", "江港商報"])
def test_it_reads_the_name_of_the_paper(name):
    assert facts("第1版 要闻", name).publication == Fact(name, "printed")


def dispatch(agency: str, date: str | None) -> ArticleDraft:
    return ArticleDraft(dateline=Dateline(agency, "湖州", date))


def test_it_dates_a_morning_paper_the_day_after_its_newest_own_dateline():
    articles = [dispatch("本报", "1月7日"), dispatch("本报", "1月8日"), dispatch("新华社", "1月9日")]
    assert inferred_date("2024年的新年", articles) == Fact("2024-01-09", "inferred")


def test_it_dates_an_evening_paper_by_its_own_day():
    assert inferred_date("2011年", [dispatch("江城晚报", "3月9日")]) == Fact("2011-03-09", "inferred")


def test_it_takes_no_goal_for_the_year():
    assert inferred_date("2023年开工,到2027年建成", [dispatch("本报", "5月1日")]) == Fact("2023-05-02", "inferred")


def test_it_infers_nothing_without_an_own_dateline_or_a_year():
    assert inferred_date("2024年", [dispatch("新华社", "1月8日")]) is None
    assert inferred_date("去年", [dispatch("本报", "1月8日")]) is None


def test_it_turns_the_year_with_the_paper():
    articles = [dispatch("本报", "12月31日"), dispatch("本报", "1月1日")]
    assert inferred_date("2019年", articles) == Fact("2019-01-02", "inferred")
