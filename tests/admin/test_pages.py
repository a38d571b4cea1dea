"""Every page of the desk: Chinese, without inline code, found by its filters, asking few questions."""

import re

import pytest
from django.urls import reverse

from articles import loader
from articles.models import Correction, Page
from tests.admin.desk import address, save
from tests.factories import make_article

pytestmark = pytest.mark.django_db
SCRIPT = r"<script(?![^>]*\ssrc=)(?![^>]*application/json)"
INLINE_RE = re.compile(rf"<style|\sstyle=|{SCRIPT}|\son[a-z]+=|javascript:", re.IGNORECASE)


class TestPages:
    def lists(self):
        for model, query in {
            "article": "?q=新桥&confidence=high&corrected=yes&since=2024-03-05&until=2024-03-05",
            "page": "?q=江州&paper=江州日报&since=2024-01-01",
            "person": "?q=xu",
            "correction": "?state=applied&q=新桥",
            "load": "",
        }.items():
            yield reverse(f"admin:articles_{model}_changelist") + query

    def pages(self, target):
        yield reverse("admin:index")
        yield from self.lists()
        yield address(target)
        yield address(target.page)
        entry = Correction.objects.get()
        yield reverse("admin:articles_correction_change", args=[entry.pk])
        yield reverse("admin:articles_correction_withdraw", args=[entry.pk])
        yield reverse("admin:articles_correction_import")

    def test_it_shows_every_page_in_chinese_and_without_inline_code(self, chief, target):
        save(chief, target, headline="渡口新桥")
        for page in self.pages(target):
            response = chief.get(page)
            content = response.content.decode()
            assert response.status_code == 200, page
            assert "报纸文存 管理" in content
            assert not INLINE_RE.search(content), (page, INLINE_RE.search(content))
            assert 'lang="zh-hans"' in content
            assert " object (" not in content, page

    def test_it_finds_what_a_list_is_asked_for(self, editor, target):
        save(editor, target, headline="渡口新桥")
        for page in self.lists():
            assert editor.get(page).context["cl"].result_count == (2 if "load" in page else 1), page
        unsure = reverse("admin:articles_article_changelist") + "?confidence=low"
        assert editor.get(unsure).context["cl"].result_count == 0

    @pytest.mark.parametrize(("end", "count"), [("linked", 2), ("lacking_before", 1), ("lacking_after", 2)])
    def test_it_lists_stories_by_their_loose_ends(self, editor, target, end, count):
        first = make_article(continued_to="第三版")
        make_article(continued_from="第一版", continued_to="第四版", continues=first)
        make_article(continued_from="第一版", continued_to="第四版")
        listed = editor.get(reverse("admin:articles_article_changelist") + f"?turn={end}")
        assert listed.context["cl"].result_count == count
        assert "接转" in listed.content.decode() and "下转未接" in listed.content.decode()

    def test_it_asks_few_questions(self, editor, target, django_assert_max_num_queries):
        with django_assert_max_num_queries(12):
            editor.get(reverse("admin:articles_article_changelist"))
        with django_assert_max_num_queries(25):
            editor.get(address(target))
        for number in range(12):
            target.refresh_from_db()
            loader.correct(target, {"column": (target.column, f"第{number}栏")}, "misread", "理由", "王编")
        with django_assert_max_num_queries(14):
            content = editor.get(reverse("admin:articles_correction_changelist")).content.decode()
        assert content.count("江州大桥昨日通车</a>") == 12

    @pytest.mark.parametrize("model", ["article", "page"])
    def test_it_lists_what_lies_between_two_days(self, editor, target, model):
        place = reverse(f"admin:articles_{model}_changelist")
        for query, count in (("?since=2024-03-06", 0), ("?until=2024-03-04", 0), ("?since=so&until=2024-03-05", 1)):
            assert editor.get(place + query).context["cl"].result_count == count, query

    def test_it_lists_pages_of_no_known_paper(self, editor, target):
        Page.objects.update(publication="")
        content = editor.get(reverse("admin:articles_page_changelist") + "?paper=-")
        assert content.context["cl"].result_count == 1
        assert "未知" in content.content.decode()
