"""The article in a real browser: notes beside their paragraphs, hits, print as a clipping, weight."""

import re
import urllib.request
from io import BytesIO

import pypdf
import pytest

from tests.browser.looking import STANDARDS, open_page, violations

pytestmark = pytest.mark.browser

BOX = "(selector) => { const box = document.querySelector(selector).getBoundingClientRect();"
LEFT_TOP = BOX + "return [box.left, box.top, box.right, box.bottom] }"


def box(page, selector: str) -> list[float]:
    return page.evaluate(LEFT_TOP, selector)


def test_it_sets_notes_beside_the_text_where_there_is_room(browser, site, paths):
    page = open_page(browser, site + paths["article"], 1280)
    text, note, rail = box(page, ".text"), box(page, ".notes"), box(page, ".rail")
    assert note[0] > text[2] and rail[2] < text[0]
    assert abs(note[1] - box(page, ".body")[1]) < 16
    page.set_viewport_size({"width": 768, "height": 900})
    text, note = box(page, ".body"), box(page, ".notes")
    assert note[0] >= text[0] - 1 and note[3] <= text[1] + 1


def test_it_sets_the_cut_off_end_level_with_its_note(browser, site, paths):
    page = open_page(browser, site + paths["article"], 1280)
    assert abs(box(page, ".at-end")[1] - box(page, ".turn-end")[1]) < 32


def test_it_sets_the_column_vertically_where_there_is_room(browser, site, paths):
    page = open_page(browser, site + paths["article"], 1280)
    left, top, right, bottom = box(page, ".art-head > .label")
    assert bottom - top > right - left and right < box(page, ".art-title")[0]
    page.set_viewport_size({"width": 390, "height": 900})
    left, top, right, bottom = box(page, ".art-head > .label")
    assert bottom - top < right - left and bottom <= box(page, ".art-title")[1]


def test_it_keeps_the_contents_in_sight(browser, site, paths):
    page = open_page(browser, site + paths["article"], 1280)
    page.evaluate("window.scrollTo(0, 1500)")
    assert 0 <= box(page, ".rail")[1] < 100


def test_it_jumps_to_the_first_hit(browser, site, paths):
    page = open_page(browser, site + paths["article"] + "?q=杭州经开区")
    page.get_by_role("link", name="到第一处").click()
    assert 0 <= box(page, "#hit")[1] < 900 and page.evaluate("scrollY") > 0


def test_it_opens_the_citation_by_its_link_and_selects_it_whole(browser, site, paths):
    page = open_page(browser, site + paths["article"])
    page.locator(".folio-links").get_by_role("link", name="引用").click()
    assert page.locator("#cite").is_visible()
    page.locator(".take").first.click()
    assert page.evaluate("getSelection().toString()").strip() == page.locator(".take").first.inner_text().strip()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (390, "dark"), (1280, "light")])
def test_it_shows_references_and_files_in_an_open_panel(browser, site, paths, width, scheme):
    page = open_page(browser, site + paths["article"], width, color_scheme=scheme, bypass_csp=True)
    page.locator(".cite summary").click()
    terms = page.locator(".cite dt").all_inner_texts()
    assert terms == ["GB/T 7714—2025", "GB/T 7714—2015", "永久地址", "下载"]
    assert page.locator(".cite .files a").all_inner_texts() == ["纯文本", "RIS", "BibTeX", "CSL-JSON"]
    for link in page.locator(".cite .files a").all():
        assert urllib.request.urlopen(site + link.get_attribute("href")).status == 200
    assert violations(page, STANDARDS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_indents_paragraphs_and_keeps_the_measure(browser, site, paths):
    for width in (390, 1280, 1920):
        page = open_page(browser, site + paths["article"], width)
        style = "getComputedStyle(document.querySelector('.body > p'))"
        size, indent, leading, across = page.evaluate(
            f"[{style}.fontSize, {style}.textIndent, {style}.lineHeight, {style}.width].map(parseFloat)"
        )
        assert indent == pytest.approx(2 * size)
        assert 1.75 <= leading / size <= 1.8
        assert across / size <= 34.01


@pytest.mark.parametrize("kind", ["article", "continued", "photo"])
def test_it_prints_a_clipping(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind])
    pages = pypdf.PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]
    text = re.sub(r"\s", "", "".join(one.extract_text() for one in pages))
    assert text.count("永久地址") == 1 and site.removeprefix("http://") in text
    assert "检索" not in text and "上一篇" not in text and "本版各篇" not in text
    page.emulate_media(media="print")
    columns = page.evaluate("getComputedStyle(document.querySelector('.body')).columnCount")
    assert columns == ("auto" if kind == "photo" else "2")


def test_it_prints_columns_that_end_level(browser, site, paths):
    page = open_page(browser, site + paths["article"])
    page.emulate_media(media="print")
    assert page.locator(".note").count() > 0
    placed = "[...document.querySelectorAll('.body *, .notes *')].filter(one => !one.matches('.vh'))"
    assert page.evaluate(f"{placed}.every(one => getComputedStyle(one).position === 'static')")
