"""Merging, splitting and renaming people and columns: rows, counts, index follow; what cannot be is refused."""

import pytest

from articles import loader
from articles.corrections.naming import MERGE, RENAME, SPLIT, Naming
from articles.corrections.printed import Refused
from articles.corrections.splitting import write_rule
from articles.models import Article, Byline, Correction, KeyChange, Page, Person, Quantity
from tests.loader.naming.seen import decide, signed, sound, state
from tests.loading import found, load
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db


def test_it_makes_one_person_of_two_names(archive):
    decide("person:徐小坊", MERGE, "徐坊")
    assert signed() == {"桥": "徐坊 吴昊", "船": "徐坊", "灯": "张伟", "茶": "张伟", "稻": "张伟 徐坊"}
    assert list(Byline.objects.filter(person__key="徐坊").order_by("name").values_list("name", flat=True)) == [
        "徐坊",
        "徐小坊",
        "徐小坊",
    ]
    assert not Person.objects.filter(key="徐小坊").exists()
    person = Person.objects.get(key="徐坊")
    assert (person.articles, person.years) == (3, {"2023": 1, "2024": 2})
    assert set(found("记者:徐小坊")) == set(found("记者:徐坊")) == set(found("徐小坊")) == {"桥", "船", "稻"}
    assert sound() == []


def test_it_splits_a_name_by_paper_unit_and_article(archive):
    lamp = Article.objects.get(headline="灯")
    rule = write_rule("张伟（新华社）", affiliations=["新华社"])
    decide("person:张伟", SPLIT, rule)
    assert signed()["稻"] == "张伟（新华社） 徐小坊"
    decide("person:张伟", SPLIT, write_rule("张伟（江州）", articles=[lamp.key]))
    assert (signed()["灯"], signed()["茶"]) == ("张伟（江州）", "张伟")
    one = Person.objects.get(key="张伟（新华社）")
    assert (str(one), one.name, one.note, one.pinyin) == ("张伟（新华社）", "张伟", "新华社", "zhang wei")
    assert one.articles == 1
    assert found("记者:张伟（新华社）") == ["稻"]
    assert set(found("记者:张伟")) == {"灯", "茶", "稻"}
    assert sound() == []


def test_it_sends_new_articles_where_the_rule_says(archive):
    decide("person:张伟", SPLIT, write_rule("张伟（金华）", publications=["金华日报"]))
    write(archive, "p3", page(article("橘", "记者 张伟", "橘红了。"), head="金华日报 2023-05-07 第1版"))
    write(archive, "p4", page(article("雪", "记者 张伟", "雪下了。"), head="江州日报 2024-03-06 第1版"))
    load(archive)
    assert (signed()["橘"], signed()["雪"], signed()["茶"]) == ("张伟（金华）", "张伟", "张伟（金华）")
    assert Person.objects.get(key="张伟（金华）").articles == 3
    assert sound() == []


def test_it_follows_a_listed_article_to_its_new_key(archive):
    lamp = Article.objects.get(headline="灯")
    decide("person:张伟", SPLIT, write_rule("张伟（江州）", articles=[lamp.key]))
    text = (archive / "p1.txt").read_text().replace("灯亮了。", "灯亮了,全城看见。").replace("题 灯", "题 灯会")
    (archive / "p1.txt").write_text(text.replace("灯亮了,", "灯亮了。\n文 灯亮了,"))
    load(archive)
    assert KeyChange.objects.get(old=lamp.key).new == Article.objects.get(headline="灯会").key
    assert signed()["灯会"] == "张伟（江州）"
    assert sound() == []


def test_it_renames_and_follows_the_page_of_a_corrected_paper(archive):
    decide("person:吴昊", RENAME, "吴浩（通讯员）")
    person = Person.objects.get(key="吴浩（通讯员）")
    assert (person.name, person.note) == ("吴浩", "通讯员")
    assert found("记者:吴昊") == found("记者:吴浩") == ["桥"]
    decide("person:张伟", SPLIT, write_rule("张伟（金华）", publications=["金华日报"]))
    second = Page.objects.get(key="p2")
    loader.correct(second, {"publication": ("金华日报", "金华晚报")}, "misread", "核对原件", "王编")
    assert signed()["茶"] == "张伟"
    assert sound() == []


