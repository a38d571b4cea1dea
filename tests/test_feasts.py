"""Feasts on which a paper does not appear."""

import datetime

import pytest

from articles.display.coverage import gaps
from articles.display.feasts import DAY, FEASTS, FIRST_YEAR, NEW_YEARS, days_to_see, feast_rests

FIRST, LAST = datetime.date(2020, 1, 1), datetime.date(2024, 12, 31)
EVERY_DAY = [FIRST + step * DAY for step in range((LAST - FIRST).days + 1)]
SPRING = FEASTS[1]


def spring_days(year: int, days: int = 3) -> set[datetime.date]:
    """The first days of the New Year."""
    return {SPRING.begin(year) + (1 + step) * DAY for step in range(days)}


RESTED = {day for year in range(2020, 2025) for day in spring_days(year)}


@pytest.mark.parametrize(
    ("year", "day"), [(1949, (1, 29)), (1985, (2, 20)), (2000, (2, 5)), (2024, (2, 10)), (2099, (1, 21))]
)
def test_it_knows_when_the_new_year_is(year, day):
    assert SPRING.begin(year) == datetime.date(year, *day) - DAY


def test_it_knows_no_new_year_beyond_its_calendar():
    years = (FIRST_YEAR - 1, FIRST_YEAR + len(NEW_YEARS))
    assert [SPRING.begin(year) for year in years] == [None, None]
    assert feast_rests(EVERY_DAY, (), FIRST, LAST, years[0]) == {}


def test_it_sees_days_that_are_empty_every_year():
    held = [day for day in EVERY_DAY if day not in RESTED]
    for year in (2020, 2022, 2024):
        assert feast_rests(held, (), FIRST, LAST, year) == dict.fromkeys(sorted(spring_days(year)), "春节")


def test_it_sees_them_through_gaps_too():
    held = [day for place, day in enumerate(EVERY_DAY) if day not in RESTED and place % 4]
    assert set(feast_rests(held, (), FIRST, LAST, 2022)) >= spring_days(2022)


def test_it_takes_no_day_for_rest_on_which_the_paper_has_once_appeared():
    held = [day for day in EVERY_DAY if day not in RESTED or day == SPRING.begin(2021) + DAY]
    assert SPRING.begin(2022) + DAY not in feast_rests(held, (), FIRST, LAST, 2022)
    assert SPRING.begin(2022) + 2 * DAY in feast_rests(held, (), FIRST, LAST, 2022)


def test_it_needs_two_years_that_tell():
    only = [day for day in EVERY_DAY if day.year == 2022 and day not in RESTED]
    assert feast_rests(only, (), only[0], only[-1], 2022) == {}


def test_it_learns_nothing_from_years_that_are_not_held():
    held = [day for day in EVERY_DAY if day.year in (2020, 2024)]
    assert feast_rests(held, (), FIRST, LAST, 2022) == {}


def test_it_needs_more_years_where_little_is_held():
    held = [day for place, day in enumerate(EVERY_DAY) if day not in RESTED and place % 2]
    assert feast_rests(held, (), FIRST, LAST, 2021) == {}


def test_it_leaves_the_weekly_rests_alone():
    sundays = {day for day in EVERY_DAY if day.weekday() == 6}
    held = [day for day in EVERY_DAY if day not in RESTED | sundays]
    assert not sundays & feast_rests(held, {6}, FIRST, LAST, 2022).keys()


def test_it_asks_for_a_bounded_number_of_days_within_the_span():
    days = days_to_see(2022, datetime.date(1950, 1, 1), datetime.date(2024, 2, 1))
    assert len(days) < 1000 and max(days) <= datetime.date(2024, 2, 1)
    assert days_to_see(2022, datetime.date(1950, 6, 1), datetime.date(1950, 6, 2)) == []


def test_it_counts_no_feast_among_the_gaps():
    held = [day for day in EVERY_DAY if day not in RESTED and day != datetime.date(2022, 2, 9)]
    found = list(gaps("江州日报", [("江州日报", day, "1", "printed") for day in held]))
    assert [(gap.first, gap.issues) for gap in found] == [(datetime.date(2022, 2, 9), 1)]
