"""Row numbers: newest day first is printed order, whatever was loaded first."""

import datetime

import pytest

from articles.loader import numbers
from articles.models import Article, Page
from articles.search.numbering import day_of

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 3, 5)


def put(key: str, taken: list[int], day: datetime.date | None = DAY, number: str = "1") -> Page:
    page = Page.objects.create(key=key, date=day, number=number, publication="江州日报")
    rows = [Article(key=f"{key}{at}", page=page, position=at, number=value) for at, value in enumerate(taken, 1)]
    Article.objects.bulk_create(rows)
    return page


def ends() -> tuple[int, int]:
    return numbers.day_numbers(DAY)[0], numbers.day_numbers(DAY)[-1]


def test_it_keeps_a_day_together():
    whole = numbers.day_numbers(DAY)
    assert day_of(whole[0]) == day_of(whole[-1]) == DAY
    assert numbers.day_numbers(DAY + datetime.timedelta(days=1))[0] == whole[-1] + 1


def test_it_sorts_undated_pages_before_every_day():
    undated = numbers.day_numbers(None)
    assert undated[-1] < numbers.day_numbers(datetime.date(1600, 1, 1))[0]
    assert day_of(undated[0]) is day_of(undated[-1]) is None


def test_it_falls_in_printed_order():
    _, last = ends()
    assert numbers.assign([None, None, None], DAY) == [last, last - 1, last - 2]


def test_it_goes_on_below_what_is_in_use():
    _, last = ends()
    put("p1", [last, last - 1])
    assert numbers.assign([None, None], DAY) == [last - 2, last - 3]


def test_it_keeps_numbers_of_the_day_and_replaces_others():
    first, last = ends()
    assert numbers.assign([last - 7, first - 1, None], DAY) == [last - 7, last, last - 1]


def test_it_fills_holes_when_a_day_is_used_up():
    first, last = ends()
    put("p1", [first, last])
    assert numbers.assign([None], DAY) == [last - 1]


def test_it_says_which_day_is_full():
    room = len(numbers.day_numbers(DAY))
    with pytest.raises(numbers.DayFull, match="2024-03-05.*4096"):
        numbers.assign([None] * (room + 1), DAY)


def test_it_puts_a_day_in_order_without_new_numbers():
    _, last = ends()
    put("p10", [last], number="10")
    put("p2", [last - 1, last - 2], number="2")
    changes = numbers.put_in_order(DAY)
    assert changes == {last: last - 2, last - 1: last, last - 2: last - 1}
    assert list(Article.objects.order_by("-number").values_list("key", flat=True)) == ["p21", "p22", "p101"]
    assert numbers.put_in_order(DAY) == {}
