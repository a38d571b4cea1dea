"""Loading: rows and index are what seeds and journal say, whatever order they came in."""

import json

import pytest
from django.db import connection

from articles import corrections, loader, search
from articles.corrections import journal, targets
from articles.models import Article, Byline, Correction, KeyChange, Load, Page, Person
from articles.reading import Unreadable
from tests.loading import found, load, load_article
from tests.marked import article, page, read_marked, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def marked(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(loader, "read_page", read_marked)
    settings.ARCHIVE_DATA = tmp_path / "data"


@pytest.fixture
def seeds(tmp_path):
    return tmp_path / "seeds"


def archive() -> dict:
    """Everything a reader can see, in an order that owes nothing to row ids."""
    rows = {
        "pages": Page.objects.order_by("key").values_list(
            "key", "publication", "date", "number", "name", "bases", "text", "spans"
        ),
        "articles": Article.objects.order_by("-number").values_list(
            "key", "headline", "column", "page__key", "position", "opening"
        ),
        "bylines": Byline.objects.order_by("article__key", "position").values_list(
            "article__key", "name", "role", "person__key"
        ),
        "people": Person.objects.order_by("key").values_list("key", "name", "pinyin"),
        "moved": KeyChange.objects.order_by("old").values_list("old", "new"),
    }
    return {name: list(values) for name, values in rows.items()}


class TestRows:
    def test_it_stores_a_page(self, seeds):
        write(seeds, "p1", page(article()))
        report = load(seeds)
        stored = Page.objects.get()
        assert (stored.key, stored.publication, str(stored.date), stored.number, stored.name) == (
            "p1", "江州日报", "2024-03-05", "2", "要闻",
        )  # fmt: skip
        assert set(stored.bases.values()) == {"printed"}
        assert stored.furniture == ["版 江州日报 2024-03-05 第2版 要闻", "篇"]
        assert (report.loaded, report.pages, report.articles, report.failed) == (1, 1, 1, [])

    def test_it_stores_an_article_with_its_parts(self, seeds):
        text = "\n".join(
            ["栏 江州观察", "引 历时三年", "题 桥通了", "副 ——访居民", "署 记者 徐坊", "提 提要一段。", "文 昨天通车。"]
            + ["小 三年建成", "文 三年前开工。", "图 桥面。", "摄 拍友 吴小宇 摄", "下 第四版"]
        )
        stored = load_article(seeds, text)
        titles = (stored.column, stored.kicker, stored.headline, stored.subtitle, stored.deck)
        assert titles == ("江州观察", "历时三年", "桥通了", "——访居民", ["提要一段。"])
        assert list(stored.sections.values_list("heading", "paragraphs")) == [
            ("", ["昨天通车。"]),
            ("三年建成", ["三年前开工。"]),
        ]
        assert list(stored.figures.values_list("position", "caption", "credit")) == [(1, "桥面。", "拍友 吴小宇 摄")]
        assert list(stored.bylines.values_list("name", "figure__position").order_by("name")) == [
            ("吴小宇", 1),
            ("徐坊", None),
        ]
        assert (stored.opening, stored.continued_to, stored.position) == ("昨天通车。", "第四版", 1)
        assert stored.length == len("提要一段。昨天通车。三年建成三年前开工。桥面。")

    def test_it_opens_with_the_paragraphs_before_the_first_subhead(self, seeds):
        lines = ["题 桥通了", "署 记者 徐坊", "文 昨天,桥通了。", "文 居民叫好。", "小 三年建成", "文 三年前开工。"]
        assert load_article(seeds, "\n".join(lines)).opening == "昨天,桥通了。居民叫好。"

    def test_it_opens_a_poem_with_its_lines_apart(self, seeds):
        assert load_article(seeds, "题 渡口\n文 江水向东\n文 人向西").opening == "江水向东 人向西"

    def test_it_opens_with_no_more_than_two_hundred_signs(self, seeds):
        stored = load_article(seeds, "\n".join(["题 桥通了", *["文 昨天,江州大桥正式通车。"] * 30]))
        assert stored.opening == ("昨天,江州大桥正式通车。" * 30)[:200]

    def test_it_covers_each_sign_with_a_span(self, seeds):
        load_article(seeds)
        stored = Page.objects.get()
        covered = [offset for start, end, _, _ in stored.spans for offset in range(start, end)]
        assert [offset for offset in sorted(covered) if not stored.text[offset].isspace()] == [
            offset for offset, sign in enumerate(stored.text) if not sign.isspace()
        ]
        assert stored.spans == sorted(stored.spans)

    def test_it_names_no_institution_among_the_people(self, seeds):
        load_article(seeds, article(extra="图 桥面。\n摄 江州博物馆 供图"))
        assert set(Person.objects.values_list("name", flat=True)) == {"徐坊"}
        assert Byline.objects.get(name="江州博物馆").person is None

    def test_it_marks_a_text_without_a_headline(self, seeds):
        write(seeds, "p1", page(article(headline="")))
        report = load(seeds)
        stored = Article.objects.get()
        assert [doubt["code"] for doubt in stored.doubts] == ["no_headline"]
        assert (stored.confidence, stored.title) == (0.5, "昨天上午,江州大桥正式通车。")
        ((file, line, message),) = report.warnings
        assert (file.endswith("p1.txt"), line, "没有读到标题" in message) == (True, 3, True)

    def test_it_calls_an_untitled_photo_by_the_first_words_of_its_caption(self, seeds):
        caption = "昨天上午,在江州大桥桥头参加通车典礼,市民沿着新桥走到对岸。"
        assert load_article(seeds, f"图 {caption}").title == "昨天上午,在江州大桥桥头参加通车典礼……"
        write(seeds, "p1", page("图 桥面。"))
        load(seeds)
        assert Article.objects.get().title == "桥面。"

    def test_it_indexes_the_text(self, seeds):
        load_article(seeds, article(extra="图 桥面上人来人往。"))
        for text in ("正式通车", "昨日", "徐坊", "人来人往"):
            assert found(text) == ["江州大桥昨日通车"]
        assert search.check("default") == []


class TestFacts:
    def test_it_prefers_the_side_file(self, seeds):
        write(seeds, "p1", page(article()), 'publication = "临溪日报"\ndate = 2024-04-01\ninferred = ["date"]')
        load(seeds)
        stored = Page.objects.get()
        assert (stored.publication, str(stored.date), stored.number) == ("临溪日报", "2024-04-01", "2")
        assert stored.bases == {"publication": "given", "date": "inferred", "number": "printed", "name": "printed"}

    def test_it_leaves_open_what_nobody_says(self, seeds):
        write(seeds, "p1", page(article(), head="江州"))
        load(seeds)
        stored = Page.objects.get()
        assert (stored.publication, stored.date, stored.number) == ("", None, "")
        assert set(stored.bases.values()) == {"unknown"}

    def test_it_follows_a_changed_side_file(self, seeds):
        write(seeds, "p1", page(article()), "date = 2024-04-01")
        load(seeds)
        before = Article.objects.get()
        write(seeds, "p1", page(article()), "date = 2024-04-02")
        assert load(seeds).loaded == 1
        after = Article.objects.get()
        assert (after.pk, after.key) == (before.pk, before.key)
        assert after.number - before.number == 1024
        assert found("正式通车") == ["江州大桥昨日通车"]


class TestAgain:
    def test_it_changes_nothing_the_second_time(self, seeds):
        write(seeds, "p1", page(article()))
        load(seeds)
        before, loads = archive(), Load.objects.count()
        report = load(seeds)
        assert (report.changed, report.loaded, report.unchanged) == (False, 0, 1)
        assert any("没有变动" in line for line in report.lines())
        assert (archive(), Load.objects.count()) == (before, loads)

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


class TestBadInput:
    BAD = {
        "empty": b"",
        "blank": b"\n \n",
        "binary": b"\x7fELF\x02\x01\x01\x00\x00\x00" * 20,
        "half": "版 江州日报\n题 桥通了\n文 昨天通车。".encode()[:-2],
        "mojibake": "江州大桥昨天通车".encode("gb18030") + b"\xff\xfe" * 3,
        "control": "题 桥\x01通了".encode(),
        "mark": "题 桥通了\n怪 什么".encode(),
    }

    @pytest.mark.parametrize("name", BAD)
    def test_it_names_a_bad_seed_and_loads_the_rest(self, seeds, name):
        write(seeds, "good", page(article()))
        (seeds / "bad.txt").write_bytes(self.BAD[name])
        report = load(seeds)
        ((file, line, message),) = report.failed
        assert file.endswith("bad.txt")
        assert line >= 1
        assert message
        assert list(Page.objects.values_list("key", flat=True)) == ["good"]

    def test_it_names_the_line(self, seeds):
        (seeds).mkdir()
        (seeds / "bad.txt").write_bytes("题 桥通了\n文 一段。\n文 ".encode() + b"\xff\xff\n")
        assert load(seeds).failed[0].line == 3

    def test_it_keeps_the_stored_page_when_its_file_goes_bad(self, seeds):
        write(seeds, "p1", page(article()))
        load(seeds)
        (seeds / "p1.txt").write_bytes(b"\x00\x01")
        report = load(seeds)
        assert (len(report.failed), report.missing) == (1, [])
        assert found("正式通车") == ["江州大桥昨日通车"]

    def test_it_goes_on_after_a_fault_of_the_reader(self, seeds, monkeypatch):
        def read(source, stated):
            if "另一" in source.decode():
                raise IndexError("list index out of range")
            return read_marked(source)

        monkeypatch.setattr(loader, "read_page", read)
        write(seeds, "p1", page(article()))
        write(seeds, "p2", page(article(headline="另一件事")))
        report = load(seeds)
        assert "IndexError" in report.failed[0].message
        assert Page.objects.count() == 1

    def test_it_tells_when_a_reading_loses_text(self, seeds, monkeypatch):
        def read(source, stated):
            draft = read_marked(source)
            return draft.__class__(draft.text, draft.articles, (), draft.facts)

        monkeypatch.setattr(loader, "read_page", read)
        write(seeds, "p1", page(article()))
        assert "不归任何字段" in load(seeds).warnings[0].message

    def test_it_refuses_a_bad_side_file_with_its_line(self, seeds):
        write(seeds, "p1", page(article()), '\npaper = "江州日报"')
        ((file, line, _),) = load(seeds).failed
        assert (file.endswith("p1.toml"), line) == (True, 2)
        assert not Page.objects.exists()

    def test_it_keeps_values_too_long_for_their_column_out_of_the_way(self, seeds):
        load_article(seeds, article(extra=f"栏 {'长' * 300}"))
        assert len(Article.objects.get().column) == 100


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


class TestAddresses:
    OTHER = "临溪日报 2024-03-06 第1版"

    def test_it_gives_a_reprint_an_address_of_its_own(self, seeds):
        write(seeds, "p1", page(article()))
        load(seeds)
        first = Article.objects.get().key
        write(seeds, "p2", page(article(), head=self.OTHER))
        load(seeds)
        keys = dict(Article.objects.values_list("page__key", "key"))
        assert keys["p1"] == first
        assert keys["p2"].startswith(f"{first}-")

    def test_it_reaches_each_printing_by_its_long_address(self, seeds, tmp_path):
        write(seeds, "p1", page(article()))
        write(seeds, "p2", page(article(), head=self.OTHER))
        load(seeds)
        keys = dict(Article.objects.values_list("page__key", "key"))
        assert KeyChange.objects.get().new == keys["p1"]

    def test_it_tells_equal_texts_of_one_page_apart(self, seeds):
        write(seeds, "p1", page(article(), article()))
        load(seeds)
        before = list(Article.objects.order_by("position").values_list("key", "number"))
        load(seeds, again=True)
        assert list(Article.objects.order_by("position").values_list("key", "number")) == before

    def test_it_leads_from_an_old_address_to_the_new(self, seeds):
        text = article(extra="文 通车仪式上,数百名居民走上桥面。")
        old = load_article(seeds, text).key
        for headline in ("今日", "明日"):
            write(seeds, "p1", page(text.replace("昨日", headline)))
            load(seeds)
        assert KeyChange.objects.get(old=old).new == Article.objects.get().key
        assert KeyChange.objects.count() == 2

    def test_it_takes_an_old_address_back(self, seeds):
        text = article(extra="文 通车仪式上,数百名居民走上桥面。")
        old = load_article(seeds, text).key
        for headline in ("今日", "昨日"):
            write(seeds, "p1", page(text.replace("昨日", headline)))
            load(seeds)
        assert Article.objects.get().key == old
        assert not KeyChange.objects.filter(old=old).exists()

    def test_it_gives_the_same_archive_in_any_order(self, seeds, tmp_path):
        pages = {
            "p1": page(article(), article(headline="甲", text="甲文一段。")),
            "p2": page(article(headline="乙", text="乙文一段。"), head="江州日报 2024-03-05 第10版"),
            "p3": page(article(headline="丙", text="丙文一段。"), head="江州日报 2024-03-05 第3版"),
            "p4": page(article(headline="丁", text="丁文一段。"), head="江州"),
        }
        for key, text in pages.items():
            write(seeds, key, text)
        load(seeds)
        whole = archive()
        Page.objects.all().delete()
        Person.objects.all().delete()
        search.rebuild([])
        for key in ("p2", "p4", "p3", "p1"):
            loader.load([seeds / f"{key}.txt"])
        assert archive() == whole
        assert [row[3] for row in whole["articles"]] == ["p1", "p1", "p3", "p2", "p4"]
        assert search.check("default") == []
        assert found("乙文一段") == ["乙"]


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
        before, lines = archive(), list(journal.export_lines())
        for model in (Page, Person, Correction, KeyChange):
            model.objects.all().delete()
        search.rebuild([])
        report = load(seeds)
        assert (archive(), list(journal.export_lines())) == (before, lines)
        assert (report.corrections, report.conflicts) == (3, [])
        assert not load(seeds).changed
        assert found("渡口新桥") == found("昨日通车") == ["渡口新桥"]

    def test_it_imports_into_a_living_archive(self, seeds, tmp_path):
        self.edited(seeds)
        file = tmp_path / "journal.jsonl"
        file.write_text("".join(journal.export_lines()))
        before = archive()
        Correction.objects.all().delete()
        load(seeds, again=True)
        assert archive() != before
        assert loader.import_corrections(file).corrections == 3
        assert archive() == before
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


class TestIndex:
    def test_it_rebuilds_from_the_rows(self, seeds):
        target = load_article(seeds)
        loader.correct(target, {"headline": (target.headline, "渡口新桥")}, "misread", "理由", "王编")
        search.rebuild([])
        assert loader.rebuild_index() == 1
        assert found("渡口新桥") == found("昨日通车") == found("正式通车") == ["渡口新桥"]

    def test_it_repairs_an_index_that_is_out_of_step(self, seeds):
        load_article(seeds)
        search.rebuild([])
        report = load(seeds)
        assert report.rebuilt
        assert found("正式通车") == ["江州大桥昨日通车"]

    @pytest.mark.parametrize("action", ["load", "correct"])
    def test_it_makes_an_index_of_another_version_anew(self, seeds, action):
        target = load_article(seeds)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE search_meta SET value = 'older'")
        if action == "load":
            assert load(seeds).rebuilt
        else:
            loader.correct(target, {"column": ("", "江州观察")}, "misread", "理由", "王编")
        assert search.check("default") == []
        assert found("正式通车") == ["江州大桥昨日通车"]


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


def test_it_refuses_what_the_reader_cannot_read():
    with pytest.raises(Unreadable):
        read_marked(b"")
