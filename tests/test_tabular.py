"""Lines of the print that are set as a table."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.display.tabular import Table, blocks


def lines(*texts: str, noted: int | None = None) -> list[SimpleNamespace]:
    notes = [["?"] if place == noted else [] for place in range(len(texts))]
    numbered = enumerate(zip(texts, notes, strict=True), 1)
    return [
        SimpleNamespace(text=text, notes=own, number=number, prefix="", quoted=[]) for number, (text, own) in numbered
    ]


def table(*texts: str) -> Table:
    (found,) = blocks(lines(*texts))
    assert isinstance(found, Table)
    return found


def test_it_finds_names_left_and_figures_right_under_their_heads():
    found = table("代表团 金 银", "石埠 31 27", "青岭 26 30")
    assert (found.head, found.rows) == (["代表团", "金", "银"], [["石埠", "31", "27"], ["青岭", "26", "30"]])
    assert found.columns == [("代表团", False, []), ("金", True, []), ("银", True, [])]
    assert found.lines[0] == [("石埠", False, []), ("31", True, []), ("27", True, [])]


@pytest.mark.parametrize(
    "first, is_head",
    [
        ("产品 6月末价（元/吨） 较年初", True),
        ("井号 2022年 2023年", True),
        ("大米 1.72元 持平", False),
        ("甲醇 61% 58%", False),
    ],
)
def test_it_knows_a_head_by_its_lack_of_measures(first, is_head):
    assert bool(table(first, "面粉 1.55元 2.6%", "豆油 46.50元 2.1%").head) == is_head


def test_it_takes_unchanged_for_a_figure():
    assert table("棠浦县 5.20 涨0.4", "松涧县 4.80 持平", "柘川市 6.10 涨1.1").figures == [False, True, True]


def test_it_takes_a_schedule_for_rows_without_head():
    assert table("甲队—乙队 19:30", "丙队—丁队 20:00", "戊队—己队 21:15").head == []


@pytest.mark.parametrize(
    "texts",
    [
        ["石埠 31 27", "青岭 26 30"],
        ["石埠 31 27", "青岭 26 30", "高校 24"],
        ["春来 江水", "绿满 江南", "燕子 归来"],
        ["石埠是一个很长很长的名字不像单元格 31", "青岭 26", "高校 24"],
        ["一段文字。", "二段文字。", "三段文字。"],
    ],
)
def test_it_leaves_everything_else_as_paragraphs(texts):
    assert [block.text for block in blocks(lines(*texts))] == texts


def test_it_leaves_lines_that_have_a_note():
    kept = list(blocks(lines("石埠 31", "青岭 26", "高校 24", noted=1)))
    assert not any(isinstance(block, Table) for block in kept)


def test_it_keeps_what_stands_before_and_after():
    before, found, after = blocks(lines("(单位:元)", "石埠 31", "青岭 26", "高校 24", "(数据为初步统计)"))
    assert (before.text, after.text) == ("(单位:元)", "(数据为初步统计)")
    assert len(found.rows) == 3


@given(st.lists(st.text(alphabet="甲乙1 2%。", max_size=8), max_size=12))
def test_it_loses_no_sign_and_no_order(texts):
    shown = [block.cells if isinstance(block, Table) else [block.text] for block in blocks(lines(*texts))]
    signs = "".join("".join(cells) for cells in shown)
    assert "".join(signs.split()) == "".join("".join(texts).split())


def test_it_numbers_its_rows_as_the_paragraphs_that_they_are():
    before, found = blocks(lines("奖牌榜", "代表团 金", "石埠 31", "青岭 26"))
    assert (before.number, found.number) == (1, 2)
    assert [(number, line[0][0]) for number, line in found.numbered] == [(3, "石埠"), (4, "青岭")]
