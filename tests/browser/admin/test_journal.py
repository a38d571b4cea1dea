"""The journal, its files, accounts and 勘误 in a browser: used as a chief editor does, clean under axe."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import expect

from articles import loader
from articles.models import Article, Correction
from tests.browser.admin.desk import assert_clean, sign_in
from tests.browser.looking import violations, violations_in_either_scheme

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
LIST = reverse("admin:articles_correction_changelist")


@pytest.fixture
def entries(target):
    change = {"headline": (target.headline, "渡口新桥"), "column": ("", "江州观察")}
    loader.correct(target, change, "misread", "据次日更正栏", "赵编")
    page = {"number": (target.page.number, target.page.number)}
    loader.correct(target.page, page, "misread", "核对原件", "王编")
    Correction.objects.create(
        target="article:none",
        page="none",
        field="headline",
        old="甲",
        new="乙",
        reason="理由",
        editor="钱编",
        state="conflict",
    )
    return Correction.objects.all()


def test_it_is_narrowed_taken_out_taken_in_and_withdrawn(browser, live_server, entries, tmp_path):
    page, complaints = sign_in(browser, live_server, LIST)
    rows = page.locator("#result_list tbody tr")
    expect(rows).to_have_count(4)
    page.get_by_role("combobox", name="编辑").select_option("赵编")
    page.get_by_role("button", name="筛选编辑").click()
    expect(rows).to_have_count(2)
    page.locator("#changelist-filter").get_by_role("link", name="栏目", exact=True).click()
    expect(rows).to_have_count(1)
    assert "江州观察" in rows.inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="导出全部").click()
    file = tmp_path / "corrections.jsonl"
    download.value.save_as(file)
    Correction.objects.all().delete()
    loader.reload_page("p1")
    page.goto(live_server.url + LIST)
    page.get_by_role("link", name="收入更正文件").click()
    page.get_by_label("更正文件：").set_input_files(file)
    page.get_by_role("button", name="收入").click()
    assert "收入更正 4 条" in page.locator(".messagelist .success").inner_text()
    assert "1 条未能套用" in page.locator(".messagelist .warning").inner_text()
    assert Article.objects.get().headline == "渡口新桥"
    page.locator("#result_list tr", has_text="主题").filter(has_text="赵编").get_by_role("link").first.click()
    page.get_by_role("link", name="撤回这条更正").click()
    page.get_by_role("button", name="撤回").click()
    page.wait_for_selector(".messagelist .success")
    assert Article.objects.get().headline == "江州大桥昨日通车"
    assert complaints == []


@pytest.mark.shown
def test_it_is_clean_under_axe_and_policy(browser, live_server, entries):
    page, complaints = sign_in(browser, live_server, LIST)
    conflict = Correction.objects.get(state="conflict")
    paths = [LIST, f"{LIST}?state__exact=conflict&when=2026", reverse("admin:articles_correction_import")]
    paths += [reverse("admin:articles_correction_change", args=[conflict.pk]), reverse("admin:auth_user_changelist")]
    paths += [reverse("admin:auth_user_add"), reverse("admin:auth_user_change", args=[User.objects.get().pk])]
    for path in paths:
        page.goto(live_server.url + path)
        assert_clean(page, complaints)


def test_it_tells_a_blocked_visitor_to_wait(browser, live_server, entries):
    page = browser.new_context(locale="zh-CN").new_page()
    page.goto(live_server.url + reverse("admin:login"))
    for _ in range(6):
        page.fill("#id_username", "王编")
        page.fill("#id_password", "wrong")
        page.press("#id_password", "Enter")
        page.wait_for_selector(".errornote")
    assert "请在 15 分钟后再试" in page.locator(".errornote").inner_text()
    assert violations(page, {"preload": False}) == []


@pytest.mark.parametrize("query", ["", "?kind=misprint"])
def test_it_shows_errata_to_everyone(browser, live_server, entries, query):
    page = browser.new_context(locale="zh-CN", bypass_csp=True).new_page()
    page.goto(f"{live_server.url}/errata/{query}")
    assert page.locator(".erratum").count() == (0 if query else 3)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations_in_either_scheme(page) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
