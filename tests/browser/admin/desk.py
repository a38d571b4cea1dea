"""How an editor comes to the desk."""

from typing import Any

from django.urls import reverse
from playwright.sync_api import Browser, Page

from articles.models import Article
from tests.browser.looking import violations_in_either_scheme

NAME, PASSWORD = "王编", "a long pass phrase 1"
WIDTHS = (320, 1280)


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
    """What is shown has nothing to say to axe in either scheme, breaks no policy and fits the window."""
    assert complaints == [], page.url
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert violations_in_either_scheme(page, {"preload": False}) == [], (page.url, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
    complaints.clear()  # axe measures with styles of its own
