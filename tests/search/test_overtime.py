"""Hits by month, on each engine."""

import datetime

import pytest

from articles import search
from articles.search import overtime
from articles.search.numbering import numbers_of
from articles.search.query import parse

UNDATED = datetime.date(1, 1, 1)


def put(index, *bodies: tuple[datetime.date, str]) -> None:
    index.put(
        search.Document(number=numbers_of(day, day)[place], body=body) for place, (day, body) in enumerate(bodies)
    )


@pytest.fixture
def three_months(index):
    march, april = datetime.date(2024, 3, 7), datetime.date(2024, 4, 1)
    put(
        index,
        (march, "数字经济起步"),
        (march, "数字经济再起步"),
        (march + datetime.timedelta(days=9), "数字经济提速"),
        (april, "数字、字经、经济"),
        (datetime.date(1987, 12, 31), "经济"),
        (UNDATED, "数字经济不知何时"),
    )
    return index


def test_it_counts_by_month_in_order(three_months):
    assert three_months.months(parse("经济"), "default") == ({"1987-12": 1, "2024-03": 3, "2024-04": 1}, True)


def test_it_proves_what_pairs_alone_do_not(three_months):
    put(three_months, (datetime.date(2024, 5, 1), "数字，字经，经济"), (datetime.date(2024, 5, 2), "数字 经济"))
    assert dict(three_months.months(parse("“数字经济”"), "default").counts) == {"2024-03": 3, "2024-05": 1}


def test_it_counts_what_may_be_a_hit_where_there_are_too_many_to_prove(three_months, monkeypatch):
    put(three_months, (datetime.date(2024, 5, 1), "数字 / 乙字经 / 丙经济"))
    monkeypatch.setattr(overtime, "POOL", 3)
    counts, exact = three_months.months(parse("数字经济"), "default")
    assert (counts, exact) == ({"2024-03": 3, "2024-04": 1, "2024-05": 1}, False)


def test_it_counts_as_the_search_finds(three_months):
    for typed in ("经济", "起步 数字", "起|提", "经济 -起步", "日期:2024-03", "经济 日期:2024-03", "没有"):
        found = three_months.find(parse(typed), using="default", limit=100)
        dated = [number for number in found.numbers if number >= numbers_of(datetime.date(1900, 1, 1), UNDATED).start]
        months = three_months.months(parse(typed), "default")
        assert sum(months.counts.values()) == (0 if found.relaxed else len(dated)), typed


def test_it_counts_nothing_for_nothing(three_months):
    assert three_months.months(parse(" "), "default") == ({}, True)
