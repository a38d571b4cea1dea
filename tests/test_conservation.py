"""Each sign stands in one field: the check that says so."""

from hypothesis import given
from hypothesis import strategies as st

from articles.conservation import breach, line_of

TEXT = "江州 日报\n\n桥通了。"


def test_it_finds_nothing_where_every_sign_is_covered():
    assert breach(TEXT, [(0, 2), (3, 5), (7, 11)]) is None
    assert breach(TEXT, [(7, 11), (0, 5)]) is None
    assert breach("  \n", []) is None


def test_it_finds_what_is_lost():
    assert breach(TEXT, [(0, 5)]) == (7, "有文字不归任何字段")
    assert breach(TEXT, [(0, 4), (7, 11)]) == (4, "有文字不归任何字段")


def test_it_finds_what_stands_twice():
    assert breach(TEXT, [(0, 5), (4, 11)]) == (4, "同一处文字归了两个字段")


@given(st.text(alphabet="桥通 \n", max_size=20), st.data())
def test_it_holds_for_any_division_of_a_text(text, data):
    cuts = sorted({0, len(text), *data.draw(st.lists(st.integers(0, len(text)), max_size=5))})
    spans = list(zip(cuts, cuts[1:], strict=False))
    assert breach(text, spans) is None
    lost = [span for span in spans if text[slice(*span)].strip()]
    if lost:
        assert breach(text, [span for span in spans if span != lost[0]]) is not None


def test_it_counts_lines_from_one():
    assert [line_of(TEXT, offset) for offset in (0, 6, 7)] == [1, 2, 3]
