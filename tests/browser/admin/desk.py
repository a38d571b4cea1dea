"""How an editor comes to the desk."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page

from articles.models import Article

NAME, PASSWORD = "王编", "a long pass phrase 1"


def sign_in(browser: Browser, live_server: Any, path: str, **options: Any) -> tuple[Page, list[str]]:
    """A page of the admin, and the list that its complaints go to."""
    page, complaints = browser.new_context(locale="zh-CN", **options).new_page(), []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.goto(f"{live_server.url}{reverse('admin:login')}?next={path}")
    page.fill("#id_username", NAME)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url(f"**{path}")
    return page, complaints


def desk(target: Article) -> str:
    return reverse("admin:articles_article_change", args=[target.pk])


def assert_clean(page: Page, complaints: list[str]) -> None:
    """What is shown has nothing to say to axe, breaks no policy and fits the window."""
    assert complaints == [], page.url
    found = Axe().run(page, options={"preload": False}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], page.url
    complaints.clear()  # axe measures with styles of its own
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], page.url
