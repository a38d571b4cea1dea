"""Persons: sorted as they are spoken, and never institutions."""

import pytest

from articles.loader import people
from articles.models import Person
from articles.reading import Credit


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("仇小方", "qiu xiao fang"),
        ("解语", "xie yu"),
        ("单立文", "shan li wen"),
        ("查良", "zha liang"),
        ("曾小雨", "zeng xiao yu"),
        ("区志强", "ou zhi qiang"),
        ("尉迟安", "yu chi an"),
        ("万俟安", "mo qi an"),
        ("长孙明", "zhang sun ming"),
        ("盖小平", "ge xiao ping"),
        ("徐坊", "xu fang"),
        ("欧阳予", "ou yang yu"),
        ("兰若", "lan ruo"),
        ("尉遲玄", "yu chi xuan"),
        ("阿依努尔·艾山", "a yi nu er ai shan"),
        ("Anna Lee", "anna lee"),
    ],
)
def test_it_reads_surnames_as_surnames(name, pinyin):
    assert people.pinyin(name) == pinyin


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
    people.forget_unnamed([first["徐坊"].pk])
    assert list(Person.objects.values_list("key", flat=True)) == ["吴昊"]
