"""The chief editor's columns: those that may be one, merging, renaming."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Correction
from tests.admin.desk import messages
from tests.admin.test_people import REASON, shown
from tests.loading import load
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive(tmp_path):
    seeds = tmp_path / "seeds"
    labels = ["浙报观察", "浙报·观察", "浙报观察", "江声", "a&b?<i>"]
    write(seeds, "p1", page(*(article(f"第{n}", "", f"第{n}段。", f"栏 {one}") for n, one in enumerate(labels))))
    load(seeds)


def at(name: str, **query: str) -> str:
    return reverse(f"admin:articles_column_{name}", query=query or None)


def columns() -> list[tuple[str, int]]:
    return [(row["column"], row["articles"]) for row in Article.objects.columns()]


def test_it_proposes_shows_and_merges(chief: Client):
    content = shown(chief, at("changelist"))
    link = at("merge", column="浙报·观察") + "&amp;with=%E6%B5%99%E6%8A%A5%E8%A7%82%E5%AF%9F"
    assert link in content and "繁简或写法" in content
    link = link.replace("&amp;", "&")
    assert "共 3 篇" in shown(chief, link)
    response = chief.post(link, REASON, follow=True)
    assert "已并入" in messages(response) and "据来信" in response.content.decode()
    assert ("浙报观察", 3) in columns()
    assert "可能是一个栏目" not in shown(chief, at("changelist"))


def test_it_finds_what_to_merge_with(chief: Client):
    assert 'name="with" value="浙报观察"' in shown(chief, at("merge", column="江声", q="浙报"))
    assert "没有查到" in shown(chief, at("merge", column="江声", q="无此栏"))


def test_it_renames(chief: Client):
    response = chief.post(at("rename", column="a&b?<i>"), {"name": "甲&乙", **REASON}, follow=True)
    assert "改作“甲&乙”" in messages(response)
    assert ("甲&乙", 1) in columns()
    response = chief.post(at("rename", column="江声"), {"name": "浙报观察", **REASON})
    assert "请用合并" in response.content.decode()


def test_it_remembers_which_are_not_one(chief: Client):
    chief.post(at("distinct", column="浙报·观察"), {"other": "浙报观察", **REASON})
    assert "可能是一个栏目" not in shown(chief, at("changelist"))


@pytest.mark.parametrize("name", ["of", "merge", "rename", "distinct"])
def test_it_lets_only_the_chief_decide(editor, name):
    assert editor.get(at(name, column="江声")).status_code == 403
    assert editor.post(at(name, column="江声"), {"with": "浙报观察", "name": "甲", **REASON}).status_code == 403
    assert not Correction.objects.exists()
    assert "江声" in shown(editor, at("changelist"))


@pytest.mark.parametrize("column", ["", "无此栏", "　"])
@pytest.mark.parametrize("name", ["of", "merge", "rename", "distinct"])
def test_it_knows_no_other_columns(chief: Client, name, column):
    assert chief.get(at(name, column=column)).status_code == 404
