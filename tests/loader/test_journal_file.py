"""The journal kept as a file comes in with the seeds, and follows articles that move."""

import json

import pytest

from articles import corrections, loader, search
from articles.corrections import journal, targets
from articles.models import Article, Correction, KeyChange, Page, Person
from tests.loading import everything, found, load, load_article
from tests.marked import article, page, write

pytestmark = pytest.mark.django_db


class TestJournalFile:
    def edited(self, seeds):
        write(seeds, "p1", page(article(), article(headline="甲", text="甲文一段。")))
        load(seeds)
        first, second = Article.objects.order_by("position")
        loader.correct(first, {"headline": (first.headline, "渡口新桥")}, "misread", "据次日更正栏", "王编")
        (entry,) = loader.correct(second, {"bylines": ("记者 徐坊", "记者 仇小方")}, "misread", "来信指正", "李编")
        loader.withdraw(entry, "王编")
        loader.correct(Page.objects.get(), {"number": ("2", "3")}, "misread", "核对原件", "王编")

    def test_it_gives_the_same_archive_in_a_fresh_database(self, seeds):
        self.edited(seeds)
        (seeds / journal.FILE_NAME).write_text("".join(journal.export_lines()))
        before, lines = everything(), list(journal.export_lines())
        for model in (Page, Person, Correction, KeyChange):
            model.objects.all().delete()
        search.rebuild([])
        report = load(seeds)
        assert (everything(), list(journal.export_lines())) == (before, lines)
        assert (report.corrections, report.conflicts) == (3, [])
        assert not load(seeds).changed
        assert found("渡口新桥") == found("昨日通车") == ["渡口新桥"]

    def test_it_imports_into_a_living_archive(self, seeds, tmp_path):
        self.edited(seeds)
        file = tmp_path / "journal.jsonl"
        file.write_text("".join(journal.export_lines()))
        before = everything()
        Correction.objects.all().delete()
        load(seeds, again=True)
        assert everything() != before
        assert loader.import_corrections(file).corrections == 3
        assert everything() == before
        assert not loader.import_corrections(file).changed

    def test_it_takes_a_withdrawal_from_the_file(self, seeds, tmp_path):
        target = load_article(seeds)
        (entry,) = loader.correct(target, {"headline": (target.headline, "一")}, "misread", "理由", "王编")
        value = json.loads(next(journal.export_lines()))
        file = tmp_path / "journal.jsonl"
        file.write_text(json.dumps(value | {"withdrawn": value["created"], "withdrawn_by": "李编"}))
        loader.import_corrections(file)
        entry.refresh_from_db()
        target.refresh_from_db()
        assert (entry.state, entry.withdrawn_by, target.headline) == ("withdrawn", "李编", "江州大桥昨日通车")

    def test_it_keeps_entries_about_pages_it_does_not_have(self, seeds, tmp_path):
        self.edited(seeds)
        file = tmp_path / "journal.jsonl"
        file.write_text("".join(journal.export_lines()))
        Page.objects.all().delete()
        Correction.objects.all().delete()
        search.rebuild([])
        report = loader.import_corrections(file)
        assert (report.corrections, len(report.conflicts)) == (3, 2)
        load(seeds)
        assert not Correction.objects.filter(state="conflict").exists()

    @pytest.mark.parametrize(
        "line",
        ["{", "[]", '{"id": "x"}', '{"moved": 1, "to": "a"}', "null"],
    )
    def test_it_names_a_bad_line_and_takes_the_rest(self, seeds, tmp_path, line):
        self.edited(seeds)
        file = tmp_path / "journal.jsonl"
        file.write_text("".join([*journal.export_lines(), line, "\n"]))
        Correction.objects.all().delete()
        report = loader.import_corrections(file)
        assert (report.corrections, [problem.line for problem in report.failed]) == (3, [4])

    def test_it_leads_from_old_addresses_in_a_fresh_database_too(self, seeds):
        text = article(extra="文 通车仪式上,数百名居民走上桥面。")
        old = load_article(seeds, text).key
        target = Article.objects.get()
        loader.correct(target, {"column": ("", "江州观察")}, "misread", "理由", "王编")
        write(seeds, "p1", page(text.replace("昨日", "今日")))
        load(seeds)
        (seeds / journal.FILE_NAME).write_text("".join(journal.export_lines()))
        for model in (Page, Person, Correction, KeyChange):
            model.objects.all().delete()
        search.rebuild([])
        load(seeds)
        assert KeyChange.objects.get(old=old).new == Article.objects.get().key
        assert Article.objects.get().column == "江州观察"


def test_it_moves_corrections_with_an_article_to_another_seed(seeds):
    second = article(headline="甲", text="甲文一段。")
    write(seeds, "p1", page(article(), second))
    load(seeds)
    target = Article.objects.get(headline="甲")
    (entry,) = loader.correct(target, {"column": ("", "江州观察")}, "misread", "理由", "王编")
    write(seeds, "p1", page(article()))
    write(seeds, "a0", page(second, head="江州日报 2024-03-04 第2版"))
    load(seeds)
    entry.refresh_from_db()
    moved = Article.objects.get(headline="甲")
    assert (moved.page.key, moved.column, entry.state) == ("a0", "江州观察", "applied")
    assert targets.corrections_of(moved) == [entry]
    assert corrections.current_values(moved)["column"] == "江州观察"
    assert not load(seeds).changed
