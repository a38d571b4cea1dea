"""The query language: forgiving, never an error, and written so that it is read the same again."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.search import Filter, parse
from articles.search.query import MAX_CHARACTERS, MAX_TERMS
from articles.search.structure import apart

PIECES = [
    "记者：",
    "题名:",
    "日期:2024-01..2024-02",
    "版：",
    "栏目:",
    "类型﹕",
    "存疑:有",
    "照片",
    "2024年1月至3月",
    "徐坊",
    "水库",
    "两山",
    "F-16",
    "-3.5",
    "😀",
    "a",
]
SIGNS = ['"', "“", "”", "「", "」", "|", "｜", "-", "－", " ", " ", "——"]
TYPED = st.lists(st.sampled_from([*PIECES, *SIGNS]) | st.text(max_size=3), max_size=9)


def test_it_reads_bare_words_as_all_wanted():
    assert parse(" 水库　移民\n搬迁 ").terms == ("水库", "移民", "搬迁")


@pytest.mark.parametrize("typed", ['"水 库"', "“水 库”", "「水 库」"])
def test_it_reads_quotes_as_literal(typed):
    query = parse(typed)
    assert (query.terms, query.phrases) == (("水 库",), ("水 库",))


def test_it_takes_quotes_inside_a_word_as_part_of_it():
    query = parse("学习“两山”理念")
    assert (query.terms, query.phrases) == (("学习“两山”理念",), ())


def test_it_reads_or():
    assert parse("水库|移民 ｜搬迁 江州").alternatives == (("水库", "移民", "搬迁"),)
    assert parse("水库|移民 江州").terms == ("江州",)


def test_it_reads_not():
    query = parse('水库 -移民 －"搬 迁"')
    assert (query.terms, query.excluded) == (("水库",), ("移民", "搬 迁"))


@pytest.mark.parametrize("typed", ["同比 -3.5%", "中国-东盟", "- 水库", "——水库", "水库-"])
def test_it_reads_other_dashes_as_themselves(typed):
    assert parse(typed).excluded == ()


@pytest.mark.parametrize("typed", ["记者:徐坊", "记者：徐坊", "署名 ： 徐坊", "Reporter:徐坊", "記者：徐坊"])
def test_it_reads_a_person(typed):
    assert parse(typed).persons == ("徐坊",)


def test_it_reads_every_field():
    query = parse("题名:水库 记者:徐坊|何贤君 栏目:今日评论 地点:江州 版:第二版 报纸:江州日报 日期:2024年1月")
    assert query.titles == ("水库",)
    assert query.filters == (
        Filter("person", ("徐坊", "何贤君")),
        Filter("column", ("今日评论",)),
        Filter("place", ("江州",)),
        Filter("page", ("2",)),
        Filter("paper", ("江州日报",)),
        Filter("date", ("2024-01-01..2024-01-31",)),
    )
    assert query.dates == ((date(2024, 1, 1), date(2024, 1, 31)),)
    assert not query.terms
    assert not query.notes


def test_it_searches_literally_what_it_does_not_understand_and_says_so():
    query = parse("日期:昨天 水库")
    assert query.terms == ("日期:昨天", "水库")
    assert "日期:昨天" in query.notes[0]


@pytest.mark.parametrize("typed", ["版: | 水库", "水库 版:", "水库 栏目：|记者﹕"])
def test_it_leaves_out_a_field_without_a_value_and_says_so(typed):
    query = parse(typed)
    assert (query.terms, query.filters) == (("水库",), ())
    assert "后面没有内容" in query.notes[0]


def test_it_searches_a_lone_name_of_a_field():
    assert parse("版:").terms == ("版:",)


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("类型:照片", (Filter("type", ("图片",)),)),
        ("type:photo|text", (Filter("type", ("图片", "文字")),)),
        ("類型﹕圖片 存疑：有", (Filter("type", ("图片",)), Filter("doubt", ("有",)))),
        ('by:xf 记者:"xu fang"', (Filter("person", ("xf",)), Filter("person", ("xu fang",)))),
        ("日期:2023|2024年1月—3月", (Filter("date", ("2023-01-01..2023-12-31", "2024-01-01..2024-03-31")),)),
    ],
)
def test_it_reads_kinds_and_dates_and_pinyin(typed, filters):
    query = parse(typed)
    assert (query.filters, query.terms, query.notes) == (filters, (), ())
    assert parse(str(query)) == query


def test_it_keeps_all_that_was_typed_beside_fields():
    assert parse("记者：您 水库").literal == ("记者：您", "水库")
    assert parse("记者：您 -东盟").literal == ()
    assert parse("水库").literal == ()


@pytest.mark.parametrize(
    "typed, avoided", [("水库 -记者：甲", "甲"), ("-记者:甲 水库", "甲"), ('水库 -记者:"a b"', "a b")]
)
def test_it_leaves_out_a_field(typed, avoided):
    query = parse(typed)
    assert (query.terms, query.excluded, query.avoided) == (("水库",), (), (Filter("person", (avoided,)),))
    assert parse(str(query)) == query
    assert query.literal == () == query.notes


@pytest.mark.parametrize("typed", ["水库 -题名:甲", "水库 -版:甲"])
def test_it_takes_what_no_field_can_be_left_out_by_as_text(typed):
    query = parse(typed)
    assert (query.excluded, query.avoided) == ((typed[4:],), ())
    assert parse(str(query)) == query


@pytest.mark.parametrize("typed, term", [("-东盟", "东盟"), ("-记者:甲", "记者:甲")])
def test_it_searches_what_was_only_excluded(typed, term):
    query = parse(typed)
    assert (query.terms, query.excluded, query.avoided) == ((term,), (), ())
    assert query.notes


@pytest.mark.parametrize(
    ("typed", "terms"), [("水库 ， 移民", ("水库", "移民")), ("——", ("——",)), ("， 。", ("，。",)), ("|", ("|",))]
)
def test_it_ignores_stray_signs_unless_there_is_nothing_else(typed, terms):
    assert parse(typed).terms == terms


def test_it_keeps_pictures():
    assert parse("水库 😀").terms == ("水库", "😀")


def test_it_drops_what_searches_for_the_same_twice():
    assert parse("水库 水庫 “水库”").terms == ("水库",)


def test_it_caps_characters_and_terms_with_a_note():
    long, many = parse("水" * 10_000), parse(" ".join("甲乙丙丁戊己庚辛壬癸子丑寅卯"))
    assert len(long.terms[0]) == MAX_CHARACTERS
    assert len(many.terms) == MAX_TERMS
    assert len(long.notes) == len(many.notes) == 1


@pytest.mark.parametrize("typed", ["", " ", "\x00", "\ud800", "\u200b", "\u3000\n"])
def test_it_is_false_where_nothing_is_asked(typed):
    assert not parse(typed)


def test_it_sees_words_and_loosens_bare_terms_only():
    assert parse("北京女排夺冠").words == ("北京", "女排", "夺冠")
    assert parse("北京女排夺冠").loosened().terms == ("北京", "女排", "夺冠")
    assert parse("“北京女排夺冠”").loosened() is None
    assert parse("徐坊").loosened() is None


@pytest.mark.parametrize(
    ("folded", "pieces"),
    [
        ("水库的移民", ("水库", "移民")),
        ("临溪镇果农", ("临溪镇", "果农")),
        ("看水库放水", ("看水库", "放水")),
        ("水库，水", ("水库", "水")),
        ("甲乙丙丁", ("甲乙丙丁",)),
    ],
)
def test_it_keeps_a_single_character_with_its_neighbour(folded, pieces):
    assert apart(folded) == pieces


@given(TYPED.map("".join))
@example("“a b”c d”")
@example('"-a b"')
@example("记者:徐坊|何贤君")
@example('甲 -"2024')
@example('甲|"题名: -乙')
@example("- .")
@example('记者："“「')
@example('题名:题名:甲"“「乙')
@example("记者：|甲 headline:")
@example("记者：记者：" + "日期:2024-01..2024-02" * 5)
def test_it_is_read_the_same_again(typed):
    query = parse(typed)
    assert len(str(query)) <= MAX_CHARACTERS
    assert parse(str(query)) == query
    assert parse(str(query)).phrases == query.phrases


@given(st.text(max_size=300) | st.binary().map(lambda data: data.decode("utf-8", "surrogateescape")))
def test_it_never_raises_and_keeps_to_its_caps(typed):
    query = parse(typed)
    assert len(query.raw) <= MAX_CHARACTERS
    assert sum(map(len, query.alternatives)) + len(query.terms) + len(query.excluded) <= MAX_TERMS
    query.raw.encode("utf-8")
    assert "\x00" not in query.raw
