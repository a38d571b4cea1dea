"""Highlighting: right on the original text, and safe whatever stands there."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.search import parse
from articles.search.highlight import mark, passages

PIECES = st.sampled_from(
    ["水库", "水庫", "移民", "，", "\n", "F-16", "ｆ１６", "㎡", "😀", "<mark>", "</mark>", "&lt;"]
)
HOSTILE = st.sampled_from(["<img src=x onerror=alert(1)>", "\ue000", "\ue001", '"', "'", "&", "\x00", "e\u0301", "臺"])
TEXT = st.lists(PIECES | HOSTILE | st.text(max_size=3), max_size=12).map("".join)
TYPED = st.lists(PIECES | HOSTILE | st.sampled_from([" ", "“水库”", "m", "<", "mark"]), max_size=4).map("".join)


class Tags(HTMLParser):
    """The tags of a piece of HTML, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag if not attrs else f"{tag} {attrs}")

    def handle_endtag(self, tag):
        self.seen.append("/" + tag)


def tags(html: str) -> list[str]:
    parser = Tags()
    parser.feed(html)
    parser.close()
    return parser.seen


def shown(html: str) -> str:
    return unescape(re.sub("</?mark>", "", html))


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("江州水库", "水库", "江州<mark>水库</mark>"),
        ("江州水庫", "水库", "江州<mark>水庫</mark>"),
        ("江州水库", "水庫", "江州<mark>水库</mark>"),
        ("１月８日", "1月8日", "<mark>１月８日</mark>"),
        ("水，\n库移民", "水库", "<mark>水，\n库</mark>移民"),
        ("五㎡住房", "5m2|m2", "五<mark>㎡</mark>住房"),
        ("五㎡住房", "m", "五<mark>㎡</mark>住房"),
        ("水库移民水库", "水库 移民", "<mark>水库移民水库</mark>"),
        ("aaa", "aa", "<mark>aaa</mark>"),
        ("他说😀好", "😀", "他说<mark>😀</mark>好"),
        ("记者徐 坊报道", "记者:徐坊", "记者<mark>徐 坊</mark>报道"),
        ("日期：2024年", "日期:2024", "<mark>日期：2024</mark>年"),
        ("水库边的移民", "水库移民", "<mark>水库</mark>边的<mark>移民</mark>"),
        ("水库边的移民", "“水库移民”", "水库边的移民"),
        ("水库移民在水库", "水库移民", "<mark>水库移民</mark>在水库"),
        ("水库<b>水库</b>", "水库", "<mark>水库</mark>&lt;b&gt;<mark>水库</mark>&lt;/b&gt;"),
        ("甲", "-甲 乙", "甲"),
    ],
)
def test_it_marks_hits_as_printed(text, typed, marked):
    assert mark(text, parse(typed)) == marked


@given(TEXT, TYPED)
@example("</mark><img onerror=x>\ue000", "mark")
def test_it_shows_the_text_and_no_tag_but_mark(text, typed):
    html = mark(text, parse(typed))
    assert "\x00" in text or set(tags(html)) <= {"mark", "/mark"}
    assert "<" not in re.sub("</?mark>", "", html)
    assert shown(html) == text


@given(TEXT, TYPED, st.integers(1, 4), st.integers(4, 30))
def test_it_cuts_passages_out_of_the_text(text, typed, count, width):
    cut = passages(text, parse(typed), count, width)
    assert len(cut) <= count
    assert bool(cut) == ("<mark>" in mark(text, parse(typed)))
    at = 0
    for html in cut:
        assert "<mark>" in html
        assert "<" not in re.sub("</?mark>", "", html)
        assert any(piece in text[at:] for piece in (shown(html), shown(html)[1:], shown(html)[:-1], shown(html)[1:-1]))
        assert len(shown(html)) <= max(width, len(parse(typed).raw) * 8) + 2


def test_it_chooses_passages_that_show_all_terms_in_the_order_of_the_text():
    fine = "天气晴好。" * 20
    text = f"水库建成。{fine}水库放水，移民搬迁。{fine}脐橙丰收。{fine}"
    cut = passages(text, parse("脐橙 移民 水库"), count=2, width=20)
    assert ["移民" in cut[0], "脐橙" in cut[1]] == [True, True]
    assert cut[0].startswith("…<mark>水库</mark>放水，<mark>移民</mark>搬迁。")
    assert cut[0].endswith("…")


def test_it_opens_a_passage_with_its_sentence_and_cuts_nothing_where_the_text_ends():
    assert passages("一段。\n  水库移民", parse("移民"), width=20) == ["…水库<mark>移民</mark>"]
    assert passages("水库移民", parse("移民"), width=20) == ["水库<mark>移民</mark>"]
    assert passages("他说：“来了。”移民都笑了", parse("移民"), width=20) == ["…<mark>移民</mark>都笑了"]


def test_it_opens_a_passage_after_a_bracket_that_opened_before_it():
    assert passages("本报讯（记者徐坊 通讯员吴昊）近年来移民增收", parse("移民"), width=20) == [
        "…近年来<mark>移民</mark>增收"
    ]


def test_it_cuts_no_hit_in_two():
    text = "水库" + "渠" * 7 + "水库" + "渠" * 7 + "水库"
    for width in range(4, 24):
        for html in passages(text, parse("水库"), width=width):
            assert set(re.findall("<mark>(.*?)</mark>", html)) == {"水库"}
            assert "库" not in re.sub("<mark>.*?</mark>", "", html)


def test_it_has_no_passage_without_a_hit():
    assert passages("江州今日晴", parse("水库")) == []
    assert passages("江州今日晴", parse("")) == []
