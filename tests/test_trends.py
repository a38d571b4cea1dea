"""Words over time: periods, values, and the drawing of them."""

import pytest

from articles.display.linechart import NARROW, WIDE, chart
from articles.display.trends import bands, line, months_of, windows, years_of
from articles.search.query import parse

HELD = [("2019-05", 200, 500_000), ("2021-01", 9, 1_000_000), ("2021-02", 10, 1_000_000)]
QUERY = parse("“水库”")


def drawn(months, relative=True, by_month=False):
    periods = months_of(HELD, range(2021, 2022)) if by_month else years_of(HELD)
    return line(QUERY, months, True, periods, relative)


def test_it_weighs_years_by_what_is_held_of_them():
    points = drawn({"2019-05": 2, "2021-01": 3, "2021-02": 4}).points
    assert [(point.period.key, point.count, point.value) for point in points] == [
        ("2019", 2, 4.0),
        ("2020", 0, None),
        ("2021", 7, 3.5),
    ]
    assert [point.shown for point in points] == ["4", "—", "3.5"]
    assert [point.query for point in points] == ['"水库" 日期:2019', "", '"水库" 日期:2021']
    assert [point.period.is_thin for point in points] == [False, True, True]


def test_it_counts_months():
    points = drawn({"2021-02": 4, "2019-05": 9}, relative=False, by_month=True).points
    assert [point.value for point in points[:3]] == [0.0, 4.0, None]
    assert points[1].query == '"水库" 日期:2021-02' and points[1].period.said == "2021年2月"
    assert [point.period.is_thin for point in points[:2]] == [True, False]


def test_it_tells_no_small_figure_as_nothing():
    held = [("2021-01", 1, 1_000_000_000)]
    assert line(QUERY, {"2021-01": 1}, True, years_of(held), True).points[0].shown == "<0.1"


def test_it_parts_a_table_where_a_row_cannot_hold_it():
    long = years_of([("1985-01", 1, 1), ("2004-01", 1, 1)])
    rows = bands([line(QUERY, {}, True, long, False)])
    assert [(band.name, len(band.periods), band.blank) for band in rows] == [
        ("1980年代", 5, 5),
        ("1990年代", 10, 0),
        ("2000年代", 5, 5),
    ]
    assert [band.name for band in bands([drawn({}, by_month=True)])] == ["2021年"]
    assert len(bands([drawn({})])) == 1 and bands([])[0].lines == []


def test_it_shows_months_by_five_years():
    years = years_of([("2013-01", 1, 1), ("2024-01", 1, 1)])
    assert windows(years) == [range(2013, 2015), range(2015, 2020), range(2020, 2025)]
    assert windows([]) == []


@pytest.mark.parametrize("frame", [WIDE, NARROW])
def test_it_draws_within_the_frame_and_lifts_the_pen_where_nothing_is_held(frame):
    done = chart([drawn({"2019-05": 2, "2021-01": 3}), drawn({}), drawn({"2019-05": 1})], frame)
    first = done.lines[0]
    assert first.path.count("M") == 2 and "L" not in first.path and len(first.marks) == 2
    assert all(frame.left <= mark.x <= frame.right for one in done.lines for mark in one.marks)
    assert all(frame.top <= mark.y <= frame.bottom for one in done.lines for mark in one.marks)
    heights = sorted(one.y for one in done.lines)
    assert all(after - before >= frame.leading for before, after in zip(heights, heights[1:], strict=False))
    assert done.scale[0] == (frame.bottom, "0") and done.scale[-1][0] == frame.top
    assert {one.shape for one in done.lines[:2]} != {first.shape}


@pytest.mark.parametrize(
    "most, top", [(0, "4"), (1, "4"), (7, "8"), (21, "24"), (1747, "2,000"), (0.3, "0.32"), (1_000_000, "1,000,000")]
)
def test_it_scales_by_round_figures(most, top):
    held = [("2021-01", 1, 1_000_000)]
    one = line(QUERY, {"2021-01": most}, True, years_of(held), True)
    assert chart([one], WIDE).scale[-1][1] == top


def test_it_draws_nothing_of_nothing():
    assert chart([], WIDE).lines == []
    assert chart([line(QUERY, {}, True, [], False)], WIDE).lines == []
