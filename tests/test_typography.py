"""Setting Chinese: full-width signs and the places where headlines may break."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.typography import WIDE, full_width, headline, segments, setting, split_clauses

TEXTS = st.text(st.sampled_from("江州水库记者电AGb12 　,;:?!()，。“”‘’—…·<>&\"'《》□") | st.characters(), max_size=40)
TAG_RE = re.compile(r"<wbr>|</?span[^>]*>")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("本报江州1月8日电(记者柳知和 通讯员程野)8日上午,", "本报江州1月8日电（记者柳知和 通讯员程野）8日上午，"),
        ("好吗?!好!", "好吗？！好！"),
        ("“最优解”,“含金量”;", "“最优解”，“含金量”；"),
        ("比分3:2(点球5:4),胜", "比分3:2（点球5:4），胜"),
        ("时间:12:30,地点:一楼", "时间：12:30，地点：一楼"),
        ("共1,234.5万元(含税)", "共1,234.5万元（含税）"),
        ("生产总值(GDP)增长", "生产总值（GDP）增长"),
        ("一种歼击机(F-16)", "一种歼击机（F-16）"),
        ("他说“Hello, world!”他走了", "他说“Hello, world!”他走了"),
        ("“Yes”, he said (twice): no?", "“Yes”, he said (twice): no?"),
        ("http://example.org/?a=1", "http://example.org/?a=1"),
        ("", ""),
    ],
)
def test_it_sets_signs_full_width_beside_han_only(source, shown):
    assert full_width(source) == shown


@given(TEXTS)
def test_it_keeps_every_other_character_in_its_place(text):
    shown = full_width(text)
    assert len(shown) == len(text)
    assert all(now == was or WIDE.get(was) == now for was, now in zip(text, shown, strict=True))


@given(TEXTS)
def test_it_has_nothing_left_to_widen_after_the_first_time(text):
    assert full_width(full_width(text)) == full_width(text)


@given(
    st.from_regex(r"[0-9A-Za-z]([0-9A-Za-z ,;:?!]|\([0-9a-z]+\))*[0-9A-Za-z]", fullmatch=True),
    st.text("江州，。", max_size=3),
)
def test_it_leaves_figures_and_latin_text_alone_whatever_stands_around(run, around):
    assert full_width(around + run + around) == around + run + around


@pytest.mark.parametrize(
    ("clause", "pieces"),
    [
        ("为高质量发展找到“最优解”", ["为高质量", "发展", "找到", "“最优解”"]),
        ("让改革“含金量”变成群众“获得感”", ["让改革", "“含金量”", "变成", "群众", "“获得感”"]),
        ("水表为啥“自己会走”？", ["水表", "为啥", "“自己会走”？"]),
        ("集装箱突破10万标箱", ["集装箱", "突破10万标箱"]),
        ("一粒药的“出海”路", ["一粒药的", "“出海”路"]),
        ("从一双筷子到一根高尔夫球杆——", ["从一双", "筷子到", "一根", "高尔夫球杆——"]),
    ],
)
def test_it_breaks_headlines_between_words(clause, pieces):
    assert segments(clause) == pieces


@given(TEXTS)
def test_it_loses_nothing_of_a_clause(clause):
    assert "".join(segments(clause)) == clause


@given(TEXTS)
def test_it_never_offers_a_break_beside_a_digit_or_before_a_closing_sign(clause):
    pieces = segments(clause)
    for before, after in zip(pieces, pieces[1:], strict=False):
        assert not re.search(r"[0-9A-Za-z]$", before) and not re.match(r"[0-9A-Za-z，。”》）]", after)
        assert before[-1] not in "“‘《（"


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("做得更实 以上率下 求新效", ["做得更实", "以上率下", "求新效"]),
        ("做得更实　以上率下", ["做得更实", "以上率下"]),
        ("iPhone 15 来了", ["iPhone 15 来了"]),
        ("访编 者", ["访编 者"]),
        ("  ", []),
    ],
)
def test_it_parts_clauses_at_the_printed_blank(text, clauses):
    assert split_clauses(text) == clauses


@given(TEXTS)
def test_it_escapes_headlines_and_text(text):
    for shown in (headline(text), setting(text)):
        plain = TAG_RE.sub("", shown)
        assert "<" not in plain and ">" not in plain
        assert "".join(html.unescape(plain).split()) == "".join(full_width(text).split())


def test_it_makes_each_clause_of_a_headline_a_unit():
    assert headline("清泉 入户").count('<span class="clause">') == 2
    assert "clause" not in headline("清泉入户")
