"""What a line says that cites an article."""

import datetime

import pytest
from hypothesis import given, strategies

from articles.citations import gbt7714_2015, gbt7714_2025
from articles.citations.recognition import PLACE_RE, recognise
from tests.citations.given import reference

DAY = datetime.date(2024, 3, 7)


@pytest.mark.parametrize(
    ("line", "title", "number"),
    [
        ("徐小坊，吴小昊. 清泉入户[N/OL]. 江州日报，2024-03-07（2）. https://example.org/x/", "清泉入户", "2"),
        ("徐小坊.清泉入户[N].江州日报,2024-3-7(2).", "清泉入户", "2"),
        ("清泉入户[N]. 江州日报，2024-03-07（A06）.", "清泉入户", "A06"),
        ("徐小坊. 清泉入户[N/OL]. [江州日报]，[2024-03-07]（[2]）.", "清泉入户", "2"),
        ("徐小坊, 吴小昊. 清泉入户[N/OL]. 江州日报, 2024-03-07(2)[2026-11-24]. https://example.org/", "清泉入户", "2"),
        ("徐小坊：《清泉入户》，《江州日报》2024年3月7日，第2版。", "清泉入户", "2"),
        (
            "徐小坊：《清泉入户》，《江州日报》2024年3月7日第二版，https://example.org，2026年11月1日。",
            "清泉入户",
            "二",
        ),
        ("徐小坊. “清泉入户.” 江州日报, 7 Mar. 2024, p. 2.", "清泉入户.", "2"),
        ("徐小坊. (2024, March 7). 清泉入户. 江州日报, 2.", None, "2"),
        ("Xu. “清泉入户.” Jiangzhou Daily, March 7, 2024, 2.", "清泉入户.", "2"),
        ("江州日报2024.03.07第02版《清泉入户》", "清泉入户", "02"),
        ("2024年1月1日至今[N]. 江州日报，2024-03-07（2）.", "2024年1月1日至今", "2"),
    ],
)
def test_it_reads_citations_in_many_styles(line, title, number):
    cited = recognise(line)
    assert (cited.date, cited.number) == (DAY, number)
    assert title in cited.titles if title else not cited.titles


def test_it_reads_what_the_archive_writes():
    for line in (gbt7714_2025(reference()), gbt7714_2015(reference(), datetime.date(2026, 11, 24))):
        cited = recognise(line)
        assert (cited.key, cited.titles[0], cited.date, cited.number) == ("k3m9", "清泉入户", DAY, "2")


@pytest.mark.parametrize(
    "line",
    [
        "江州日报，2024-03-07（2）", "江州日报，2024-03-07（2）.", "2024年3月7日 2版", "2024年3月7日第二版",
        "2024-3-7 第2版", "《江州日报》2024年3月7日第A06版", "江州日报 2024/03/07 (2)",
        "［江州日报］，［2024-03-07］（2）", "２０２４－０３－０７ ２版",
    ],
)  # fmt: skip
def test_it_knows_a_place_in_a_paper(line):
    assert PLACE_RE.fullmatch(recognise(line).text)


@pytest.mark.parametrize(
    "line",
    [
        "2024年3月7日", "江州日报", "江州日报 2024-03-07", "2版", "日期:2024-03-07 版:2",
        "记者:徐小坊 2024年3月7日 2版", "水库 2024年",
        "2024-03-07（2）水库", "水库 江州日报 2024-03-07（2）", "2024年3月7日 2版 3版", "",
    ],
)  # fmt: skip
def test_it_takes_no_query_for_a_place(line):
    assert not PLACE_RE.fullmatch(recognise(line).text)


@pytest.mark.parametrize(
    "line", ["2024-13-45（2）", "0000-00-00", "9999-99-99[N]", "45 Xyz 2024", "[N]", "《》", "(2)", "\x00"]
)
def test_it_finds_no_date_where_there_is_none(line):
    assert recognise(line).date is None


@given(
    strategies.text(
        strategies.one_of(strategies.characters(), strategies.sampled_from("《》“”[N]（）,.:-/年月日版0129 "))
    )
)
def test_it_reads_any_line(line):
    cited = recognise(line)
    assert isinstance((cited.key, cited.page_key, cited.date, cited.number, cited.titles, cited.paper), tuple)
