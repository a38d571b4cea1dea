"""Nothing that is withdrawn leaves a trace, and the journal's file brings everything back."""

import random

import pytest

from articles import loader
from articles.corrections import journal
from articles.corrections.naming import DISTINCT, MERGE, RENAME, SINGLE, SPLIT
from articles.corrections.printed import Refused
from articles.corrections.splitting import write_rule
from articles.models import Article, Correction
from tests.loader.naming.seen import decide, load_anew, signed, sound, state
from tests.loading import load
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db


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
