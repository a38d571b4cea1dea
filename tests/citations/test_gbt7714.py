"""References by GB/T 7714, of 2025 and of 2015."""

import datetime

import pytest
from hypothesis import given

from articles.citations import gbt7714_2015, gbt7714_2025
from tests.citations.given import ADDRESS, lines, reference

SEEN = datetime.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("facts", "of_2025", "of_2015"),
    [
        (
            {"address": ""},
            "徐小坊，欧阳牧野. 清泉入户[N]. 江州日报，2024-03-07（2）.",
            "徐小坊, 欧阳牧野. 清泉入户[N]. 江州日报, 2024-03-07(2).",
        ),
        (
            {},
            f"徐小坊，欧阳牧野. 清泉入户[N/OL]. 江州日报，2024-03-07（2）. {ADDRESS}",
            f"徐小坊, 欧阳牧野. 清泉入户[N/OL]. 江州日报, 2024-03-07(2)[2026-11-24]. {ADDRESS}",
        ),
    ],
)
def test_it_cites_as_the_standard_has_it(facts, of_2025, of_2015):
    assert gbt7714_2025(reference(**facts)) == of_2025
    assert gbt7714_2015(reference(**facts), SEEN) == of_2015


@pytest.mark.parametrize(
    ("names", "cited"),
    [
        ("甲乙丙", "甲，乙，丙. "),
        ("甲乙丙丁", "甲，乙，丙，等. "),
        ("甲乙丙丁戊己", "甲，乙，丙，等. "),
        ("", "清泉"),
    ],
)
def test_it_names_three_authors_at_most(names, cited):
    assert gbt7714_2025(reference(authors=tuple(names))).startswith(cited)
    assert gbt7714_2015(reference(authors=tuple(names)), SEEN).startswith(cited.replace("，", ", "))


@pytest.mark.parametrize(
    ("facts", "source"),
    [
        ({"number": ""}, "江州日报，2024-03-07."),
        ({"date": None}, "江州日报（2）."),
        ({"date": None, "number": ""}, "江州日报."),
        ({"publication": "", "number": ""}, "[N]. 2024-03-07."),
        ({"publication": "", "number": "", "date": None}, "清泉入户[N]."),
        ({"inferred": {"publication", "date"}}, "[江州日报]，[2024-03-07]（2）."),
        ({"inferred": {"number"}}, "江州日报，2024-03-07（[2]）."),
        ({"inferred": {"date", "number"}, "date": None, "number": ""}, "江州日报."),
    ],
)
def test_it_leaves_out_what_is_unknown_and_brackets_what_is_inferred(facts, source):
    assert gbt7714_2025(reference(address="", **facts)).endswith(source)
    narrow = source.translate(str.maketrans({"，": ", ", "（": "(", "）": ")"}))
    assert gbt7714_2015(reference(address="", **facts), SEEN).endswith(narrow)


def test_it_sets_the_title_in_full_width_signs():
    assert "水来了，通了（二）[N/OL]" in gbt7714_2025(reference(title="水来了,通了(二)"))


@given(lines, lines)
def test_it_is_one_line_whatever_was_printed(title, name):
    assert len(f"{gbt7714_2025(reference(title=title, authors=(name,)))}".splitlines()) == 1
