"""The desk in a browser: an editor corrects and withdraws, by keyboard too, and nothing breaks the policy."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import sync_playwright

from articles import loader, search
from articles.models import Article, Correction
from tests.loading import load_article
from tests.marked import article, read_marked

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long pass phrase 1"
TEXT = article(extra="文 通车仪式上,数百名居民走上桥面。\n图 桥面上人来人往。\n摄 拍友 吴小宇 摄")


@pytest.fixture
def target(monkeypatch, settings, tmp_path) -> Article:
    monkeypatch.setattr(loader, "read_page", read_marked)
    settings.ARCHIVE_DATA = tmp_path / "data"
    search.rebuild([])
    User.objects.create_superuser("王编", password=PASSWORD)
    return load_article(tmp_path / "seeds", TEXT)


@pytest.fixture
def browser(chromium, monkeypatch):
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop in this thread
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


def sign_in(browser, live_server, path: str, **options):
    """A page of the admin, and the list that its complaints go to."""
    page, complaints = browser.new_context(locale="zh-CN", **options).new_page(), []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.goto(f"{live_server.url}{reverse('admin:login')}?next={path}")
    page.fill("#id_username", "王编")
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url(f"**{path}")
    return page, complaints


def desk(target: Article) -> str:
    return reverse("admin:articles_article_change", args=[target.pk])


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_clean_under_axe_and_policy(browser, live_server, target, width, scheme):
    viewport = {"width": width, "height": 900}
    page, complaints = sign_in(browser, live_server, reverse("admin:index"), viewport=viewport, color_scheme=scheme)
    lists = [f"admin:articles_{model}_changelist" for model in ("article", "page", "person", "correction", "load")]
    for path in [reverse("admin:index"), desk(target), reverse("admin:articles_page_change", args=[target.page_id])] + [
        reverse(name) for name in lists
    ]:
        page.goto(live_server.url + path)
        assert complaints == [], path
        found = Axe().run(page, options={"preload": False}).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], path
        complaints.clear()  # axe measures with styles of its own
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
