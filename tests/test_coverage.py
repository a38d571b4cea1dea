"""Which days of a paper are held, missing, or days of rest."""

import datetime

import pytest

from articles.display.coverage import Paper, gaps, missing_pages, rests

NEW_YEAR, YEAR_END = datetime.date(2023, 1, 1), datetime.date(2023, 12, 31)
EVERY_DAY = [NEW_YEAR + datetime.timedelta(days=step) for step in range(365)]
WEEKEND = {5, 6}


def weekdays(leaving_out: set[int]) -> list[datetime.date]:
    return [day for day in EVERY_DAY if day.weekday() not in leaving_out]


@pytest.mark.parametrize("resting", [set(), WEEKEND, {6}, {0, 1, 3, 4, 5, 6}])
def test_it_sees_the_weekdays_on_which_a_paper_does_not_appear(resting):
    days = weekdays(resting)
    assert rests(days, days[0], days[-1], 2023) == resting


def test_it_sees_the_rhythm_through_gaps_and_extra_editions():
    days = [day for place, day in enumerate(weekdays(WEEKEND)) if place % 3] + [datetime.date(2023, 5, 6)]
    assert rests(days, days[0], max(days), 2023) == WEEKEND


def test_it_sees_no_rhythm_in_a_few_issues():
    few = [datetime.date(2023, 1, 3), datetime.date(2023, 1, 10), datetime.date(2023, 6, 20)]
    assert rests(few, few[0], few[-1], 2023) is rests(few[:1], few[0], few[0], 2023) is None


def test_it_borrows_from_the_next_year_where_a_paper_begins_late():
    days = [day for day in weekdays(WEEKEND) if day >= datetime.date(2023, 12, 20)]
    days += [day + datetime.timedelta(days=364) for day in weekdays(WEEKEND)]
    assert rests(days, days[0], days[-1], 2023) == WEEKEND


def test_it_knows_what_pages_an_issue_must_have():
    assert missing_pages(["1", "2", "5", "7", "A3", ""]) == [(3, 4), (6, 6)]
    assert missing_pages(["2"]) == [(1, 1)]
    assert missing_pages(["1", "2"]) == missing_pages([]) == missing_pages(["²"]) == []


def leaf(day: datetime.date, number: str = "1", basis: str = "printed") -> tuple:
    return ("江州日报", day, number, basis)


def test_it_says_the_state_of_a_day():
    pages = {day: [leaf(day)] for day in EVERY_DAY[:2]}
    pages[EVERY_DAY[2]] = [leaf(EVERY_DAY[2], "3")]
    pages[EVERY_DAY[3]] = [leaf(EVERY_DAY[3], "3", "inferred")]
    paper = Paper("江州日报", EVERY_DAY[0], EVERY_DAY[8], frozenset({6}), pages)
    states = [paper.on(day).state for day in EVERY_DAY[:10]]
    assert states == ["whole"] * 2 + ["partial", "doubtful"] + ["missing"] * 3 + ["off", "missing", "outside"]
    assert paper.on(EVERY_DAY[2]).lacks == ((1, 2),)
    assert [paper.on(day).is_due for day in EVERY_DAY[6:10]] == [True, False, True, False]


def test_it_takes_missing_issues_together_and_counts_no_days_of_rest():
    held = [day for day in weekdays({6}) if not datetime.date(2023, 6, 8) <= day <= datetime.date(2023, 6, 19)]
    found = list(gaps("江州日报", [leaf(day) for day in held]))
    assert [(gap.state, gap.first.isoformat(), gap.last.isoformat(), gap.issues) for gap in found] == [
        ("missing", "2023-06-08", "2023-06-19", 10)
    ]


def test_it_lists_issues_that_lack_pages():
    day = EVERY_DAY[0]
    found = list(gaps("江州日报", [leaf(day), leaf(day, "4")]))
    assert [(gap.state, gap.first, gap.lacks) for gap in found] == [("partial", day, ((2, 3),))]
