"""Quantities in running text, held to their truth."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import read_page
from articles.reading.numerals import han_number
from articles.reading.quantities import Sought, read_quantities, read_sought

HERE = Path(__file__).parent / "quantities"
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FLOOR = 0.95
# Held out: written with the truth before the rules were tried on them.
TABLES = ["sentences.tsv", "held_out.tsv"]


def truth(table):
    """(sentence, its quantities as (printed, value, high, unit))."""
    for sentence, told in csv.reader((HERE / table).open(), delimiter="\t", quoting=csv.QUOTE_NONE):
        yield sentence, [_told(one) for one in told.split("|") if one]


def _told(one):
    printed, said = one.split("=", 1)
    ends, _, unit = said.partition(" ")
    low, _, high = ends.partition("~")
    return printed, Decimal(low), Decimal(high) if high else None, unit


def read(text):
    return [(one.printed, one.value, one.high, one.unit) for one in read_quantities(text)]


@pytest.mark.parametrize("table", TABLES)
def test_it_finds_what_is_quoted_and_little_else(table):
    found, wanted, right = 0, 0, 0
    for sentence, told in truth(table):
        mine, theirs = Counter(read(sentence)), Counter(told)
        found, wanted, right = found + mine.total(), wanted + theirs.total(), right + (mine & theirs).total()
    assert right / wanted >= FLOOR, "recall"
    assert right / found >= FLOOR, "precision"


def test_it_has_enough_sentences_to_tell():
    assert sum(1 for table in TABLES for _ in truth(table)) >= 150


def test_it_reads_every_quantity_of_the_seed():
    page = read_page((SEEDS / "000_cd5e5421baadaeb4.txt").read_bytes())
    lines = [
        [str(number), one.printed, format(one.value.normalize(), "f"), one.unit, one.about, one.what, one.period]
        + [one.comparison, one.base]
        for number, article in enumerate(page.articles, 1)
        for name, text in article.fields()
        if name in ("paragraph", "caption")
        for one in read_quantities(text.value)
    ]
    told = [line.rstrip("\n").split("\t") for line in (HERE / "seed.tsv").open() if not line.startswith("#")]
    assert lines == told


SIGNS = "〇零一二两三四五六七八九十百千万亿点多余几数半成第前约近超百分之0123456789.,，/%％至—-个家元年月日时号倍"
NUMERALS = st.text(SIGNS, max_size=60)


@given(NUMERALS | st.text(max_size=60))
def test_it_never_fails_and_its_spans_are_what_is_printed(text):
    end = 0
    for one in read_quantities(text):
        assert text[one.start : one.end] == one.printed
        assert end <= one.start < one.end
        assert one.value.is_finite() and (one.high is None or one.high >= one.value)
        assert all(said in text for said in (one.number, one.what, one.period, one.comparison))
        end = one.end


@given(NUMERALS | st.text(max_size=60))
def test_it_takes_whatever_is_typed(text):
    assert read_sought(text) is None or isinstance(read_sought(text), Sought)


@pytest.mark.parametrize("sign", ["一", "9", "十个", "约", "1,", "百分之", "第", "1/"])
def test_it_reads_a_long_run_in_time(sign):
    assert isinstance(read_quantities(sign * 20_000), list)


@given(st.integers(0, 10**12))
def test_it_reads_numerals_as_cn2an_does(number):
    assert han_number(cn2an.an2cn(str(number))) == number


@pytest.mark.parametrize(
    "numeral, value",
    [("两千三", 2300), ("三万五", 35000), ("一百零八", 108), ("二〇二四", 2024), ("十二", 12), ("三点五万", 35000)]
    + [("一亿三千万", 130000000), ("两亿零五万", 200050000), ("三万亿", 3 * 10**12), ("十百", None), ("三五十", None)],
)
def test_it_reads_numerals_as_they_are_said(numeral, value):
    assert han_number(numeral) == value


@pytest.mark.parametrize(
    "typed, sought",
    [
        ("490.8亿元", Sought(Decimal("490.8e8"), Decimal("490.8e8"), "元")),
        ("＞100亿元", Sought(Decimal("100e8"), None, "元", above=True)),
        (">=100亿元", Sought(Decimal("100e8"), None, "元")),
        ("100亿元以上", Sought(Decimal("100e8"), None, "元")),
        ("不到三成", Sought(None, Decimal(30), "%", below=True)),
        ("增长>20%", Sought(Decimal(20), None, "%", above=True, change="增长")),
        ("下降10%", Sought(Decimal(10), Decimal(10), "%", change="下降")),
        ("100..200亿元", Sought(Decimal("100e8"), Decimal("200e8"), "元")),
        ("30%..50%", Sought(Decimal(30), Decimal(50), "%")),
        ("第9位", Sought(Decimal(9), Decimal(9), "位次")),
        ("14156", Sought(Decimal(14156), Decimal(14156), "")),
        ("徐坊", None),
        (">", None),
        ("", None),
        ("200亿元..100亿元", None),
        ("5公里..9吨", None),
    ],
)
def test_it_reads_what_is_typed(typed, sought):
    assert read_sought(typed) == sought


@pytest.mark.parametrize(
    "text, comparison, change, base",
    [
        ("出口额较上年增长20.46%。", "较上年增长", "增长", "上年"),
        ("出口额同比下降3%。", "同比下降", "下降", "上年同期"),
        ("与前年相比，产量减少了两成。", "与前年相比，产量减少了", "下降", "前年"),
        ("产量相当于去年的3倍。", "相当于去年的", "", "去年"),
        ("产量3万吨。", "", "", ""),
    ],
)
def test_it_tells_what_is_compared(text, comparison, change, base):
    (one,) = read_quantities(text)
    assert (one.comparison, one.change, one.base) == (comparison, change, base)


@pytest.mark.parametrize(
    "text, what, period",
    [
        ("依据是某市2021年出台的办法，设置了5个指标。", "指标", ""),
        ("获评2023年度示范单位，拥有3家龙头企业。", "龙头企业", ""),
        ("全镇每天的供水能力将达到60万吨，受益人口70万户。", "受益人口", ""),
        ("2023年我市的产值达到9亿元，利润3亿元。", "利润", "2023年"),
        ("我市2023年的产值达到9亿元，利润3亿元。", "利润", "2023年"),
        ("到2027年，全镇产值达到3亿元。", "全镇产值", "2027年"),
        ("黑马要数临溪开发区，经历了2020年的第十位后，已连续两年保持第六位。", "临溪开发区", ""),
        ("这个“体量”位居全国第二。", "体量", ""),
        ("绵延77公里的供水“大动脉”，由西向东。", "供水“大动脉”", ""),
        ("工作人员花了两年时间完成数据梳理。", "数据梳理", ""),
        ("这是唯一进入全国前十的开发区。", "开发区", ""),
        ("去年甲国和乙国等3国所获的资金不多。", "甲国和乙国等", "去年"),
        ("据统计，1月份全市隧道通车9公里。", "全市隧道通车", "1月份"),
        ("今年1-6月份全县接待游客12万人次。", "游客", "今年1-6月份"),
    ],
)
def test_it_tells_what_is_measured_and_when(text, what, period):
    last = read_quantities(text)[-1]
    assert (last.what, last.period) == (what, period)


@pytest.mark.parametrize(
    "text, value, unit",
    [("11秒8", "11.8", "秒"), ("1分52秒3", "112.3", "秒"), ("约2小时30分钟", "150", "分钟"), ("1米85", "1.85", "米")]
    + [("12块5毛", "12.5", "元"), ("1分23秒", "83", "秒")],
)
def test_it_reads_what_is_told_in_two_units_as_one(text, value, unit):
    (one,) = read_quantities(text)
    assert (one.printed, one.value, one.unit) == (text, Decimal(value), unit)
    assert read_sought(text).low == Decimal(value)


@pytest.mark.parametrize(
    "text, printed",
    [("2米30厘米", ["2米", "30厘米"]), ("100米8人", ["100米", "8人"]), ("13秒", ["13秒"]), ("今早8点5分", [])],
)
def test_it_joins_nothing_else(text, printed):
    assert [one.printed for one in read_quantities(text)] == printed
