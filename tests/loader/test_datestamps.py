"""When an article counts as changed, and the tombstones of those that are gone."""

import datetime

import pytest
from django.utils import timezone

from articles import loader
from articles.models import Article, Correction, Tombstone
from tests.loading import load
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db

LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
PAPER = "江州日报 2024-03-05 第{}版"
OTHER = article(headline="另一件事", text="第二段文字。")


@pytest.fixture
def one_page(seeds):
    write(seeds, "p1", page(article(), OTHER))
    load(seeds)
    Article.objects.update(changed=LONG_AGO)
    return seeds


def changed() -> set[str]:
    return set(Article.objects.exclude(changed=LONG_AGO).values_list("headline", flat=True))


def test_it_dates_new_articles_by_the_end_of_the_load(seeds):
    before = timezone.now().replace(microsecond=0)
    write(seeds, "p1", page(article()))
    load(seeds)
    [moment] = Article.objects.values_list("changed", flat=True)
    assert moment.microsecond == 0
    assert before <= moment <= timezone.now()


def test_it_keeps_the_date_of_what_is_only_written_again(one_page):
    assert loader.load([one_page], again=True).loaded == 1
    assert changed() == set()


def test_it_dates_only_the_article_that_differs(one_page):
    new = article(headline="另一件事", text="第二段文字。此处添了一句。")
    write(one_page, "p1", page(article(), new))
    load(one_page)
    assert changed() == {"另一件事"}


def test_it_dates_every_article_of_a_page_whose_day_changes(one_page):
    write(one_page, "p1", page(article(), OTHER, head="江州日报 2024-03-06 第2版"))
    load(one_page)
    assert Article.objects.filter(changed=LONG_AGO).count() == 0


def test_it_dates_a_correction_and_its_withdrawal(one_page):
    target = Article.objects.get(headline="另一件事")
    [entry] = loader.correct(target, {"column": ("", "社评")}, Correction.Kind.MISREAD, "漏读", "编辑")
    assert changed() == {"另一件事"}
    Article.objects.update(changed=LONG_AGO)
    loader.withdraw(entry, "编辑")
    assert changed() == {"另一件事"}


def test_it_dates_a_note_that_changes_no_field(one_page):
    target = Article.objects.get(headline="另一件事")
    loader.correct(target, {"headline": ("另一件事", "另两件事")}, Correction.Kind.MISPRINT, "原报有误", "编辑")
    assert changed() == {"另一件事"}


def test_it_leaves_no_undated_article(one_page):
    write(one_page, "p2", page(article(headline="第三件事"), head="江州日报 2024-03-05 第3版"))
    load(one_page)
    assert not Article.objects.filter(changed=None).exists()
    assert changed() == {"第三件事"}


def test_it_keeps_a_tombstone_of_an_article_that_a_page_lost(one_page):
    gone = Article.objects.get(headline="另一件事")
    write(one_page, "p1", page(article()))
    load(one_page)
    [tombstone] = Tombstone.objects.all()
    assert (tombstone.key, tombstone.publication, tombstone.column_key) == (gone.key, "江州日报", gone.column_key)
    assert tombstone.changed > LONG_AGO


def test_it_keeps_tombstones_of_a_page_taken_out_and_drops_them_when_it_is_back(one_page):
    keys = set(Article.objects.values_list("key", flat=True))
    text = (one_page / "p1.txt").read_text()
    (one_page / "p1.txt").unlink()
    load(one_page, prune=True)
    assert set(Tombstone.objects.values_list("key", flat=True)) == keys
    (one_page / "p1.txt").write_text(text)
    load(one_page)
    assert not Tombstone.objects.exists()


def test_it_makes_no_tombstone_when_a_page_only_gets_another_name(one_page):
    (one_page / "p1.txt").rename(one_page / "p9.txt")
    load(one_page, prune=True)
    assert Article.objects.filter(page__key="p9").count() == 2
    assert not Tombstone.objects.exists()


def test_it_makes_no_tombstone_when_an_article_moves_to_another_page(one_page):
    write(one_page, "p1", page(article()))
    write(one_page, "p2", page(OTHER, head="江州日报 2024-03-05 第3版"))
    load(one_page)
    keys = set(Article.objects.values_list("key", flat=True))
    assert not Tombstone.objects.filter(key__in=keys).exists()


class TestContinued:
    """A story over two pages: either part tells of the other."""

    @pytest.fixture
    def story(self, seeds):
        write(
            seeds,
            "p1",
            page(article(headline="修渠记", text="渠水流过三个村庄，", extra="下 第二版"), head=PAPER.format(1)),
        )
        write(
            seeds,
            "p2",
            page(article(headline="修渠记", text="又流过两座镇子。", extra="上 第一版"), head=PAPER.format(2)),
        )
        load(seeds)
        assert Article.objects.filter(continues__isnull=False).count() == 1
        Article.objects.update(changed=LONG_AGO)
        return seeds

    def test_it_keeps_the_date_while_the_link_stays(self, story):
        loader.load([story], again=True)
        loader.reload_page("p1")
        loader.reload_page("p2")
        assert changed() == set()

    def test_it_dates_both_parts_that_are_parted(self, story):
        write(story, "p2", page(article(headline="修渠记", text="又流过两座镇子。"), head=PAPER.format(2)))
        load(story)
        assert changed() == {"修渠记"}
        assert not Article.objects.filter(changed=LONG_AGO).exists()

    def test_it_dates_the_part_that_is_left_alone(self, story):
        (story / "p2.txt").unlink()
        load(story, prune=True)
        assert changed() == {"修渠记"}
