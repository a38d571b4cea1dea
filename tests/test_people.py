"""Persons: sorted as they are spoken, and never institutions."""

import datetime

import pytest

from articles.loader import people
from articles.models import Person
from articles.reading import Credit
from tests.factories import DAY, make_article, make_page, make_person


@pytest.mark.parametrize(
    "credit",
    [
        Credit(None, "评论员", "本报"),
        Credit("江州博物馆", action="供图"),
        Credit("受访企业", action="供图"),
        Credit("云栖街道", action="供图"),
        Credit("江州市文化广电旅游局"),
        Credit("长" * 61),
    ],
)
def test_it_takes_no_institution_for_a_person(credit):
    assert not people.is_person(credit)


@pytest.mark.parametrize(
    "credit", [Credit("徐坊", action="供图"), Credit("方正", "记者"), Credit("欧阳予晴", action="制图")]
)
def test_it_takes_a_person_for_one(credit):
    assert people.is_person(credit)


@pytest.mark.django_db
def test_it_stores_each_person_once():
    first = people.ensure(["徐坊", "吴昊", "徐坊"])
    assert people.ensure(["徐坊"])["徐坊"] == first["徐坊"]
    assert Person.objects.count() == 2
    people.recount([first["徐坊"].pk])
    assert list(Person.objects.values_list("key", flat=True)) == ["吴昊"]


@pytest.mark.django_db
def test_it_counts_articles_once_and_by_year():
    make_article(make_page(date=datetime.date(2019, 5, 1)), bylines=["程野", ("程野", "", "", "摄")])
    make_article(bylines=["程野"])
    make_article(make_page(date=None), bylines=["程野"])
    person = Person.objects.get(name="程野")
    assert (person.articles, person.years, person.latest) == (3, {"": 1, "2019": 1, "2024": 1}, DAY)


@pytest.mark.django_db
def test_it_forgets_whom_no_byline_names():
    unnamed = make_person("无文")
    people.recount([unnamed.pk])
    assert not Person.objects.exists()


def test_it_sorts_by_sound_then_character():
    names = [
        ("安宁", "an ning"),
        ("何安", "he an"),
        ("和白", "he bai"),
        ("阿吉", "a ji"),
        ("何川", "he chuan"),
        ("7号", "7 hao"),
    ]
    ordered = sorted(names, key=lambda pair: people.sorting(*pair))
    assert [name for name, _ in ordered] == ["阿吉", "安宁", "何安", "何川", "和白", "7号"]
