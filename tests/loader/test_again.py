"""Loading again: nothing changes by itself, and what has changed comes through in whatever order."""

import pytest

from articles import holdings, loader, search
from articles.models import Article, Load, Page
from tests.loading import everything, found, load
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db


class TestAgain:
    def test_it_changes_nothing_the_second_time(self, seeds):
        write(seeds, "p1", page(article()))
        load(seeds)
        before, loads = everything(), Load.objects.count()
        report = load(seeds)
        assert (report.changed, report.loaded, report.unchanged) == (False, 0, 1)
        assert any("没有变动" in line for line in report.lines())
        assert (everything(), Load.objects.count()) == (before, loads)

    def test_it_rewrites_only_the_page_that_changed(self, seeds):
        write(seeds, "p1", page(article()))
        write(seeds, "p2", page(article(headline="另一件事"), head="江州日报 2024-03-05 第3版"))
        load(seeds)
        write(seeds, "p2", page(article(headline="第三件事"), head="江州日报 2024-03-05 第3版"))
        report = load(seeds)
        assert (report.loaded, report.unchanged) == (1, 1)
        assert found("第三件事") == ["第三件事"]
        assert found("另一件事") == []

    def test_it_keeps_rows_and_numbers_of_articles_that_stay(self, seeds):
        write(seeds, "p1", page(article(), article(headline="另一件事", text="第二段文字。")))
        load(seeds)
        before = dict(Article.objects.values_list("key", "id"))
        write(seeds, "p1", page(article(headline="第三件事", text="第三段文字。"), article()))
        load(seeds)
        kept = before.keys() & set(Article.objects.values_list("key", flat=True))
        assert len(kept) == 1
        assert all(Article.objects.get(key=key).id == before[key] for key in kept)

    def test_it_keeps_pages_whose_files_are_gone_until_told(self, seeds):
        write(seeds, "p1", page(article()))
        gone = write(seeds, "p2", page(article(headline="另一件事"), head="江州日报 2024-03-05 第3版"))
        load(seeds)
        gone.unlink()
        report = load(seeds)
        assert (report.missing, report.changed, Page.objects.count()) == (["p2"], False, 2)
        assert any("--prune" in line for line in report.lines())
        assert load(seeds, prune=True).pruned == 1
        assert list(Page.objects.values_list("key", flat=True)) == ["p1"]
        assert found("另一件事") == []
        assert search.check("default") == []

    def test_it_prunes_only_in_the_folders_it_loads(self, tmp_path):
        write(tmp_path / "a", "p1", page(article()))
        write(tmp_path / "b", "p2", page(article(headline="另一件事")))
        load(tmp_path / "a")
        load(tmp_path / "b")
        write(tmp_path / "b", "p3", page(article(headline="第三件事")))
        (tmp_path / "a" / "p1.txt").unlink()
        assert loader.load([tmp_path / "b"], prune=True).missing == []
        assert Page.objects.count() == 3

    def test_it_takes_a_renamed_file_with_its_addresses(self, seeds):
        file = write(seeds, "p1", page(article()))
        load(seeds)
        key = Article.objects.get().key
        file.rename(seeds / "q1.txt")
        ((_, _, message),) = load(seeds).failed
        assert "--prune" in message
        load(seeds, prune=True)
        assert Article.objects.get().key == key
        assert Page.objects.get().key == "q1"

    def test_it_follows_a_file_that_moved(self, seeds):
        file = write(seeds / "old", "p1", page(article()))
        load(seeds)
        (seeds / "new").mkdir()
        file.rename(seeds / "new" / "p1.txt")
        report = load(seeds)
        assert (report.changed, report.missing) == (False, [])
        assert Page.objects.get().file.endswith("new/p1.txt")

    def test_it_only_tells_what_a_check_finds(self, seeds):
        write(seeds, "p1", page(article()))
        write(seeds, "p2", "")
        report = load(seeds, check=True)
        assert (report.loaded, len(report.failed), Page.objects.count()) == (1, 1, 0)
        assert any("将装载 1 版" in line for line in report.lines(check=True))


class TestTwins:
    def test_it_refuses_two_pages_of_one_name(self, seeds):
        write(seeds / "a", "p1", page(article()))
        write(seeds / "b", "p1", page(article(headline="另一件事")))
        report = load(seeds)
        assert [problem.file.rpartition("seeds/")[2] for problem in report.failed] == ["a/p1.txt", "b/p1.txt"]
        assert "b/p1.txt" in report.failed[0].message
        assert not Page.objects.exists()

    def test_it_takes_equal_pages_of_one_name_once(self, seeds):
        write(seeds / "a", "p1", page(article()))
        write(seeds / "b", "p1", page(article()))
        report = load(seeds)
        assert (report.failed, report.loaded, len(report.warnings)) == ([], 1, 1)
        assert "a/p1.txt" in report.warnings[0].message

    def test_it_loads_one_text_under_one_name(self, seeds):
        write(seeds, "p1", page(article()))
        write(seeds, "p2", page(article()))
        ((file, _, message),) = load(seeds).failed
        assert (file.endswith("p2.txt"), "p1.txt" in message) == (True, True)
        assert Article.objects.count() == 1

    def test_it_prefers_the_name_that_is_in_the_archive(self, seeds):
        write(seeds, "p2", page(article()))
        load(seeds)
        write(seeds, "p1", page(article()))
        ((file, _, _),) = load(seeds).failed
        assert file.endswith("p1.txt")
        assert list(Page.objects.values_list("key", flat=True)) == ["p2"]

    def test_it_tells_of_two_pages_with_one_place(self, seeds):
        write(seeds, "p1", page(article()))
        load(seeds)
        write(seeds, "p2", page(article(headline="另一件事")))
        ((file, _, message),) = load(seeds).warnings
        assert (file.endswith("p2.txt"), "p1.txt" in message) == (True, True)
        assert Page.objects.count() == 2


def test_it_is_told_by_the_next_load_where_an_older_release_loaded(seeds):
    write(seeds, "p1", page(article()))
    load(seeds)
    Load.objects.update(holdings={}, gathered={}, months=None)
    load(seeds)
    assert Load.objects.get().holdings == holdings.count(holdings.gather())
    assert Load.objects.get().gathered == holdings.gather()
    assert Load.objects.get().months == [list(month) for month in holdings.count_months()] != []


def test_it_follows_a_correction_and_its_withdrawal(seeds):
    write(seeds, "p1", page(article()))
    load(seeds)
    entry = loader.correct(Article.objects.get(), {"column": ("", "江州观察")}, "misread", "理由", "王编")[0]
    assert (holdings.held().corrections, holdings.held().columns) == (1, ["江州观察"])
    loader.withdraw(entry, "王编")
    assert (holdings.held().corrections, holdings.held().columns) == (0, [])
