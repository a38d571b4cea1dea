"""The desk in a browser: an editor corrects and withdraws, by keyboard too, and nothing breaks the policy."""

import pytest
from django.urls import reverse

from articles.models import Article, Correction
from tests.browser.admin.desk import assert_clean, desk, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_it_corrects_and_withdraws(browser, live_server, target):
    page, complaints = sign_in(browser, live_server, desk(target))
    page.get_by_label("主题：").fill("渡口新桥")
    page.get_by_label("署名：", exact=True).fill("本报记者 徐访\n通讯员 仇小方")
    page.get_by_label("理由：").fill("据次日更正栏")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist .success")
    assert Article.objects.get().headline == "渡口新桥"
    assert set(Correction.objects.values_list("field", flat=True)) == {"headline", "bylines"}
    page.goto(live_server.url + desk(target))
    row = page.locator(".form-row", has_text="渡口新桥").filter(has_text="主题：")
    assert "江州大桥昨日通车" in row.inner_text()
    row.get_by_role("link", name="撤回").click()
    page.get_by_role("button", name="撤回").click()
    page.wait_for_selector(".messagelist .success")
    assert Article.objects.get().headline == "江州大桥昨日通车"
    assert Article.objects.get().bylines.filter(figure=None).count() == 2
    assert complaints == []


def test_it_works_without_scripts(browser, live_server, target):
    page, _ = sign_in(browser, live_server, desk(target), java_script_enabled=False)
    page.get_by_label("栏目：").fill("江州观察")
    page.get_by_label("理由：").fill("据原件")
    page.get_by_role("button", name="保存", exact=True).first.click()
    page.wait_for_selector(".messagelist .success")
    assert Article.objects.get().column == "江州观察"


@pytest.mark.shown
def test_it_is_clean_under_axe_and_policy(browser, live_server, target):
    page, complaints = sign_in(browser, live_server, reverse("admin:index"))
    lists = [f"admin:articles_{model}_changelist" for model in ("article", "page", "person", "correction", "load")]
    for path in [reverse("admin:index"), desk(target), reverse("admin:articles_page_change", args=[target.page_id])] + [
        reverse(name) for name in lists
    ]:
        page.goto(live_server.url + path)
        assert_clean(page, complaints)
