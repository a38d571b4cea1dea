"""What holds for every public page: budgets, escaping, valid HTML, error pages, one document outline."""

import re
from datetime import timedelta

import pytest
from django.db import connections
from django.template.loader import render_to_string
from django.urls import reverse

from articles.models import Load, Person
from tests.factories import index, make_article, make_load, make_page
from tests.statements import statements
from tests.views.shown import Shown

HOSTILE = "<img src=x onerror=a()> “&amp;” </script> \ue000{{ 7|add:7 }} ‮"  # as long as a name may be
LONG = f"{HOSTILE}</title></script>"
ERRORS = (400, 403, 404, 405, 500, 503)


@pytest.fixture
def archive(db):
    """One of everything, each text hostile."""
    page = make_page("页<b>", publication=HOSTILE, name=HOSTILE[:40], text=HOSTILE, spans=[[0, 9, "headline", 1]])
    make_page(number="3")
    article = make_article(
        page,
        position=1,
        **dict.fromkeys(("headline", "kicker", "subtitle", "opening"), LONG),
        **dict.fromkeys(("column", "place", "agency"), HOSTILE),
        deck=[HOSTILE],
        sections=[(HOSTILE, [HOSTILE])] * 4,
        bylines=[(HOSTILE, HOSTILE[:40], HOSTILE, HOSTILE[:40])],
        figures=[(HOSTILE, [(HOSTILE, "", "", "摄")])],
        printed={"headline": HOSTILE},
        continued_from=HOSTILE[:40],
        truncated=True,
        doubts=[{"code": "headline", "start": 0, "end": 9, "score": 0.5, "runner_up": HOSTILE}],
    )
    index(article)
    make_load()
    return article


@pytest.fixture
def story(archive):
    """The hostile article goes on over three more pages."""
    part = archive
    for number in ("2", "3", "4"):
        page = make_page(number=number, publication=HOSTILE, text=HOSTILE)
        fields = {"deck": [HOSTILE], "continued_from": "第一版", "truncated": True, "headline": HOSTILE}
        bylines, figures = [(HOSTILE, HOSTILE[:40])], [(HOSTILE, [(HOSTILE, "", "", "摄")])]
        sections = [("", [HOSTILE])]
        part = make_article(page, continues=part, sections=sections, bylines=bylines, figures=figures, **fields)
    return archive


# Budget of queries for each kind of page, the one after the archive's state too; those of the search include the
# engine's own.
BUDGETS = {
    "/": 9,
    "/issues/": 6,
    "/issues/2024/": 5,
    "/issues/2024-03-07/": 7,
    "page": 8,
    "article": 16,  # five of them ask the index for what is akin to it
    "/people/": 5,
    "person": 12,
    "/columns/": 3,
    "column": 8,
    "/places/": 4,
    "/photos/": 7,
    "/search/?q=img": 22,  # a Latin word is looked up as the sound of a name too, eleven times in an index
    "/search/?q=没有这样的字": 19,  # which of its grams are rare is asked of it and of what is looser
    "/search/": 1,
    "/errata/": 7,
    "/about/": 4,
    "/api/": 2,
    "/robots.txt": 1,
}


def path_of(kind: str, article) -> str:
    if kind == "column":
        return reverse("column", args=[article.column])
    named = {"page": article.page, "article": article, "person": Person.objects.first()}
    return named[kind].get_absolute_url() if kind in named else kind


@pytest.mark.parametrize("kind", BUDGETS)
def test_it_stays_within_its_budget_of_queries(client, archive, django_assert_max_num_queries, kind):
    path = path_of(kind, archive)
    with django_assert_max_num_queries(statements(BUDGETS[kind]), connection=connections["public"]):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("kind", ["page", "article"])
def test_it_stays_within_its_budget_for_a_story_on_many_pages(client, story, django_assert_max_num_queries, kind):
    with django_assert_max_num_queries(statements(BUDGETS[kind]), connection=connections["public"]):
        page = Shown(client, path_of(kind, story))
    assert not page.all(".//img") and not page.scripts


