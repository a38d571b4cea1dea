"""A reader that has improved: corrections that fit no longer are told, kept, and never slide onto another article."""

import pytest

from articles import loader
from articles.corrections import current_values
from articles.loader import load
from articles.models import Article, Correction
from tests.loading import found, load_article
from tests.marked import article, page, read_marked, write

pytestmark = pytest.mark.django_db


def improve(reads, old: str, new: str) -> None:
    """From now on the reader makes something else of the same bytes; spans stay within the page."""

    def read_better(source: bytes, stated=None):
        assert len(old) == len(new)
        return read_marked(source.decode().replace(old, new).encode(), stated)

    reads(read_better)


def correct(target: Article, field: str, new: str) -> Correction:
    (entry,) = loader.correct(target, {field: (current_values(target)[field], new)}, "misread", "据次日更正栏", "王编")
    return entry


def state(entry: Correction) -> str:
    entry.refresh_from_db()
    return entry.state


def test_it_tells_of_a_correction_that_the_better_reading_made_unfit(seeds, reads):
    entry = correct(load_article(seeds), "bylines", "记者 徐访")
    improve(reads, "记者 徐坊", "记者 许芳")
    report = load([seeds], again=True)
    assert (state(entry), report.conflicts) == ("conflict", [entry])
    assert f"更正未能套用：{entry.target} 的署名，原值“记者 徐坊”已对不上；更正保留，请编辑核对。" in report.lines()
    assert Article.objects.get().bylines.get().name == "许芳"
    assert load([seeds]).conflicts == [entry], "told by every load until somebody has looked"


def test_it_is_satisfied_where_the_better_reading_says_the_same(seeds, reads):
    entry = correct(load_article(seeds), "bylines", "记者 徐访")
    improve(reads, "记者 徐坊", "记者 徐访")
    report = load([seeds], again=True)
    assert (state(entry), report.conflicts) == ("applied", [])
    assert found("徐访") == ["江州大桥昨日通车"]


def test_it_does_not_slide_onto_the_article_that_stands_there_now(seeds):
    entry = correct(load_article(seeds), "headline", "渡口新桥")
    write(seeds, "p1", page(article(headline="别的事", text="全然不同的一段正文。")))
    load([seeds])
    assert state(entry) == "conflict"
    assert Article.objects.get().headline == "别的事"
    write(seeds, "p1", page(article(headline="别的事", text="全然不同的一段正文。"), article()))
    load([seeds])
    assert state(entry) == "applied"
    assert set(Article.objects.values_list("headline", flat=True)) == {"别的事", "渡口新桥"}


def test_it_keeps_articles_apart_that_change_places(seeds):
    write(seeds, "p1", page(article(), article(headline="甲", text="甲文一段。")))
    load([seeds])
    entry = correct(Article.objects.get(headline="甲"), "column", "江州观察")
    write(seeds, "p1", page(article(headline="甲", text="甲文一段。"), article()))
    load([seeds])
    assert state(entry) == "applied"
    assert dict(Article.objects.values_list("headline", "column")) == {"甲": "江州观察", "江州大桥昨日通车": ""}


def test_it_can_be_withdrawn_when_nothing_is_left_to_apply_it_to(seeds):
    entry = correct(load_article(seeds), "headline", "渡口新桥")
    (seeds / "p1.txt").unlink()
    load([seeds], prune=True)
    assert (state(entry), Article.objects.count()) == ("conflict", 0)
    loader.withdraw(entry, "李编")
    assert state(entry) == "withdrawn"


@pytest.mark.parametrize(("field", "old", "new"), [("headline", "昨日通车", "渡口新桥"), ("bylines", "徐坊", "仇小方")])
def test_it_finds_print_and_correction_alike(seeds, field, old, new):
    correct(load_article(seeds), field, f"记者 {new}" if field == "bylines" else new)
    assert len(found(old)) == len(found(new)) == 1
