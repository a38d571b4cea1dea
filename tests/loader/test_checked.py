"""核对无误: a doubt that an editor has looked at is open no more, until withdrawn or read otherwise."""

from dataclasses import replace

import pytest

from articles import loader
from articles.corrections import journal
from articles.corrections.printed import Refused
from articles.display.annotation import annotate
from articles.models import Article, Correction, Page, Review
from tests.doubtful import doubting
from tests.loading import load, load_article
from tests.marked import article, read_marked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def unsure(reads):
    reads(doubting)


@pytest.fixture
def target(tmp_path) -> Article:
    return load_article(tmp_path / "seeds", article())


def codes() -> list[str]:
    return [doubt["code"] for doubt in Article.objects.get().doubts]


def queue() -> list[tuple[int, str, float]]:
    return list(Review.objects.order_by("position", "code").values_list("position", "code", "confidence"))


def check(target, code: str) -> Correction:
    target.refresh_from_db()
    (entry,) = loader.check(target, [doubt for doubt in target.doubts if doubt["code"] == code], "", "王编")
    return entry


def test_it_queues_what_is_doubtful_under_each_of_its_doubts(target):
    assert queue() == [
        (0, "", 0.7),
        (0, "furniture", 0.7),
        (1, "", 0.4),
        (1, "headline", 0.4),
        (1, "text", 0.4),
    ]
    assert set(Review.objects.values_list("publication", "column_key")) == {("江州日报", "")}


def test_it_closes_the_doubt_and_no_other(target):
    entry = check(target, "headline")
    stored = Article.objects.get()
    assert (codes(), stored.doubtful, stored.confidence, stored.headline) == (["text"], 1, 0.5, target.headline)
    assert (entry.field, entry.kind, entry.editor) == ("doubt.headline", "checked", "王编")
    assert (entry.old, entry.new) == ("江州大桥昨日通车", "+headline")
    assert (1, "headline", 0.4) not in queue() and (1, "text", 0.5) in queue()


def test_it_empties_the_queue(target):
    check(target, "headline")
    check(target, "text")
    page = Page.objects.get()
    loader.check(page, page.doubts, "", "王编")
    assert (queue(), codes(), Page.objects.get().doubts) == ([], [], [])


def test_it_is_no_doubt_to_readers_and_no_correction_either(target):
    entry = check(target, "text")
    stored = Article.objects.for_reading().get()
    annotated = annotate(stored, [stored], [entry])
    assert "这一段读作正文" not in str(annotated)
    assert not annotated.history
    assert not Correction.objects.errata().exists()


def test_it_holds_after_a_load_and_comes_back_when_withdrawn(target, tmp_path):
    entry = check(target, "text")
    load(tmp_path / "seeds", again=True)
    assert codes() == ["headline"]
    loader.withdraw(entry, "李编")
    assert codes() == ["headline", "text"]
    assert len(queue()) == 5


def test_it_is_carried_by_the_file_of_the_journal(target, tmp_path):
    check(target, "text")
    lines = list(journal.export_lines())
    Correction.objects.all().delete()
    load(tmp_path / "seeds", again=True)
    assert codes() == ["headline", "text"]
    file = tmp_path / "corrections.jsonl"
    file.write_text("".join(lines), "utf-8")
    loader.import_corrections(file)
    assert codes() == ["headline"]


def test_it_stays_when_the_reader_has_become_sure(target, tmp_path, reads):
    entry = check(target, "headline")
    reads(read_marked)
    load(tmp_path / "seeds", again=True)
    entry.refresh_from_db()
    assert (entry.state, queue()) == ("applied", [])


def test_it_is_a_conflict_when_the_words_are_read_otherwise(target, tmp_path, reads):
    entry = check(target, "headline")
    reads(lambda source, stated=None: as_kicker(read_marked(source, stated)))
    report = load(tmp_path / "seeds", again=True)
    entry.refresh_from_db()
    assert (entry.state, report.conflicts) == ("conflict", [entry])


def as_kicker(draft):
    only = draft.articles[0]
    return replace(draft, articles=(replace(only, kicker=only.headline, headline=None),))


def test_it_refuses_a_doubt_that_is_no_longer_open(target):
    doubts = list(target.doubts)
    check(target, "text")
    with pytest.raises(Refused, match="已有人处理"):
        loader.check(target, doubts, "", "王编")
    assert Correction.objects.count() == 1


def test_it_answers_a_doubt_by_taking_its_words_for_another_field(target):
    loader.correct(target, {"headline": (target.headline, "")}, "misread", "是引题", "王编")
    assert codes() == ["text"]


def test_it_queues_a_page_whose_facts_are_inferred(tmp_path, reads):
    reads(read_marked)
    load_article(tmp_path / "seeds", article())
    side = 'date = 2024-03-05\ninferred = ["date"]\n'
    (tmp_path / "seeds" / "p1.toml").write_text(side, "utf-8")
    load(tmp_path / "seeds")
    page = Page.objects.get()
    assert queue() == [(0, "", 0.5), (0, "inferred", 0.5)]
    loader.correct(page, {"date": ("2024-03-05", "2024-03-05")}, "misread", "据报头", "王编")
    assert queue() == []
