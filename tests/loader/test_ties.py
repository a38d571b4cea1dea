"""Who signs with whom, kept in step with the bylines."""

import datetime

import pytest

from articles.loader import people, ties
from articles.models import Byline, Person, Tie
from tests.factories import make_article, make_page

pytestmark = pytest.mark.django_db


def told() -> dict[tuple, int]:
    return {
        (*sorted((tie.first.name, tie.second.name)), tie.publication, tie.year): tie.articles
        for tie in Tie.objects.select_related("first", "second")
    }


def test_it_counts_in_all_by_paper_by_year_and_by_both():
    make_article(bylines=["甲方", "乙方"])
    make_article(make_page(date=datetime.date(2023, 1, 1)), bylines=["乙方", "甲方"])
    make_article(make_page(publication="临溪日报"), bylines=["甲方"], figures=[("图", ["乙方", "乙方"])])
    make_article(bylines=["丙方"])
    pair = ("乙方", "甲方")
    assert told() == {
        (*pair, "", 0): 3,
        (*pair, "", 2023): 1,
        (*pair, "", 2024): 2,
        (*pair, "江州日报", 0): 2,
        (*pair, "江州日报", 2023): 1,
        (*pair, "江州日报", 2024): 1,
        (*pair, "临溪日报", 0): 1,
        (*pair, "临溪日报", 2024): 1,
    }


def test_it_counts_what_has_neither_name_nor_day():
    make_article(make_page(publication="", date=None), bylines=["甲方", "乙方"])
    assert told() == {("乙方", "甲方", "", 0): 1}


@pytest.mark.parametrize("batch", [1, 2, 500])
def test_it_counts_the_same_in_any_batches(monkeypatch, batch):
    for names in (["甲方", "乙方", "丙方"], ["甲方", "丙方"], ["丁方", "乙方"]):
        make_article(bylines=names)
    before = told()
    monkeypatch.setattr(ties, "BATCH", batch)
    ties.recount(Person.objects.values_list("pk", flat=True))
    assert told() == before and before["丙方", "甲方", "", 0] == 2
    ties.recount([Person.objects.get(name="甲方").pk])
    assert told() == before


def test_it_forgets_what_is_not_signed_any_more():
    make_article(bylines=["甲方", "乙方", "丙方"])
    gone = Person.objects.get(name="乙方")
    Byline.objects.filter(person=gone).delete()
    people.recount([gone.pk])
    ties.recount(Person.objects.values_list("pk", flat=True))
    assert {pair[:2] for pair in told()} == {("丙方", "甲方")}
