"""Merging, splitting and renaming people and columns: rows, counts, index follow; nothing undone leaves a trace."""

import random

import pytest
from django.db import connection
from django.db.models import F

from articles import loader, search, verification
from articles.corrections import journal
from articles.corrections.naming import DISTINCT, MERGE, RENAME, SINGLE, SPLIT, Naming
from articles.corrections.printed import Refused
from articles.corrections.splitting import write_rule
from articles.models import Article, Byline, Correction, KeyChange, Page, Person, Quantity, Review, Tombstone
from tests.loading import everything, found, load
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db
JINHUA, JIANGZHOU = "金华日报 2023-05-06 第4版", "江州日报 2024-03-05 第2版"


@pytest.fixture
def archive(engine, seeds):
    """Two papers: 张伟 in both, 徐坊 also as 徐小坊, a column with and without its dot."""
    write(
        seeds,
        "p1",
        page(
            article("桥", "记者 徐坊 通讯员 吴昊", "桥通了。", "栏 浙报观察"),
            article("船", "记者 徐小坊", "船来了。", "栏 浙报·观察"),
            article("灯", "记者 张伟", "灯亮了。"),
            head=JIANGZHOU,
        ),
    )
    write(
        seeds,
        "p2",
        page(
            article("茶", "记者 张伟", "茶香了。", "栏 江声"),
            article("稻", "新华社记者 张伟", "稻熟了。\n图 稻浪。\n摄 徐小坊 摄"),
            head=JINHUA,
        ),
    )
    load(seeds)
    return seeds


def decide(target: str, field: str, new: str) -> Correction:
    return loader.decide(target, field, new, "据来信", "王编")


def signed() -> dict[str, str]:
    """{headline of the article: keys of its people}."""
    rows = Byline.objects.with_people().order_by("article__headline", F("figure").asc(nulls_first=True), "position")
    keys: dict[str, list[str]] = {}
    for headline, key in rows.values_list("article__headline", "person__key"):
        keys.setdefault(headline, []).append(key)
    return {headline: " ".join(people) for headline, people in keys.items()}


def state() -> dict:
    """All that a reader or a harvester sees, and all of the index."""
    told = everything() | {
        "counted": list(Person.objects.order_by("key").values_list("key", "note", "articles", "years", "latest")),
        "prints": list(Article.objects.order_by("key").values_list("key", "column_key", "printed", "fingerprint")),
    }
    told["bylines"] = sorted(told["bylines"], key=str)  # two of one place, under a picture and not, in any order
    told["reviews"] = list(Review.objects.order_by("page__key", "position", "code").values_list("column_key", "code"))
    with connection.cursor() as cursor:
        for table in ("search_text", "search_fields", "search_values"):
            cursor.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
            told[table] = cursor.fetchall()
    return told


def sound() -> list[str]:
    return [str(finding) for finding in verification.findings()]


def load_anew(seeds) -> None:
    """A fresh database with the same seeds and the exported journal."""
    (seeds / journal.FILE_NAME).write_text("".join(journal.export_lines()))
    for model in (Page, Person, Correction, KeyChange, Tombstone):
        model.objects.all().delete()
    search.rebuild([])
    load(seeds)


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
    assert Article.objects.get(headline="灯会").key != lamp.key
    assert not KeyChange.objects.exists() or signed()["灯会"] == "张伟（江州）"
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
    "target, field, new",
    [
        ("person:徐小坊", MERGE, "徐坊"),
        ("person:张伟", SPLIT, write_rule("张伟（金华）", publications=["金华日报"])),
        ("person:徐坊", RENAME, "徐坊（江州）"),
        ("person:徐坊", RENAME, "许坊"),
        ("column:浙报·观察", MERGE, "浙报观察"),
        ("column:江声", RENAME, "江 声"),
        ("person:徐坊", DISTINCT, "徐小坊"),
        ("person:张伟", SINGLE, ""),
    ],
)
def test_it_leaves_nothing_of_what_is_withdrawn(archive, target, field, new):
    before = state()
    entry = decide(target, field, new)
    during = state()
    assert sound() == []
    assert (during != before) == (field not in (DISTINCT, SINGLE))
    load_anew(archive)
    assert state() == during
    loader.withdraw(Correction.objects.get(pk=entry.pk), "王编")
    assert state() == before
    assert sound() == []


