"""The journal at the desk: an entry is withdrawn after asking, by those who may."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from articles.models import Correction
from tests.admin.desk import address, messages, save

pytestmark = pytest.mark.django_db


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
