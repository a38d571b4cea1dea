"""Pages in the browser, and what axe has to say of them."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

STANDARDS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# The rules that another scheme of colours can break: tests/test_style.py sees to it that it changes nothing else.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# What is still moving (the desk's links change their colour slowly) is judged as it will stand.
JUDGED = """async options => {
    document.getAnimations().forEach(one => one.finish())
    return (await axe.run(options)).violations.map(one => [one.id, one.nodes.map(node => node.html)])
}"""
_kept: dict[tuple, Page] = {}


def open_page(browser: Browser, address: str, width: int = 1280, **options: Any) -> Page:
    """The address as a first visitor sees it: `heard` has what the console says, `asked` each request.

    A tab is kept for each set of options: to open one costs five times what a page does.
    """
    key = (browser, *sorted(options.items()))
    page = _kept.get(key)
    if page is None or page.is_closed():
        page = _kept[key] = _new_page(browser, **options)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="screen", color_scheme=options.get("color_scheme", "light"))
    page.heard, page.asked = [], []
    page.goto(address)
    return page


def _new_page(browser: Browser, **options: Any) -> Page:
    page = browser.new_context(**options).new_page()
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    return page


def violations(page: Page, rules: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """The rules that the page breaks as it is shown, each with the elements that break it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(JUDGED, rules | {"resultTypes": ["violations"]})


def violations_in_either_scheme(page: Page, rules: dict[str, Any] = STANDARDS) -> list[tuple[str, list[str]]]:
    """All that is broken in the light, and what the dark breaks besides."""
    page.emulate_media(color_scheme="light")
    light = violations(page, rules)
    page.emulate_media(color_scheme="dark")
    dark = violations(page, COLOURS)
    page.emulate_media(color_scheme="light")
    return light + dark