def test_it_makes_one_column_of_two_labels(archive):
    entry = decide("column:浙报·观察", MERGE, "浙报观察")
    ship = Article.objects.get(headline="船")
    assert (ship.column, ship.column_key, ship.printed["column"]) == ("浙报观察", "浙报观察", "浙报·观察")
    assert [(row["column"], row["articles"]) for row in Article.objects.columns()] == [("浙报观察", 2), ("江声", 1)]
    decide("column:江声", RENAME, "江州之声")
    assert found("栏目:江声") == found("栏目:江州之声") == ["茶"]
    assert "茶" in found("江声")
    assert sound() == []
    loader.withdraw(entry, "王编")
    assert Article.objects.get(headline="船").column == "浙报·观察"
    assert sound() == []


def test_it_keeps_a_corrected_column_under_its_new_name(archive):
    decide("column:江声", RENAME, "江州之声")
    lamp = Article.objects.get(headline="灯")
    loader.correct(lamp, {"column": ("", "江声")}, "misread", "漏读", "王编")
    assert Article.objects.get(headline="灯").column == "江州之声"
    entry = Correction.objects.get(target="column:江声")
    loader.withdraw(entry, "王编")
    assert Article.objects.get(headline="灯").column == "江声"
    assert sound() == []


@pytest.mark.parametrize(
    "target, field, new, reason",
    [
        ("person:徐坊", MERGE, "徐坊", "理由"),
        ("person:徐坊", MERGE, "无此人", "理由"),
        ("person:无此人", MERGE, "徐坊", "理由"),
        ("person:", RENAME, "甲", "理由"),
        ("page:p1", MERGE, "徐坊", "理由"),
        ("person:徐坊", "headline", "徐坊", "理由"),
        ("person:徐坊", MERGE, "徐小坊", "  "),
        ("person:徐坊", MERGE, "徐小坊", "长" * 501),
        ("person:徐坊", RENAME, "吴昊", "理由"),
        ("person:徐坊", RENAME, "徐坊", "理由"),
        ("person:徐坊", RENAME, "", "理由"),
        ("person:徐坊", RENAME, "徐坊（", "理由"),
        ("person:徐坊", RENAME, "徐\n坊", "理由"),
        ("person:徐坊", RENAME, "长" * 61, "理由"),
        ("person:张伟", SPLIT, "张伟（金华）", "理由"),
        ("person:张伟", SPLIT, write_rule("张伟（金华）", publications=["别的报"]), "理由"),
        ("person:张伟", SPLIT, write_rule("张伟（金华）", publications=["金华日报", "江州日报"]), "理由"),
        ("person:张伟", SPLIT, write_rule("张伟", publications=["金华日报"]), "理由"),
        ("column:江声", MERGE, "江声", "理由"),
        ("column:江声", RENAME, "浙报观察", "理由"),
        ("column:江声", RENAME, " ", "理由"),
        ("column:江声", RENAME, "长" * 101, "理由"),
        ("column:江声", SPLIT, write_rule("江声（金华）", publications=["金华日报"]), "理由"),
    ],
)
def test_it_refuses_what_cannot_be(archive, target, field, new, reason):
    before = state()
    with pytest.raises(Refused):
        loader.decide(target, field, new, reason, "王编")
    assert (state(), Correction.objects.count()) == (before, 0)


def test_it_leads_from_former_names(archive):
    decide("person:徐小坊", MERGE, "徐坊")
    decide("person:徐坊", RENAME, "许坊")
    undone = decide("person:张伟", SPLIT, write_rule("张伟（金华）", publications=["金华日报"]))
    loader.withdraw(undone, "王编")
    naming = Naming.load()
    assert list(naming.leads("person:徐小坊"))[:1] == ["person:许坊"]
    assert list(naming.leads("person:徐坊"))[:1] == ["person:许坊"]
    assert list(naming.leads("person:张伟（金华）"))[:1] == ["person:张伟"]
    assert list(naming.leads("person:无此人")) == []


def test_it_lists_numbers_under_the_new_name(archive):
    write(archive, "p9", page(article("坝", "记者 徐坊", "投资24亿元。", "栏 江声"), head="江州日报 2024-03-05 第2版"))
    load(archive)
    decide("column:江声", RENAME, "江州之声")
    assert Quantity.objects.get().column_key == "江州之声"
