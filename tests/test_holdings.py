"""The archive in numbers."""

import datetime

import pytest

from articles import holdings
from tests.factories import DAY, make_article, make_load, make_page

pytestmark = pytest.mark.django_db
NEW_YEAR = datetime.date(2023, 1, 1)


def test_it_counts_an_empty_archive():
    held = holdings.held()
    assert (held.pages, held.articles, held.first, held.span, held.papers_dated) == (0, 0, None, range(0), [])
    assert (held.years, held.busiest, held.columns, held.places) == ([], [], [], [])


def test_it_tells_the_years_of_each_paper():
    for number in ("1", "2"):
        make_page(number=number)
    make_page(date=DAY + datetime.timedelta(days=1))
    make_page(date=NEW_YEAR, publication="临溪日报")
    make_page(date=None)
    held = holdings.held()
    assert (held.pages, held.papers, held.span) == (5, 2, range(2023, 2025))
    assert held.years == [
        ("临溪日报", 2023, 1, 1, NEW_YEAR, NEW_YEAR),
        ("江州日报", 2024, 3, 2, DAY, DAY + datetime.timedelta(days=1)),
    ]
    assert held.papers_dated[1] == {
        "publication": "江州日报",
        "first": DAY,
        "last": DAY + datetime.timedelta(days=1),
    }


def test_it_tells_one_who_signed_once_by_the_role():
    page = make_page()
    make_article(page, bylines=["程野", ("阮文", "通讯员")])
    make_article(page, bylines=["程野"])
    assert [(one["name"], one["articles"], one["role"]) for one in holdings.held().busiest] == [
        ("程野", 2, ""),
        ("阮文", 1, "通讯员"),
    ]


@pytest.mark.parametrize("is_filled", [True, False])
def test_it_reads_back_what_was_stored_as_it_counts(is_filled):
    if is_filled:
        make_article(column="社　评", place="江州", bylines=["程野"], figures=[("图说", ["阮文"])], doubtful=1)
    counted = holdings.held()
    make_load()
    assert holdings.held() == counted


def test_it_asks_once_for_what_a_load_has_counted(django_assert_num_queries):
    make_article(bylines=["程野"])
    make_load()
    with django_assert_num_queries(1):
        assert holdings.held().articles == 1


@pytest.mark.parametrize("is_stored", [True, False])
def test_it_tells_pages_and_characters_of_each_month(is_stored):
    make_article(make_page(date=NEW_YEAR), length=800)
    make_article(length=300)
    make_article(length=200)
    make_article(make_page(date=None), length=9_000)
    make_page(date=datetime.date(2023, 6, 1))
    if is_stored:
        make_load()
    assert holdings.months_held() == [("2023-01", 1, 800), ("2023-06", 1, 0), ("2024-03", 2, 500)]
