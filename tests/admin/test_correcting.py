"""The correcting page: an editor sees print and value, corrects with a reason, is told when another was quicker."""

import pytest

from articles.models import Correction, Load, Page
from tests.admin.desk import address, filled, messages, save
from tests.loading import found

pytestmark = pytest.mark.django_db


class TestCorrecting:
    def test_it_shows_the_source_and_the_print(self, editor, target):
        content = editor.get(address(target)).content.decode()
        assert '<span class="f-headline">题 江州大桥昨日通车</span>' in content
        assert content.count("印作") == 8
        assert "未印" in content

    def test_it_changes_a_headline_at_once(self, editor, target):
        response = save(editor, target, headline="渡口新桥")
        target.refresh_from_db()
        assert target.headline == "渡口新桥"
        assert "已更正主题" in messages(response)
        assert found("渡口新桥") == ["渡口新桥"]
        entry = Correction.objects.get()
        assert (entry.old, entry.new) == ("江州大桥昨日通车", "渡口新桥")
        assert (entry.editor, entry.reason) == ("王编", "据次日更正栏")

    def test_it_reads_bylines_as_printed_text(self, editor, target):
        save(editor, target, bylines="本报记者 徐访\r\n通讯员 仇小方")
        written = target.bylines.filter(figure=None).values_list("name", "role")
        assert list(written) == [("徐访", "记者"), ("仇小方", "通讯员")]

    def test_it_corrects_a_picture(self, editor, target):
        save(editor, target, figure__1__caption="桥塔。", figure__1__credits="拍友 吴小雨 摄")
        assert target.figures.get().caption == "桥塔。"
        assert set(Correction.objects.values_list("field", flat=True)) == {"figure.1.caption", "figure.1.credits"}

    def test_it_corrects_a_page(self, editor, target):
        save(editor, target.page, date="2024年3月6日", number="12")
        page = Page.objects.get()
        assert (str(page.date), page.number, page.bases["date"]) == ("2024-03-06", "12", "corrected")

    def test_it_confirms_what_was_inferred(self, editor, target):
        printed = dict.fromkeys(("date", "number", "name"), "printed")
        Page.objects.update(bases={"publication": "inferred"} | printed)
        assert "报名已核对无误" in editor.get(address(target.page)).content.decode()
        save(editor, target.page, confirm="on")
        entry = Correction.objects.get()
        assert (entry.field, entry.old, entry.new) == ("publication", "江州日报", "江州日报")
        assert Page.objects.get().bases["publication"] == "corrected"

    def test_it_notes_a_misprint_and_leaves_the_print(self, editor, target):
        save(editor, target, headline="江州大桥今日竣工", kind="misprint")
        target.refresh_from_db()
        assert target.headline == "江州大桥昨日通车"
        assert "江州大桥今日竣工" in editor.get(address(target)).content.decode()

    def test_it_makes_one_entry_for_each_changed_field(self, editor, target):
        save(editor, target, headline="渡口新桥", column="江州观察", subtitle="")
        assert set(Correction.objects.values_list("field", flat=True)) == {"headline", "column"}

    def test_it_writes_nothing_when_nothing_changed(self, editor, target):
        before = Load.objects.count()
        response = save(editor, target)
        assert "没有改动" in messages(response)
        assert (Correction.objects.count(), Load.objects.count()) == (0, before)

    def test_it_asks_for_a_reason(self, editor, target):
        response = save(editor, target, headline="渡口新桥", reason=" ")
        assert response.context["errors"]
        assert not Correction.objects.exists()
        assert "渡口新桥" in response.content.decode()

    def test_it_leads_to_the_field_that_is_wrong(self, editor, target):
        content = save(editor, target, headline="渡口新桥", reason=" ").content.decode()
        assert '<a href="#id_reason">理由</a>：' in content
        assert "desk-errors" not in editor.get(address(target)).content.decode()

    def test_it_calls_printed_only_what_is(self, editor, target):
        bases = {"publication": "inferred", "date": "given", "number": "corrected", "name": "printed"}
        Page.objects.update(bases=bases)
        content = editor.get(address(target.page)).content.decode()
        assert [content.count(f'"what">{word}<') for word in ("推断作", "附注作", "原作", "印作")] == [1, 1, 1, 1]

    @pytest.mark.parametrize(
        ("field", "value"), [("bylines", "，。！"), ("dateline", "江州大桥"), ("column", "长" * 101)]
    )
    def test_it_refuses_what_a_field_cannot_take(self, editor, target, field, value):
        response = save(editor, target, **{field: value})
        assert response.context["adminform"].form.errors[field]
        assert not Correction.objects.exists()

    def test_it_keeps_the_address_of_the_form(self, editor, target):
        response = editor.post(address(target), filled(editor, target, headline="渡口新桥", _continue="1"))
        assert response.url == address(target)
        assert editor.get(address(target)).status_code == 200

    def test_it_leaves_the_text_alone(self, editor, target):
        save(editor, target, text="篡改", paragraphs="篡改")
        assert target.sections.get().paragraphs == ["昨天上午,江州大桥正式通车。"]


class TestTwoEditors:
    def test_it_tells_the_later_editor_both_values_and_loses_nothing(self, editor, target):
        opened = filled(editor, target, headline="李编所改", column="江州观察")
        save(editor, target, headline="王编所改")
        response = editor.post(address(target), opened)
        form = response.context["adminform"].form
        assert "王编所改" in form.errors["headline"][0]
        assert "李编所改" in form.errors["headline"][0]
        assert form["column"].value() == "江州观察"
        assert Correction.objects.count() == 1

    def test_it_lets_the_later_editor_decide(self, editor, target):
        opened = filled(editor, target, headline="李编所改")
        save(editor, target, headline="王编所改")
        form = editor.post(address(target), opened).context["adminform"].form
        editor.post(address(target), form.data)
        target.refresh_from_db()
        assert target.headline == "李编所改"
        assert list(Correction.objects.values_list("old", "new")) == [
            ("江州大桥昨日通车", "王编所改"),
            ("王编所改", "李编所改"),
        ]

    def test_it_lets_both_change_different_fields(self, editor, target):
        opened = filled(editor, target, column="江州观察")
        save(editor, target, headline="王编所改")
        editor.post(address(target), opened)
        target.refresh_from_db()
        assert (target.headline, target.column) == ("王编所改", "江州观察")
