"""The search page with many results: by keyboard, on small screens, for every reader."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser.conftest import served
from tests.browser.looking import open_page, violations_in_either_scheme
from tests.browser.test_pages import WIDTHS

pytestmark = pytest.mark.browser

PAGES = Path(__file__).parent.parent / "pages"
FACTS = 'publication = "{paper}"\ndate = {year}-{month:02d}-09\nnumber = "{number}"\n'
SEARCHES = {
    "many": "的",
    "chosen": "的 报纸:江州日报 日期:2021-03|2021-04",
    "named": "报纸:江州日报 体裁:文字",
    "taken apart": "城市建设的新闻发布会",
    "long": '题名:没有 记者:徐方|程也 栏目:江生 版:A3 日期:2019-03..2020-04 "一二三四五六七八九十一二三四五六七八九十"',
}


@pytest.fixture(scope="module")
def dense(tmp_path_factory) -> Iterator[str]:
    """Address of an archive of two papers over some years."""
    folder = tmp_path_factory.mktemp("seeds")
    for place, source in enumerate(sorted(PAGES.glob("h*.txt"))):
        shutil.copy(source, folder)
        facts = {"paper": "江州晚报" if place % 3 == 0 else "江州日报", "year": 2019 + place % 4}
        text = FACTS.format(**facts, month=place % 12 + 1, number=place % 8 + 1)
        (folder / f"{source.stem}.toml").write_text(text, encoding="utf-8")
    with served(tmp_path_factory.mktemp("dense"), folder) as address:
        yield address


def search(q: str, **more) -> str:
    return f"/search/?q={quote(q)}" + "".join(f"&{name}={value}" for name, value in more.items())


@pytest.mark.parametrize("path", [*map(search, SEARCHES.values()), "/search/advanced/", "/search/advanced/?start=abc"])
def test_it_is_accessible_and_fits_the_window(browser, dense, path):
    page = open_page(browser, dense + path, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert violations_in_either_scheme(page) == [], width
        past = "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
        assert page.evaluate(f"{past}.map(e => e.outerHTML.slice(0, 80))") == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_narrows_and_widens_without_scripts_by_the_keyboard(browser, dense):
    page = open_page(browser, dense + search("的"), java_script_enabled=False)
    papers = page.locator("section.facet", has=page.get_by_role("heading", name="报纸"))
    everything = total(page)
    evening = papers.get_by_role("link", name="江州晚报")
    evening.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**%3A**")
    only = total(page)
    assert 0 < only < everything
    papers.get_by_role("link", name="江州日报").press("Enter")
    page.wait_for_url("**%7C**")
    assert total(page) > only and papers.locator("[aria-current]").count() == 2
    papers.locator("[aria-current]", has_text="江州晚报").press("Enter")
    page.wait_for_url(lambda address: "%7C" not in address)
    assert papers.locator("[aria-current]").count() == 1


def test_it_opens_the_rest_of_a_list_by_the_keyboard(browser, dense):
    page = open_page(browser, dense + search("的"), java_script_enabled=False)
    rest = page.locator(".facet details").first
    assert not rest.get_by_role("link").first.is_visible()
    rest.locator("summary").press("Enter")
    assert rest.get_by_role("link").first.is_visible()


def test_it_looks_again_within_the_results_and_goes_through_them(browser, dense):
    page = open_page(browser, dense + search("的", order="newest"), java_script_enabled=False)
    before = total(page)
    page.get_by_label("在结果中再找").fill("建设")
    page.get_by_label("在结果中再找").press("Enter")
    page.wait_for_url("**%E5%BB%BA%E8%AE%BE**")
    assert 1 < total(page) < before and "order=newest" in page.url
    titles = page.locator(".result h2 a").all_inner_texts()
    page.locator(".result h2 a").first.click()
    page.get_by_role("link", name="下一条").click()
    page.wait_for_url("**n=2")
    assert page.locator("h1").first.inner_text() == titles[1]
    page.get_by_role("link", name="回到结果").click()
    page.wait_for_url("**/search/**")
    assert page.locator(".result h2 a").all_inner_texts() == titles


def test_it_writes_a_query_from_the_form(browser, dense):
    page = open_page(browser, dense + "/search/advanced/", java_script_enabled=False)
    page.get_by_label("都要有").fill("的")
    page.get_by_label("日期从").fill("2020")
    page.get_by_label("日期从").press("Enter")
    page.wait_for_url("**/search/?q=**")
    assert page.get_by_role("searchbox").first.input_value() == "的 日期:2020.."


@pytest.mark.parametrize("width", [320, 1280])
def test_it_offers_targets_large_enough(browser, dense, width):
    page = open_page(browser, dense + search("的 日期:2021"), width)
    small = """[...document.querySelectorAll('.facet a, .facet summary, .timeline a, .tabs a, .readback a, .pager a')]
        .map(e => [e.innerText, e.getBoundingClientRect()]).filter(([, r]) => r.width && r.height < 24)"""
    assert page.evaluate(f"{small}.map(([text, r]) => text + ' ' + r.height)") == []


def total(page) -> int:
    return int(re.sub(r"\D", "", page.locator(".total").inner_text()))
