"""Tokens: whatever is cut out of a text asks for nothing that the text's own tokens lack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.folding import fold, squeeze
from articles.search import Document
from articles.search.tokens import Atom, atom, field_token, level_token, ranking_words, row_of, title_token, tokens

CHARACTERS = st.sampled_from("江州水库移民臺灣Ff16２０24０1ab，。“” \n😀+㎡é") | st.characters()
TEXT = st.text(CHARACTERS, min_size=1, max_size=60)


@given(TEXT, st.data())
def test_it_needs_of_a_piece_only_what_the_whole_has(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, len(text)))]
    wanted = atom(piece)
    if wanted is None:
        assert not fold(piece).strip()
        return
    assert set(wanted.tokens) <= tokens(row_of(Document(1, body=text)))
    assert wanted.needle in squeeze(fold(text))


@pytest.mark.parametrize(
    ("term", "tokens"),
    [
        ("水", ("水",)),
        ("水库", ("水库",)),
        ("水库移民", ("水库", "库移", "移民")),
        ("2024年", ("202", "024", "4年")),
        ("aaaa", ("aaa",)),
        ("F-16", ("f16",)),
    ],
)
def test_it_covers_a_term_with_few_tokens(term, tokens):
    assert atom(term).tokens == tokens


@pytest.mark.parametrize(("term", "proven"), [("水库", True), ("f16", True), ("水库水", False), ("aaaa", False)])
def test_it_knows_when_tokens_prove_a_term(term, proven):
    assert atom(term).proven is proven


def test_it_searches_signs_only_where_there_is_nothing_else():
    assert atom("😀") == Atom(("·1f600",), "", proven=True)
    assert atom("C++").tokens == ("c",)
    assert atom(" \x00\u200b") is None


def test_it_keeps_a_row_folded_with_its_runs_and_lines():
    row = row_of(Document(7, "水庫\n移民！", "第一段，\n第二段。", "徐 坊\n何贤君"))
    assert (row.headline, row.body) == ("水库\n移民", "第一段 第二段\n徐 坊\n何贤君")
    assert row.signs == "!,。"


def test_it_joins_neighbours_across_lines_but_not_across_fields():
    found = tokens(row_of(Document(7, "水库\n移民", "甲\n乙", "丙\n丁")))
    assert {"库移", "甲乙"} <= found
    assert not {"民甲", "乙丙", "丙丁"} & found
    titled = set(map(title_token, ["水", "库", "移", "民", "水库", "库移", "移民"]))
    assert titled == {token for token in found if token[0] == title_token("水")[0]}


def test_it_knows_which_words_say_more_than_a_passing_mention():
    found = tokens(row_of(Document(7, "水库告急", "移民搬迁。" * 3 + "今日晴好" * 80)))
    assert level_token("水库", 2) in found
    assert level_token("移民", 1) in found or level_token("移民", 2) in found
    assert not {level_token("告急", 1), level_token("江州", 1)} & found


def test_it_holds_fields_however_they_are_written():
    assert (
        field_token("column", "浙报·觀察")
        == field_token("column", "浙报观察")
        in tokens(row_of(Document(7, fields=(("column", "浙报 · 观察"),))))
    )
    assert field_token("column", "·") != field_token("column", "—")


def test_it_ranks_by_words_of_more_than_one_character():
    assert ranking_words("水库的水 f16 在中华人民共和国") == [
        *("水库", "f16"),
        *("中华", "华人", "人民", "共和", "共和国", "中华人民共和国"),
    ]
