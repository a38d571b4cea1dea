"""Queries with one choice more or less."""

import pytest

from articles.search.narrowing import added, chosen, only, opened, removed
from articles.search.periods import by_year, month_toggled, month_value, touched, year_toggled
from articles.search.query import parse


@pytest.mark.parametrize(
    ("typed", "value", "more"),
    [
        ("水库", "甲某", "水库 记者:甲某"),
        ("水库 记者:甲某", "乙某", "水库 记者:甲某|乙某"),
        ("记者:甲某 记者:乙某 报纸:江州", "丙某", "记者:甲某 记者:乙某|丙某 报纸:江州"),
        ("记者:甲某", "甲某", "记者:甲某"),
    ],
)
def test_it_adds_a_choice_to_the_last_filter_of_its_field(typed, value, more):
    assert added(parse(typed), "person", value) == parse(more)


@pytest.mark.parametrize(
    ("typed", "less"),
    [("记者:甲某|乙某", "记者:乙某"), ("水库 记者:甲某", "水库"), ("记者:甲某 记者:甲某|乙某", "记者:乙某")],
)
def test_it_takes_a_choice_away_wherever_it_stands(typed, less):
    assert removed(parse(typed), "person", "甲某") == parse(less)


def test_it_knows_what_is_chosen_and_what_there_was_to_choose_from():
    query = parse("水库 记者:甲某 记者:乙某|丙某")
    assert chosen(query, "person") == ("甲某", "乙某", "丙某")
    assert opened(query, "person") == parse("水库 记者:甲某")
    assert opened(query, "paper") == query


def test_it_sets_a_field_to_just_these_values():
    assert only(parse("水库 日期:2019 记者:甲某"), "date", ()) == parse("水库 记者:甲某")


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("水库", "水库 日期:2019"),
        ("日期:2019-03|2020", "日期:2020|2019"),
        ("日期:2019|2020", "日期:2020"),
        ("日期:2018..2020", "日期:2018..2020|2019"),
    ],
)
def test_it_takes_in_a_year_in_place_of_its_months(typed, after):
    assert year_toggled(parse(typed), 2019) == parse(after)


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("日期:2019", "日期:2019-03"),
        ("日期:2019-05", "日期:2019-05|2019-03"),
        ("日期:2019-03", "日期:2019"),
        ("日期:2019-03|2019-05", "日期:2019-05"),
    ],
)
def test_it_goes_between_a_year_and_its_months(typed, after):
    assert month_toggled(parse(typed), "2019-03") == parse(after)


def test_it_knows_the_length_of_months_and_the_years_that_dates_reach():
    assert month_value("2024-02") == "2024-02-01..2024-02-29"
    assert by_year({"2019-03": 2, "2019-12": 1, "2020-01": 4}) == {2019: 3, 2020: 4}
    assert touched(parse("日期:2019-12..2020-01"), [2018, 2019, 2020]) == [2019, 2020]
    assert touched(parse("水库"), [2018, 2019]) == [2018, 2019]
