"""Who may do what: nobody adds, deletes or edits rows; correcting needs the right to."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from articles import loader
from articles.models import Article, Correction, Load, Page, Person
from tests.admin.desk import address, filled

pytestmark = pytest.mark.django_db


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
