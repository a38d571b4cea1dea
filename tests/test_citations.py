"""References by GB/T 7714—2025."""

import datetime
from types import SimpleNamespace

import pytest

from articles.citations import gbt7714_2025
from articles.models import Page

DAY = datetime.date(2000, 11, 20)


def article(names=("丁文",), *, title: str = "数字革命与竞争国际化", figure=None, **page):
    bylines = [SimpleNamespace(name=name, figure_id=figure) for name in names]
    facts = {"publication": "江州日报", "date": DAY, "number": "15"} | page
    return SimpleNamespace(title=title, page=Page(**facts), bylines=SimpleNamespace(all=lambda: bylines))


def test_it_cites_as_the_standard_has_it():
    assert gbt7714_2025(article()) == "丁文. 数字革命与竞争国际化[N]. 江州日报，2000-11-20（15）."


def test_it_cites_the_article_on_line():
    address = "https://example.org/articles/k/"
    assert (
        gbt7714_2025(article(), address) == f"丁文. 数字革命与竞争国际化[N/OL]. 江州日报，2000-11-20（15）. {address}"
    )


@pytest.mark.parametrize(
    ("names", "cited"),
    [
        (["甲某", "乙某", "丙某"], "甲某，乙某，丙某. "),
        (["甲某", "乙某", "丙某", "丁某"], "甲某，乙某，丙某，等. "),
        (["甲某", "甲某"], "甲某. "),
        ([], "数字"),
        ([""], "数字"),
    ],
)
def test_it_names_three_authors_at_most(names, cited):
    assert gbt7714_2025(article(names)).startswith(cited)


def test_it_names_the_photographer_of_a_picture_by_itself():
    assert gbt7714_2025(article(["何某"], figure=3)).startswith("何某. ")


@pytest.mark.parametrize(
    ("facts", "source"),
    [
        ({"number": ""}, "江州日报，2000-11-20."),
        ({"date": None}, "江州日报（15）."),
        ({"date": None, "number": ""}, "江州日报."),
        ({"publication": "", "number": ""}, "[N]. 2000-11-20."),
        ({"bases": {"publication": "inferred", "date": "inferred"}}, "[江州日报]，[2000-11-20]（15）."),
    ],
)
def test_it_leaves_out_what_is_unknown_and_brackets_what_is_inferred(facts, source):
    assert gbt7714_2025(article(**facts)).endswith(source)