DECISIONS = [
    ("person:徐小坊", MERGE, "徐坊"),
    ("person:徐坊", RENAME, "徐坊（江州）"),
    ("person:徐坊（江州）", RENAME, "许坊"),
    ("person:徐坊", MERGE, "徐小坊"),
    ("person:吴昊", MERGE, "徐小坊"),
    ("person:张伟", SPLIT, write_rule("张伟（金华）", publications=["金华日报"])),
    ("person:张伟（金华）", SPLIT, write_rule("张伟（新华社）", affiliations=["新华社"])),
    ("person:张伟（新华社）", MERGE, "张伟"),
    ("person:张伟", RENAME, "章伟"),
    ("person:张伟（金华）", MERGE, "吴昊"),
    ("column:浙报·观察", MERGE, "浙报观察"),
    ("column:浙报观察", RENAME, "观察"),
    ("column:江声", MERGE, "观察"),
]


def test_it_follows_what_editors_looked_at_and_what_waits_for_them(seeds):
    write(
        seeds,
        "p1",
        page(article("", "记者 徐坊", "桥通了。", "栏 江声"), article("", "记者 徐坊", "船来了。", "栏 江声")),
    )
    load(seeds)
    loader.confirm([Article.objects.get(position=1)], "核对原件", "王编")
    before = state()
    assert ("江声", "") in before["reviews"]
    column = decide("column:江声", RENAME, "江州之声")
    person = decide("person:徐坊", RENAME, "许坊")
    during = state()
    assert ("江州之声", "") in during["reviews"] and ("江声", "") not in during["reviews"]
    load_anew(seeds)
    assert state() == during
    for entry in (person, column):
        loader.withdraw(Correction.objects.get(pk=entry.pk), "王编")
    assert state() == before
    assert sound() == []


@pytest.mark.parametrize("seed", range(6))
def test_it_comes_back_from_any_decisions(archive, seed):
    chance, before, entries = random.Random(seed), state(), []
    for decision in chance.sample(DECISIONS, len(DECISIONS)):
        try:
            entries.append(decide(*decision))
        except Refused:
            continue
    assert entries
    assert sound() == []
    during = state()
    load_anew(archive)
    assert state() == during
    for entry in chance.sample(entries, len(entries)):
        loader.withdraw(Correction.objects.get(pk=entry.pk), "王编")
        assert sound() == []
    assert state() == before


def test_it_takes_decisions_from_a_file_into_a_living_archive(archive, tmp_path):
    decide("person:徐小坊", MERGE, "徐坊")
    decide("column:浙报·观察", MERGE, "浙报观察")
    during, file = state(), tmp_path / "journal.jsonl"
    file.write_text("".join(journal.export_lines()))
    for entry in Correction.objects.all():
        loader.withdraw(entry, "王编")
    Correction.objects.all().delete()
    assert loader.import_corrections(file).corrections == 2
    assert state() == during
    assert not loader.import_corrections(file).changed
    assert sound() == []


def test_it_tells_what_speaks_of_an_undone_split(archive):
    split = decide("person:张伟", SPLIT, write_rule("张伟（金华）", publications=["金华日报"]))
    merge = decide("person:吴昊", MERGE, "张伟（金华）")
    loader.withdraw(split, "王编")
    merge.refresh_from_db()
    assert merge.state == Correction.State.CONFLICT
    assert signed()["桥"] == "徐坊 吴昊"
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
    write(archive, "p9", page(article("坝", "记者 徐坊", "投资24亿元。", "栏 江声"), head=JIANGZHOU))
    load(archive)
    decide("column:江声", RENAME, "江州之声")
    assert Quantity.objects.get().column_key == "江州之声"
