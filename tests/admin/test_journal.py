"""The journal at the desk: found by its filters, led to its articles, withdrawn after asking, kept as a file."""

import datetime
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import loader
from articles.admin import journalfiles
from articles.corrections import journal
from articles.models import Article, Correction, KeyChange
from tests.admin.desk import address, messages, save
from tests.factories import make_article, make_page

pytestmark = pytest.mark.django_db
LIST, IMPORT, EXPORT = (reverse(f"admin:articles_correction_{name}") for name in ("changelist", "import", "export"))


def entry(**fields) -> Correction:
    defaults = {"target": "article:k1", "page": "p1", "field": "headline", "old": "甲", "new": "乙", "reason": "理由"}
    defaults |= {"editor": "王编", "created": datetime.datetime(2026, 11, 20, 4, tzinfo=datetime.UTC)}
    return Correction.objects.create(**defaults | fields)


def listed(client, query: str) -> list[str]:
    return [str(one) for one in client.get(f"{LIST}?{query}").context["cl"].result_list]


class TestList:
    def test_it_tells_who_when_what_old_new_and_why(self, editor):
        make_article(make_page("p1"), key="k1", headline="带货忙")
        entry(editor="赵编", old="徐访", new="徐坊", field="bylines", reason="字形相近")
        content = editor.get(LIST).content.decode()
        words = ("赵编", "2026年11月20日", "带货忙</a>", "署名", "徐访", "徐坊", "字形相近", "档案误读", "已用")
        assert [word for word in words if word not in content] == []

    def test_it_tells_in_words_what_a_doubt_was_rightly_read_as(self, chief):
        one = entry(field="doubt.subhead", old="十年磨一剑", new="heading", kind="checked", reason="")
        for name in ("change", "withdraw"):
            content = chief.get(reverse(f"admin:articles_correction_{name}", args=[one.pk])).content.decode()
            assert "小标题" in content and ">heading<" not in content
        assert ">小标题</td>" in chief.get(LIST).content.decode()

    @pytest.mark.parametrize(
        ("query", "fields"),
        [
            ("editor=李编", {"editor": "李编"}),
            ("field=column", {"field": "column"}),
            ("field=credits", {"field": "figure.2.credits"}),
            ("kind__exact=misprint", {"kind": "misprint"}),
            ("state__exact=conflict", {"state": "conflict"}),
            ("when=2025", {"created": datetime.datetime(2025, 5, 1, tzinfo=datetime.UTC)}),
            ("when=2025-12", {"created": datetime.datetime(2025, 12, 31, 15, 59, tzinfo=datetime.UTC)}),
            ("paper=临溪日报", {"page": "q1", "target": "article:q"}),
            ("q=来信", {"reason": "来信指正"}),
        ],
    )
    def test_it_is_narrowed(self, editor, query, fields):
        make_page("p1")
        make_page("q1", publication="临溪日报")
        entry()
        entry(**{"new": "丙"} | fields)
        assert listed(editor, query) == ["甲 → 丙"]

    def test_it_knows_the_year_by_the_archives_clock(self, editor):
        entry(created=datetime.datetime(2025, 12, 31, 16, 30, tzinfo=datetime.UTC))
        assert listed(editor, "when=2026-01") == ["甲 → 乙"] and listed(editor, "when=2025") == []

    @pytest.mark.parametrize("when", ["x", "0", "2025-13", "99999", "-1", "2025-1-1-1"])
    def test_it_bears_any_period(self, editor, when):
        entry()
        assert listed(editor, f"when={when}") == []

    def test_it_leads_to_articles_that_are_called_otherwise_now(self, editor):
        target = make_article(make_page("p1"), key="k2")
        KeyChange.objects.create(old="k1", new="k2")
        entry()
        assert address(target) in editor.get(LIST).content.decode()

    def test_it_tells_what_stands_in_the_way_of_an_entry(self, editor):
        make_article(make_page("p1"), key="k1", printed={"headline": "读得更准"}, headline="读得更准")
        kept = entry(state="conflict")
        content = editor.get(reverse("admin:articles_correction_change", args=[kept.pk])).content.decode()
        assert "未能套用" in content and "读得更准" in content


class TestWithdrawing:
    def test_it_withdraws_after_asking(self, chief, target):
        save(chief, target, headline="渡口新桥")
        made = Correction.objects.get()
        link = reverse("admin:articles_correction_withdraw", args=[made.pk])
        assert link in chief.get(address(target)).content.decode()
        assert "渡口新桥" in chief.get(link).content.decode()
        made.refresh_from_db()
        assert made.withdrawn is None
        assert "已撤回" in messages(chief.post(link, follow=True))
        target.refresh_from_db()
        made.refresh_from_db()
        assert (target.headline, made.withdrawn_by) == ("江州大桥昨日通车", "李编")
        assert "已撤回" in chief.get(address(target)).content.decode()

    def test_it_needs_the_right_to(self, editor, target):
        save(editor, target, headline="渡口新桥")
        link = reverse("admin:articles_correction_withdraw", args=[Correction.objects.get().pk])
        assert editor.post(link).status_code == 403
        assert link not in editor.get(address(target)).content.decode()


class TestFile:
    def upload(self, client, text: str):
        return client.post(IMPORT, {"file": SimpleUploadedFile("corrections.jsonl", text.encode())}, follow=True)

    def exported(self, client) -> str:
        return client.get(EXPORT).getvalue().decode()

    def test_it_gives_out_and_takes_in(self, chief, target):
        save(chief, target, headline="渡口新桥")
        text = self.exported(chief)
        assert json.loads(text)["new"] == "渡口新桥"
        Correction.objects.all().delete()
        loader.reload_page("p1")
        assert "收入更正 1 条" in messages(self.upload(chief, text))
        assert Article.objects.get().headline == "渡口新桥"
        assert "收入更正 0 条" in messages(self.upload(chief, text))
        assert "".join(journal.export_lines()) == text

    def test_it_tells_of_conflicts_and_bad_lines(self, chief, target):
        save(chief, target, headline="渡口新桥")
        other = {"id": "7b1f4f3e-0f3c-4d0a-8e7d-0c8a3f2f6a11", "old": "从未如此", "new": "也未如此"}
        value = json.loads(self.exported(chief)) | other
        said = messages(self.upload(chief, json.dumps(value) + "\n{}\n"))
        assert "第 2 行" in said and "1 条未能套用" in said
        assert listed(chief, "state__exact=conflict") == ["从未如此 → 也未如此"]

    def test_it_names_a_few_bad_lines_and_counts_all(self, chief):
        said = messages(self.upload(chief, "{}\n" * 9))
        assert said.count("这一条更正读不了") == 5 and "共 9 行" in said

    def test_it_refuses_a_file_that_is_too_large(self, chief, monkeypatch):
        monkeypatch.setattr(journalfiles, "MEGABYTES", 0)
        assert "文件太大" in self.upload(chief, "{}").content.decode()

    def test_it_waits_for_a_load_to_end(self, chief, monkeypatch):
        def busy(path):
            raise loader.Busy

        monkeypatch.setattr(loader, "import_corrections", busy)
        assert "另一个装载正在进行" in messages(self.upload(chief, "{}"))

    def test_it_needs_the_right_to(self, editor):
        assert editor.get(IMPORT).status_code == self.upload(editor, "{}").status_code == 403
        assert IMPORT not in editor.get(LIST).content.decode()