@pytest.mark.parametrize("kind", [kind for kind in BUDGETS if kind != "/robots.txt"])
def test_it_escapes_what_was_printed_and_writes_valid_html(client, archive, kind):
    page = Shown(client, path_of(kind, archive))
    assert not page.all(".//img") and not page.scripts
    if "<img" in page.text:
        assert HOSTILE[:30] in page.text and "{{ 7|add:7 }}" in page.text


@pytest.mark.parametrize("kind", [kind for kind in BUDGETS if kind != "/robots.txt"])
def test_it_gives_each_page_one_heading_a_title_and_landmarks(client, archive, kind):
    page = Shown(client, path_of(kind, archive))
    assert len(page.all(".//h1")) == 1
    assert page.title.endswith("报纸文存")
    assert page.root.get("lang") == "zh-Hans"
    assert page.links[0] == "#main" and page.root.find(".//main[@id='main']") is not None
    assert page.root.find(".//footer//nav[@id='nav']") is not None


@pytest.mark.parametrize("kind", [kind for kind in BUDGETS if kind != "/robots.txt"])
def test_it_needs_no_scripts_no_inline_styles_and_three_requests(client, archive, kind):
    page = Shown(client, path_of(kind, archive))
    names = {name for element in page.root.iter() for name in element.attrib}
    assert not {name for name in names if name == "style" or name.startswith("on")}
    assert len(page.root.findall(".//link[@rel='stylesheet']")) <= 2 and not page.root.findall(".//style")


@pytest.mark.parametrize("kind", [kind for kind in BUDGETS if kind != "/robots.txt"])
def test_it_leads_only_to_addresses_that_exist(client, archive, kind):
    for link in {link.split("#")[0] for link in Shown(client, path_of(kind, archive)).links}:
        if link.startswith("/"):
            assert client.get(link).status_code == 200, link


@pytest.mark.parametrize("status", ERRORS)
def test_it_renders_error_pages_without_database_or_context(status):
    html = render_to_string(f"{status}.html")
    said = re.search("<h1>(.+)</h1>", html)[1]
    assert f"<title>{said} – 报纸文存</title>" in html


def test_it_answers_missing_pages_in_words(client, db):
    page = Shown(client, "/nothing/", 404)
    assert "这一页，档案里没有" in page.main and page.title == "这一页，档案里没有 – 报纸文存"


def test_it_tells_robots_what_is_not_for_them(client, db):
    text = client.get("/robots.txt").text
    assert "Disallow: /admin/" in text and "Disallow: /search/" in text


def test_it_explains_itself_in_numbers(client, db):
    make_article(bylines=["程野"], length=300)
    page = Shown(client, "/about/")
    assert page.all(".//h1") == ["档案怎样读报"]
    assert "300" in page.all(".//dl//dd")


@pytest.mark.parametrize(
    "seconds, said",
    [
        (0.4, "不到 1 秒"),
        (0.6, "1 秒"),
        (59.4, "59 秒"),
        (59.6, "1 分"),
        (369.7, "6 分 10 秒"),
        (3600, "1 小时"),
        (7384, "2 小时 3 分"),
    ],
)
def test_it_tells_how_long_a_load_took_as_one_would_say_it(client, db, seconds, said):
    make_article()
    load = Load.objects.get(pk=make_load().pk)
    load.finished = load.started + timedelta(seconds=seconds)
    load.save()
    assert said in Shown(client, "/about/").all(".//dl//dd")


def test_it_marks_where_the_reader_is(client, db):
    page = Shown(client, "/people/")
    assert page.all(".//header//a[@aria-current]") == ["人物"]


def test_it_shows_no_character_that_no_page_holds(client, db):
    text = "泵站\x01\x0b\x1f\x7f\x85\ufffe启动"
    page = make_page("p1", publication=text, name=text, text=text, spans=[[0, 9, "headline", 1]])
    article = make_article(page, headline=text, column=text, sections=[(text, [text])], bylines=[(text, "记者")])
    index(article)
    make_load()
    for path in ("/", page.get_absolute_url(), article.get_absolute_url(), "/search/?q=%01泵站%0b"):
        shown = Shown(client, path)
        assert "泵站\ufffd" in shown.text
        assert not set("\x01\x0b\x1f\x7f\x85\ufffe") & set(shown.html)
