"""Ways to narrow a search, from the counts of its index."""

from types import SimpleNamespace

from articles.display.histogram import timeline
from articles.display.wording import worded
from articles.search.query import parse
from articles.views.facets import MORE, SHOWN, facets


def made(typed: str, total: int = 100, months=None, **counts):
    found = SimpleNamespace(counts=counts, months=months or {})
    return {facet.field: facet for facet in facets(parse(typed), total, lambda field: found)}


def test_it_folds_long_lists_and_counts_what_it_leaves_out():
    facet = made("水库", person=[(f"甲{number}", 2) for number in range(148)])["person"]
    assert (len(facet.shown), len(facet.rest), facet.beyond) == (SHOWN, MORE, 148 - SHOWN - MORE)
    assert facet.folded == 148 - SHOWN


def test_it_folds_no_single_line():
    facet = made("水库", person=[(f"甲{number}", 2) for number in range(SHOWN + 1)])["person"]
    assert (len(facet.shown), facet.rest) == (SHOWN + 1, [])


def test_it_shows_choices_made_first_even_where_the_index_does_not_list_them():
    facet = made("记者:远处|近处", person=[("别人", 9), ("近处", 3)])["person"]
    assert [(choice.text, choice.count, choice.chosen) for choice in facet.shown] == [
        ("远处", None, True), ("近处", 3, True), ("别人", 9, False),
    ]  # fmt: skip


def test_it_offers_nothing_that_all_results_share():
    assert made("水库", total=2, paper=[("江州日报", 2)], page=[("1", 1)]).keys() == {"page"}


def test_it_writes_values_in_words():
    shown = made("水库", page=[("3", 1), ("A3", 1)])
    assert [choice.text for choice in shown["page"].shown] == ["第3版", "A3版"]
    assert worded("doubt", "有") == "有存疑"


def test_it_lists_years_newest_first_and_a_range_that_was_typed():
    facet = made("日期:2016..2018", months={"2016-01": 3, "2018-02": 1})["year"]
    assert [(choice.text, choice.chosen) for choice in facet.shown] == [
        ("2016年至2018年", True), ("2018年", False), ("2016年", False),
    ]  # fmt: skip


def test_it_shows_two_years_by_their_months_and_more_by_years():
    assert len(timeline(parse("水库"), {"2018-12": 1, "2019-01": 3}).bars) == 24
    assert len(timeline(parse("水库"), {"2017-12": 1, "2019-01": 3}).bars) == 3
    assert timeline(parse("水库"), {"2019-01": 3}) is None


def test_it_lets_go_of_a_time_that_is_chosen_and_leads_nowhere_without_results():
    line = timeline(parse("水库 日期:2018-12"), {"2018-12": 1, "2019-01": 3, "2020-01": 1})
    december = line.bars[11]
    assert (december.chosen, december.query, line.bars[0].query, line.whole) == (True, "水库", "", "水库")
    line = timeline(parse("水库 日期:2016"), {"2018-12": 1, "2019-01": 3})
    assert len(line.bars) == 24  # a year without results: all the others
