"""Columns: their list, their articles, any name."""

import datetime

import pytest

from tests.factories import DAY, make_article, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def test_it_lists_columns_and_their_articles(client):
    for headline in ("甲篇", "乙篇"):
        make_article(column="江声", headline=headline)
    make_article(column="江州经济·走进车间①")
    assert labels(Shown(client, "/columns/")) == ["江声", "江州经济·走进车间①"]
    assert Shown(client, "/columns/江声/").all(".//h2") == ["甲篇", "乙篇"]


@pytest.mark.parametrize("name", ["问/答", "走进 车间", "100%", "#1", "？", "江声/"])
def test_it_takes_any_name_of_a_column(client, name):
    make_article(column=name)
    link = Shown(client, "/columns/").root.find(".//main//li/a[@class='label']").get("href")
    assert name in Shown(client, link).title


def test_it_takes_a_label_that_is_spaced_out_for_the_same_column(client):
    make_article(column="社　评", headline="疏")
    make_article(column="社评", headline="密")
    assert labels(Shown(client, "/columns/")) == ["社评"]
    for name in ("社　评", "社评", "社 评"):
        page = Shown(client, f"/columns/{name}/")
        assert page.all(".//h1") == ["社评"] and sorted(page.all(".//h2")) == ["密", "疏"]


def labels(page: Shown) -> list[str]:
    return page.all(".//main//li/a[@class='label']")


def test_it_tells_from_when_to_when_a_column_was_met(client):
    for date in (datetime.date(2019, 5, 1), DAY, None):
        make_article(make_page(date=date), column="江声")
    assert "2019—2024" in Shown(client, "/columns/").main


def test_it_lists_the_fullest_column_first_and_the_others_by_sound(client):
    for column in ("朱笔", "安居", "江声", "江声"):
        make_article(column=column)
    assert labels(Shown(client, "/columns/")) == ["江声", "安居", "朱笔"]
    assert labels(Shown(client, "/columns/?order=sound")) == ["安居", "江声", "朱笔"]


def test_it_knows_no_other_columns(client):
    assert client.get("/columns/没有/").status_code == 404
