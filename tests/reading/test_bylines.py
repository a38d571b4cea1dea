"""The byline grammar: a table of printed forms, and what holds for any text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.bylines import (
    BylineReading,
    Tail,
    merge_credits,
    parse_byline_line,
    parse_credits,
    parse_dateline,
    parse_lead,
    parse_tail,
)
from articles.reading.drafts import Credit, Dateline

FORMS = (Path(__file__).parent / "forms" / "bylines.tsv").read_text(encoding="utf-8").splitlines()
NONE = "无"


def forms_of(door: str) -> list[list[str]]:
    """The rows of one door, filled up to six columns."""
    rows = [row.split("\t") for row in FORMS if row.startswith(f"{door}\t")]
    return [(row + [""] * 6)[1:6] for row in rows]


def written(credits: tuple[Credit, ...]) -> str:
    """Credits in the notation of the table."""
    fields = [(one.name or "-", one.role or "", one.affiliation or "", one.action or "") for one in credits]
    return "；".join("|".join(field) for field in fields) or "无名"


def dated(dateline: Dateline | None) -> str:
    return "|".join(part or "" for part in (dateline.agency, dateline.place, dateline.date)) if dateline else ""


def kind(reading: BylineReading | Tail) -> str:
    return reading.kind + " []" * reading.bracketed + " ?" * (not reading.sure)


def names(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(one.name, one.role, one.affiliation, one.action) for one in parse_credits(text)]


def cut_out(text: str, credits: tuple[Credit, ...]) -> list[str]:
    return ["".join(text[one.span.start : one.span.end].split()) for one in credits if one.span is not None]


def test_it_has_a_table_of_many_forms():
    assert len([row for row in FORMS if not row.startswith("#")]) >= 400


@pytest.mark.parametrize(("text", "credits", "kinds", "dateline", "_"), forms_of("line"))
def test_it_reads_a_line(text, credits, kinds, dateline, _):
    reading = parse_byline_line(text)
    if credits == NONE:
        assert reading is None
    else:
        assert (written(reading.credits), kind(reading), dated(reading.dateline)) == (credits, kinds, dateline)


@pytest.mark.parametrize(("text", "credits", "dateline", "opening", "_"), forms_of("lead"))
def test_it_reads_the_opening_of_a_paragraph(text, credits, dateline, opening, _):
    lead = parse_lead(text)
    if credits == NONE:
        assert lead is None
    else:
        assert (written(lead.credits), dated(lead.dateline)) == (credits, dateline)
        assert text[lead.end :].startswith(opening)


@pytest.mark.parametrize(("text", "credits", "kinds", "opening", "dateline"), forms_of("tail"))
def test_it_reads_the_end_of_a_paragraph(text, credits, kinds, opening, dateline):
    tail = parse_tail(text)
    if credits == NONE:
        assert tail is None
    else:
        assert (written(tail.credits), kind(tail), dated(tail.dateline)) == (credits, kinds, dateline)
        assert text[tail.start :].startswith(opening)


@pytest.mark.parametrize(
    ("lines", "credits"),
    [
        ("本报记者 何蔚\n拍友 万 里 摄", "何蔚|记者|本报|摄；万里|拍友||摄"),
        ("记者卓朗、杭静\n\n通讯员麦 秋 摄", "卓朗|记者||摄；杭静|记者||摄；麦秋|通讯员||摄"),
        ("本报记者 何蔚 摄\n通讯员 麦秋", "何蔚|记者|本报|摄；麦秋|通讯员||"),
        ("记者 何蔚\n记者 卓朗/摄", "何蔚|记者||；卓朗|记者||摄"),
        ("文：何蔚\n图：卓朗", "何蔚|||文；卓朗|||图"),
        ("记者 何蔚\n（本报记者 卓朗整理）", "何蔚|记者||；卓朗|记者|本报|整理"),
        ("记者 何蔚\n通讯员 麦秋\n拍友 万里 摄", "何蔚|记者||摄；麦秋|通讯员||摄；万里|拍友||摄"),
    ],
)
def test_it_gives_an_action_to_the_names_of_the_lines_above(lines, credits):
    assert written(parse_credits(lines)) == credits


def test_it_gives_no_action_to_a_byline_far_above():
    above = parse_byline_line("记者 何蔚")
    below = parse_tail("。" * 200 + " 记者 卓朗 整理")
    assert written(merge_credits([above, below])) == "何蔚|记者||；卓朗|记者||整理"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("本报记者 张棹、李帆 摄", [("张棹", "记者", "本报", "摄"), ("李帆", "记者", "本报", "摄")]),
        ("阿木", [("阿木", None, None, None)]),
        ("Anna Lee、阿木", [("AnnaLee", None, None, None), ("阿木", None, None, None)]),
        ("江海", [("江海", None, None, None)]),
        ("", []),
        ("，\n ", []),
    ],
)
def test_it_reads_what_an_editor_types(text, read):
    assert names(text) == read


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("本报湖州1月8日电", "本报|湖州|1月8日"),
        ("（据新华社北京5月11日电）", "新华社|北京|5月11日"),
        (" 本报讯 ", "本报||"),
        ("晚报讯", "晚报||"),
    ],
)
def test_it_reads_a_dateline_that_an_editor_types(text, dateline):
    assert dated(parse_dateline(text)) == dateline


@pytest.mark.parametrize("text", ["", "湖州", "本报湖州1月8日电 昨天", "1月8日", "本报记者 何蔚"])
def test_it_takes_nothing_else_for_a_dateline(text):
    assert parse_dateline(text) is None


@pytest.mark.parametrize(("text", "credits"), [row[:2] for row in forms_of("line") if row[1] != NONE])
def test_its_spans_cut_out_the_printed_names(text, credits):
    read = parse_byline_line(text).credits
    assert cut_out(text, read) == [one.name or one.role for one in read if one.span is not None]


# What bylines are made of, and everything else.
PARTS = """记者 本报 新华社 通讯员 摄 文 图 / 、 ， ： （ ） 【 】 ( ) 王 李小明 和 日报 网 社 电 讯 1月8日 湖州 据 综合
供图 ■ □ 口 · 近日 从 的 。 ” 驻 记者站 县 局 書 攝 記者 𠀀 首席 在线 发 （新华社发） 古丽 卓玛 等 | 《 》 欧阳"""
SHREDS = st.lists(st.sampled_from([*PARTS.split(), " ", "　", "\n"]), max_size=60).map("".join)
TEXTS = st.one_of(st.text(max_size=200), SHREDS)


@given(text=TEXTS)
def test_it_reads_any_text(text):
    line, lead, tail = parse_byline_line(text), parse_lead(text), parse_tail(text)
    parse_dateline(text)
    for credits in (reading.credits for reading in (line, lead, tail) if reading):
        assert cut_out(text, credits) == [one.name or one.role for one in credits if one.span is not None]
    assert all(one.name or one.role or one.affiliation for one in parse_credits(text))
    assert lead is None or 0 <= lead.end <= len(text)
    assert tail is None or 0 < tail.start < len(text)


NAMES = st.sampled_from(["何蔚", "申志远", "欧阳牧云", "卓玛央金", "柳致和", "古丽巴哈尔·艾力", "陈䶮", "林满"])
ROLES = st.sampled_from(["记者", "通讯员", "首席记者", "见习记者", "实习生", "拍友", "驻埃及记者", "特约记者"])
GROUP = st.tuples(ROLES, st.lists(NAMES, min_size=1, max_size=3, unique=True))
GROUPS = st.lists(GROUP, min_size=1, max_size=3, unique_by=lambda group: group[0])
SEPARATORS = st.sampled_from(["、", " ", "　"])
ACTIONS = st.sampled_from([None, "摄", "摄影报道", "文/摄", "整理", "报道"])
HOUSES = st.sampled_from(["", "本报", "新华社"])
BRACKETS = st.sampled_from([("", ""), ("（", "）"), ("(", ")"), ("■", ""), ("□ ", "")])


@given(groups=GROUPS, separator=SEPARATORS, action=ACTIONS, brackets=BRACKETS, house=HOUSES)
def test_it_reads_back_a_byline_of_any_make(groups, separator, action, brackets, house):
    printed = " ".join(f"{role} {separator.join(names)}" for role, names in groups)
    text = brackets[0] + house + printed + (f" {action}" if action else "") + brackets[1]
    of_house = {groups[0][0]: house or None}
    assert names(text) == [(name, role, of_house.get(role), action) for role, group in groups for name in group]
    assert parse_byline_line(text).sure
