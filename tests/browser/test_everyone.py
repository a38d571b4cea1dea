"""For every reader: keyboard, zoom, spacing of one's own, forced colours, more contrast, paper."""

import re

import pytest

from tests.browser.looking import open_page

pytestmark = pytest.mark.browser

KINDS = [
    *(
        "home",
        "issues",
        "issue",
        "page",
        "article",
        "people",
        "person",
        "columns",
        "photos",
        "search",
        "cited",
        "trends",
        "quantities",
        "network",
        "about",
        "api",
    )
]
NEWS = ["home", "issue", "page"]
# In a sentence a target is as high as its line; alone it must offer a finger 24 pixels.
SMALL_TARGETS = """[...document.querySelectorAll('a, button, input, summary')].filter(target => {
    const box = target.getBoundingClientRect()
    const alone = !['P', 'DD', 'SUP', 'SPAN', 'FIGCAPTION'].includes(target.parentElement.tagName)
    return alone && box.height && !target.closest('.skip') && (box.height < 24 || box.width < 24)
}).map(target => target.outerHTML.slice(0, 120))"""
MOVING = """[...document.querySelectorAll('*')].filter(one => {
    const style = getComputedStyle(one)
    return style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior === 'smooth'
}).length"""
# How far what was drawn has moved, from the first moment on.
SHIFT = """() => new Promise(told => {
    let shift = 0
    const add = list => list.getEntries().forEach(one => { shift += one.value })
    new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true})
    setTimeout(() => told(shift), 100)
})"""
FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect()
    const at = document.elementFromPoint(box.left + Math.min(box.width, 8) / 2, box.top + Math.min(box.height, 8) / 2)
    return {
        text: one.textContent.trim() || one.name, outline: style.outlineStyle, width: parseFloat(style.outlineWidth),
        seen: box.top >= 0 && box.bottom <= innerHeight + 1 && !!at && (one.contains(at) || at.contains(one)),
    }
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_it_can_be_read_at_400_percent(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind], 320)
    page.set_viewport_size({"width": 320, "height": 256})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", KINDS)
def test_it_offers_targets_that_a_finger_hits(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind], 390)
    assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("kind", KINDS)
def test_it_does_not_move(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind])
    assert page.evaluate(MOVING) == 0


@pytest.mark.parametrize("kind", NEWS)
def test_it_shows_where_the_keyboard_is(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind])
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break  # past the last
        focus = page.evaluate(FOCUSED)
        assert focus["outline"] == "solid" and focus["width"] >= 2 and focus["seen"], focus


@pytest.mark.parametrize("kind", NEWS)
def test_it_is_walked_through_in_the_order_of_reading(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind], 390)
    tops = "[...document.querySelectorAll('a, button, input')].filter(one => !one.closest('.skip'))"
    tops = page.evaluate(f"{tops}.map(one => Math.round(one.getBoundingClientRect().bottom))")
    assert all(after >= before - 60 for before, after in zip(tops, tops[1:], strict=False))
    assert page.locator("[tabindex]:not([tabindex='-1'])").count() == 0


@pytest.mark.parametrize("kind", NEWS)
def test_it_loses_nothing_when_lines_and_signs_are_spaced_out(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind], 320, bypass_csp=True)
    spaced = "line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important"
    page.add_style_tag(content=f"* {{ {spaced} }} p {{ margin-bottom: 2em !important }}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", KINDS)
def test_it_stays_where_it_was_first_drawn(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind])
    assert page.evaluate(SHIFT) == 0


def test_it_keeps_its_lines_where_the_reader_forces_colours(browser, site, paths):
    page = open_page(browser, site + paths["page"], forced_colors="active", color_scheme="dark")

    def line(selector: str, side: str) -> str:
        style = f"getComputedStyle(document.querySelector({selector!r})).border{side}"
        return page.evaluate(f"{style}Width + ' ' + {style}Style")

    assert line(".nav [aria-current]", "Bottom") == "3px solid"
    assert line("main .f-headline", "Bottom") == "3px solid"
    assert line(".source .f-name, .key .f-byline", "Bottom") == "4px double"
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink')") == "CanvasText"


def test_it_drops_greys_and_tints_where_the_reader_wants_more_contrast(browser, site, paths):
    for scheme, ink, paper in (("light", "rgb(0, 0, 0)", "rgb(255, 255, 255)"),
                               ("dark", "rgb(255, 255, 255)", "rgb(0, 0, 0)")):  # fmt: skip
        page = open_page(browser, site + paths["page"], contrast="more", color_scheme=scheme)
        body = "getComputedStyle(document.body)"
        assert page.evaluate(f"[{body}.color, {body}.backgroundColor]") == [ink, paper]
        tint = page.evaluate("getComputedStyle(document.querySelector('main .f-headline')).backgroundColor")
        assert tint.endswith(("/ 0)", ", 0)")), tint


@pytest.mark.parametrize("kind", NEWS)
def test_it_prints_without_navigation(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind])
    page.emulate_media(media="print", color_scheme="dark")
    for gone in (".search", "nav", ".foot", ".folio-links", ".tries"):
        assert not any(one.is_visible() for one in page.locator(gone).all()), gone
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    coloured = "[...document.querySelectorAll('main .tag, main [class*=f-]')].map(one => getComputedStyle(one))"
    colours = f"[...new Set({coloured}.flatMap(style => [style.color, style.borderBottomColor]))]"
    assert all(len(set(re.findall(r"\d+", colour)[:3])) == 1 for colour in page.evaluate(colours))


def test_it_sets_columns_as_wide_as_the_window_allows(browser, site):
    columns = {}
    for width in (390, 768, 1280, 1920, 3840):
        page = open_page(browser, site, width)
        tracks = page.evaluate("getComputedStyle(document.querySelector('.news')).gridTemplateColumns")
        columns[width] = len(tracks.split())
        assert page.evaluate("document.querySelector('main').getBoundingClientRect().width") <= 1800
    assert columns == {390: 1, 768: 2, 1280: 3, 1920: 4, 3840: 4}


@pytest.mark.parametrize("kind", ["search", "quantities"])
def test_what_is_marked_can_be_read_where_the_reader_forces_colours(browser, site, paths, kind):
    page = open_page(browser, site + paths[kind], forced_colors="active", color_scheme="dark")
    colours = "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.querySelector('%s')))"
    marked, plain = (page.evaluate(colours % selector) for selector in ("main mark", "body"))
    assert marked == plain and marked[0] != marked[1]
