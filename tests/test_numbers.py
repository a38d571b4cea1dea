"""Row numbers: newest day first is printed order, whatever was loaded first."""

import datetime

import pytest

from articles.loader import numbers
from articles.models import Article, Page

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 3, 5)


def put(key: str, taken: list[int], day: datetime.date | None = DAY, number: str = "1") -> Page:
    page = Page.objects.create(key=key, date=day, number=number, publication="江州日报")
    rows = [Article(key=f"{key}{at}", page=page, position=at, number=value) for at, value in enumerate(taken, 1)]
    Article.objects.bulk_create(rows)
    return page


def test_it_keeps_a_day_together():
    first, last = numbers.day_range(DAY)
    assert (first // 1024, last // 1024) == (DAY.toordinal(), DAY.toordinal())
    assert numbers.day_range(DAY + datetime.timedelta(days=1))[0] == last + 1


def test_it_sorts_undated_pages_before_every_day():
    assert numbers.day_range(None)[1] < numbers.day_range(datetime.date(1600, 1, 1))[0]


def test_it_falls_in_printed_order():
    _, last = numbers.day_range(DAY)
    assert numbers.assign([None, None, None], DAY) == [last, last - 1, last - 2]


def test_it_goes_on_below_what_is_in_use():
    _, last = numbers.day_range(DAY)
    put("p1", [last, last - 1])
    assert numbers.assign([None, None], DAY) == [last - 2, last - 3]


def test_it_keeps_numbers_of_the_day_and_replaces_others():
    first, last = numbers.day_range(DAY)
    assert numbers.assign([last - 7, first - 1, None], DAY) == [last - 7, last, last - 1]


def test_it_fills_holes_when_a_day_is_used_up():
    first, last = numbers.day_range(DAY)
    put("p1", [first, last])
    assert numbers.assign([None], DAY) == [last - 1]


def test_it_puts_a_day_in_order_without_new_numbers():
    _, last = numbers.day_range(DAY)
    put("p10", [last], number="10")
    put("p2", [last - 1, last - 2], number="2")
    changes = numbers.put_in_order(DAY)
    assert changes == {last: last - 2, last - 1: last, last - 2: last - 1}
    assert list(Article.objects.order_by("-number").values_list("key", flat=True)) == ["p21", "p22", "p101"]
    assert numbers.put_in_order(DAY) == {}
