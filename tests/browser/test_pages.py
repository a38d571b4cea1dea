"""Every kind of page in a real browser: styled, silent, accessible, without scripts."""

import gzip
import urllib.request

import pytest

from tests.browser.looking import open_page, violations_in_either_scheme

pytestmark = pytest.mark.browser

KINDS = [
    *("home", "issues", "issue", "page", "article", "continued", "photo", "people", "person", "columns", "column"),
    *(
        "places",
        "place",
        "ranked",
        "photos",
        "search",
        "nothing",
        "cited",
        "trends",
        "quantities",
        "network",
        "about",
        "api",
        "missing",
    ),
]
BUDGET = 14_000
WIDTHS = (320, 390, 1280)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_styled_and_raises_no_complaint(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind])
    expected = ["404"] if kind == "missing" else []
    assert [text for text in page.heard if not any(code in text for code in expected)] == []
    assert "Songti SC" in page.evaluate("getComputedStyle(document.body).fontFamily")
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    assert page.evaluate("getComputedStyle(document.querySelector('main')).paddingLeft") == "40px"
    assert all(address.startswith(site) for address in page.asked)
    assert len([address for address in page.asked if not address.endswith(".svg")]) <= 3


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_accessible_and_fits_the_window(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind], bypass_csp=True)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert violations_in_either_scheme(page) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_searches_by_enter_without_scripts(browser, site):
    page = open_page(browser, site, java_script_enabled=False)
    page.get_by_role("searchbox").fill("水库")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search/**")
    assert page.locator("mark").first.inner_text() == "水库"
    page.locator(".result h2 a").first.click()
    page.wait_for_url("**/articles/**")
    assert "本文" in page.locator(".found").inner_text()


def test_it_opens_the_citation_without_scripts(browser, site, paths):
    page = open_page(browser, site + paths["article"], java_script_enabled=False)
    page.locator("summary", has_text="引用与下载").click()
    assert "[N/OL]" in page.locator(".take").first.inner_text()


def test_it_offers_the_keyboard_a_way_past_the_masthead(browser, site, paths):
    page = open_page(browser, site + paths["article"])
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent")
    top = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert (focused, top) == ("跳到正文", 0)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_it_is_dark_where_the_reader_wants_it_dark(browser, site):
    grounds = []
    for scheme in ("light", "dark"):
        page = open_page(browser, site, color_scheme=scheme)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(250, 250, 248)", "rgb(20, 22, 25)"]


def test_it_prints_a_clipping(browser, site, paths):
    page = open_page(browser, site + paths["article"])
    page.emulate_media(media="print")
    for gone in (".mast nav", ".search", ".foot", ".rail", ".cite", ".beside", ".same-page"):
        assert not page.locator(gone).first.is_visible(), gone
    assert "[N/OL]" in page.locator(".printed-cite").inner_text()
    assert page.evaluate("getComputedStyle(document.querySelector('.body')).columnCount") == "2"


@pytest.mark.parametrize("kind", ["home", "article", "search"])
def test_it_loses_nothing_when_text_is_spaced_out(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind], 390, bypass_csp=True)
    spaced = "line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important"
    page.add_style_tag(content=f"* {{ {spaced} }} p {{ margin-bottom: 2em !important }}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    clipped = "[...document.querySelectorAll('h1, h2, h3, p, a')].filter(e => getComputedStyle(e).overflow != 'visible'"
    assert page.evaluate(f"{clipped} && !e.closest('.vh')).length") == 0


@pytest.mark.parametrize("kind", ["home", "article", "search"])
def test_it_weighs_little(site, paths, kind):
    def weight(path: str) -> tuple[int, str]:
        request = urllib.request.Request(site + path, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as answer:
            content = answer.read()
            assert answer.headers["Content-Encoding"] == "gzip"
        return len(content), gzip.decompress(content).decode()

    size, html = weight(paths[kind])
    sheets = [part.split('"')[0] for part in html.split('<link rel="stylesheet" href="')[1:]]
    assert size + sum(weight(sheet)[0] for sheet in sheets) <= BUDGET
