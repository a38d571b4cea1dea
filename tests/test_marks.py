"""Hits marked in text that is set already."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from articles import typography
from articles.search.query import parse
from articles.templatetags.marks import mark_set, spots

TEXTS = st.text(alphabet="水库满了 ，,“”<>&'\"a1　", max_size=30)
TAG_RE = re.compile(r"</?(?:mark|span|wbr)[^>]*>")


def test_it_tells_where_hits_stand():
    assert spots("去水库，水库满了", parse("水库")) == [(1, 3), (4, 6)]
    assert spots("去水库", parse("")) == spots("去水库", None) == []


def test_it_marks_a_headline_across_the_places_where_it_may_break():
    headline = typography.headline("沙渚湖泵站投运")
    assert "<wbr>" in headline
    marked = mark_set(headline, parse('"沙渚湖泵站投运"'))
    assert marked == f"<mark>{headline}</mark>"


def test_it_keeps_the_clauses_of_a_headline_whole():
    marked = mark_set(typography.headline("清泉 入户"), parse('"清泉入户"'))
    assert marked == ('<span class="clause"><mark>清泉</mark></span> <span class="clause"><mark>入户</mark></span>')


def test_it_gives_each_anchor_once():
    anchors = iter(["hit"])
    assert mark_set("水库与水库", parse("水库"), anchors) == '<mark id="hit">水库</mark>与<mark>水库</mark>'
    assert mark_set("水库", parse("水库"), anchors) == "<mark>水库</mark>"


def test_it_takes_what_was_printed_for_no_tag():
    assert mark_set(typography.setting("<b>&amp;x水库"), parse("水库")) == "&lt;b&gt;&amp;amp;x<mark>水库</mark>"


@given(TEXTS, st.sampled_from(["水库", "满了 水", '"<"', "a1", "“"]))
def test_it_adds_nothing_but_marks(text, typed):
    for html in (typography.setting(text), typography.headline(text)):
        marked = mark_set(html, parse(typed), iter(["hit"]))
        assert re.sub(r"</?mark[^>]*>", "", marked) == html
        plain = unescape(TAG_RE.sub("", html))
        inside = re.findall(r"<mark[^>]*>(.*?)</mark>", marked)
        assert marked.count("<mark") == marked.count("</mark>") == len(inside)
        assert all(unescape(TAG_RE.sub("", part)) in plain for part in inside)
