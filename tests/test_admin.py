"""The desk as an editor meets it: sees print and value, corrects with a reason, is told when another was quicker."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from articles import loader
from articles.models import Article, Correction, Load, Page, Person
from tests.factories import make_article
from tests.loading import found, load_article
from tests.marked import article, read_marked

pytestmark = pytest.mark.django_db
PASSWORD = "a long pass phrase 1"
SCRIPT = r"<script(?![^>]*\ssrc=)(?![^>]*application/json)"
INLINE_RE = re.compile(rf"<style|\sstyle=|{SCRIPT}|\son[a-z]+=|javascript:", re.IGNORECASE)


@pytest.fixture(autouse=True)
def marked(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(loader, "read_page", read_marked)
    settings.ARCHIVE_DATA = tmp_path / "data"


@pytest.fixture
def target(tmp_path) -> Article:
    return load_article(tmp_path / "seeds", article(extra="图 桥面。\n摄 拍友 吴小宇 摄"))


@pytest.fixture
def editor(client):
    user = User.objects.create_user("王编", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="编辑"))
    client.force_login(user)
    return client


def address(target: Article | Page) -> str:
    return reverse(f"admin:articles_{target._meta.model_name}_change", args=[target.pk])


def filled(client, target, **changes) -> dict[str, str]:
    """What a browser sends: every input as the page shows it, with the editor's changes."""
    form = client.get(address(target)).context["adminform"].form
    data = {"kind": "misread", "reason": "据次日更正栏"}
    for name in form.values:
        data[name] = data[form.add_initial_prefix(name)] = form[name].value()
    return data | {name.replace("__", "."): value for name, value in changes.items()}


def save(client, target, **changes):
    return client.post(address(target), filled(client, target, **changes), follow=True)


def messages(response) -> str:
    return "".join(str(message) for message in response.context["messages"])


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


class TestWithdrawing:
    def test_it_withdraws_after_asking(self, editor, target):
        save(editor, target, headline="渡口新桥")
        entry = Correction.objects.get()
        link = reverse("admin:articles_correction_withdraw", args=[entry.pk])
        assert link in editor.get(address(target)).content.decode()
        assert "渡口新桥" in editor.get(link).content.decode()
        entry.refresh_from_db()
        assert entry.withdrawn is None
        assert "已撤回" in messages(editor.post(link, follow=True))
        target.refresh_from_db()
        entry.refresh_from_db()
        assert (target.headline, entry.withdrawn_by) == ("江州大桥昨日通车", "王编")
        assert "已撤回" in editor.get(address(target)).content.decode()

    def test_it_needs_the_right_to(self, editor, target):
        save(editor, target, headline="渡口新桥")
        Group.objects.get(name="编辑").permissions.filter(codename="withdraw").first()
        group = Group.objects.get(name="编辑")
        group.permissions.remove(group.permissions.get(codename="withdraw"))
        link = reverse("admin:articles_correction_withdraw", args=[Correction.objects.get().pk])
        assert editor.post(link).status_code == 403
        assert link not in editor.get(address(target)).content.decode()


class TestRights:
    MODELS = ("article", "page", "person", "correction", "load")

    @pytest.mark.parametrize("model", MODELS)
    def test_it_lets_nobody_add_or_delete(self, admin_client, target, model):
        loader.correct(target, {"headline": (target.headline, "一")}, "misread", "理由", "王编")
        key = {"article": Article, "page": Page, "person": Person, "correction": Correction, "load": Load}[model]
        assert admin_client.get(reverse(f"admin:articles_{model}_add")).status_code == 403
        delete = reverse(f"admin:articles_{model}_delete", args=[key.objects.first().pk])
        assert admin_client.post(delete, {"post": "yes"}).status_code == 403

    @pytest.mark.parametrize("model", ("person", "correction", "load"))
    def test_it_lets_nobody_change_what_is_kept(self, admin_client, target, model):
        loader.correct(target, {"headline": (target.headline, "一")}, "misread", "理由", "王编")
        key = {"person": Person, "correction": Correction, "load": Load}[model]
        change = reverse(f"admin:articles_{model}_change", args=[key.objects.first().pk])
        assert admin_client.get(change).status_code == 200
        assert admin_client.post(change, {"reason": "篡改"}).status_code == 403

    def test_it_lets_editors_see_no_accounts(self, editor):
        for name in ("admin:auth_user_changelist", "admin:auth_group_changelist", "admin:auth_user_add"):
            assert editor.get(reverse(name)).status_code == 403

    def test_it_shows_but_does_not_let_change_without_the_right(self, editor, target):
        group = Group.objects.get(name="编辑")
        data = filled(editor, target, headline="渡口新桥")
        group.permissions.remove(group.permissions.get(codename="correct"))
        content = editor.get(address(target)).content.decode()
        assert 'name="headline"' not in content
        assert "江州大桥昨日通车" in content
        assert editor.post(address(target), data).status_code == 403
        assert not Correction.objects.exists()

    def test_it_sends_strangers_to_the_login(self, client, target):
        assert client.get(address(target)).url.startswith(reverse("admin:login"))

    def test_it_checks_the_origin(self, target, editor):
        editor.handler.enforce_csrf_checks = True
        assert editor.post(address(target), {}).status_code == 403


class TestPages:
    def lists(self):
        for model, query in {
            "article": "?q=新桥&confidence=high&corrected=yes&page__date__year=2024",
            "page": "?q=江州&paper=江州日报",
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

    def test_it_shows_every_page_in_chinese_and_without_inline_code(self, editor, target):
        save(editor, target, headline="渡口新桥")
        for page in self.pages(target):
            response = editor.get(page)
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
        with django_assert_max_num_queries(12):
            content = editor.get(reverse("admin:articles_correction_changelist")).content.decode()
        assert content.count("江州大桥昨日通车</a>") == 12

    def test_it_lists_pages_of_no_known_paper(self, editor, target):
        Page.objects.update(publication="")
        content = editor.get(reverse("admin:articles_page_changelist") + "?paper=-")
        assert content.context["cl"].result_count == 1
        assert "未知" in content.content.decode()
