"""Words to compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.compared import compared
from articles.search.query import parse


@pytest.mark.parametrize(
    "typed, words",
    [
        ("共同富裕,数字经济", ["共同富裕", "数字经济"]),
        ("共同富裕，数字经济、外贸；出口", ["共同富裕", "数字经济", "外贸", "出口"]),
        ("外贸 出口", ["外贸", "出口"]),
        ("New York，外贸", ["New York", "外贸"]),
        ("“一带 一路” 外贸", ["一带 一路", "外贸"]),
        ("“甲，乙”、丙", ["甲，乙", "丙"]),
        ("10,000 户", ["10,000", "户"]),
        ("外贸，外貿，外　贸", ["外贸"]),
        ("記者:徐坊", ["記者:徐坊"]),
        ("，、 ”", []),
        ("", []),
    ],
)
def test_it_parts_words(typed, words):
    assert [query.terms[0] for query in compared(typed)] == words


@given(st.text(max_size=80))
def test_it_takes_anything_and_can_be_typed_again(typed):
    for query in compared(typed):
        assert not query.filters and not query.excluded and len(query.terms) == 1
        assert parse(str(query)) == query
