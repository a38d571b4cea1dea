"""What of an article is cited."""

import datetime
from types import SimpleNamespace

import pytest
from hypothesis import given, strategies

from articles.citations import refer
from articles.citations.reference import one_line
from articles.models import Page


def article(names=("徐小坊",), *, title: str = "清泉入户", figure=None, role: str = "", **page):
    signed = [(name, role) if isinstance(name, str) else name for name in names]
    bylines = [SimpleNamespace(name=name, role=role, figure_id=figure) for name, role in signed]
    facts = {"publication": "江州日报", "date": datetime.date(2024, 3, 7), "number": "2", "name": "要闻"} | page
    return SimpleNamespace(
        key="k", title=title, column="", page=Page(**facts), bylines=SimpleNamespace(all=lambda: bylines)
    )


@pytest.mark.parametrize(("names", "authors"), [(["甲某", "甲某"], ("甲某",)), ([], ()), ([""], ()), (["\x01"], ())])
def test_it_names_each_author_once(names, authors):
    assert refer(article(names)).authors == authors


def test_it_names_the_photographer_of_a_picture_by_itself():
    assert refer(article(["何某"], figure=3)).authors == ("何某",)


@pytest.mark.parametrize(
    ("signed", "with_them", "without"),
    [
        ([("徐某", "记者"), ("苏某", "通讯员")], ("徐某", "苏某"), ("徐某",)),
        ([("徐某", "记者"), ("苏某", "特约通讯员")], ("徐某", "苏某"), ("徐某",)),
        ([("苏某", "通讯员")], ("苏某",), ("苏某",)),
    ],
)
def test_it_counts_correspondents_as_the_setting_says(settings, signed, with_them, without):
    assert refer(article(signed)).authors == with_them
    settings.CITE_CORRESPONDENTS = False
    assert refer(article(signed)).authors == without


def test_it_tells_what_is_inferred():
    page = {"bases": {"publication": "printed", "date": "inferred", "name": "inferred"}}
    assert refer(article(**page)).inferred == {"date"}


@given(strategies.text())
def test_it_puts_every_text_in_one_line(text):
    line = one_line(text)
    assert len(line.splitlines()) <= 1 and line == line.strip()
    line.encode()  # no lone surrogate is left
