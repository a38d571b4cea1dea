"""Row numbers of articles: n falls in printed order within a day, so that newest first is printed order too."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.db.models import Min

from articles.models import Article
from articles.queries import print_order
from articles.search.numbering import numbers_of, undated_numbers

# Above every number of a real day: where rows stand while a day is put in order.
ASIDE = 2**48


class Place(NamedTuple):
    """What decides the order of a day's pages."""

    publication: str
    number: str
    key: str


class DayFull(RuntimeError):
    """More articles of one day than there are numbers."""


def day_numbers(day: datetime.date | None) -> range:
    """The numbers of a day (of all undated pages for None)."""
    return numbers_of(day, day) if day else undated_numbers()


def assign(kept: Sequence[int | None], day: datetime.date | None) -> list[int]:
    """A number of the day for each article: the one it had where that fits, else a free one, falling in order.

    Raises DayFull.
    """
    numbers = day_numbers(day)
    fitting = {number for number in kept if number is not None and number in numbers}
    fresh = (number for number in _free(numbers) if number not in fitting)
    try:
        return [number if number in fitting else next(fresh) for number in kept]
    except StopIteration:
        raise DayFull(f"{day or '日期未知'}：一天最多存 {len(numbers)} 篇") from None


def _free(numbers: range) -> Iterator[int]:
    """Unused numbers of a day: those below the lowest in use, then the holes."""
    used = Article.objects.filter(number__range=(numbers[0], numbers[-1]))
    lowest = used.aggregate(number=Min("number", default=numbers.stop))["number"]
    yield from reversed(range(numbers.start, lowest))
    taken = set(used.values_list("number", flat=True))
    yield from (number for number in reversed(range(lowest, numbers.stop)) if number not in taken)


def put_in_order(day: datetime.date | None) -> dict[int, int]:
    """Renumbers the articles of a day that stand out of printed order; returns old → new number, empty if none did."""
    columns = ("id", "number", "position", "page__publication", "page__number", "page__key")
    rows = list(Article.objects.filter(page__date=day).values_list(*columns))
    rows.sort(key=lambda row: (print_order(Place(*row[3:])), row[2]))
    numbers = sorted((row[1] for row in rows), reverse=True)
    changes = {row[1]: number for row, number in zip(rows, numbers, strict=True) if row[1] != number}
    ids = {row[1]: row[0] for row in rows}
    for offset, moves in ((ASIDE, {old: old for old in changes}), (0, changes)):
        for old, number in moves.items():
            Article.objects.filter(id=ids[old]).update(number=number + offset)
    return changes
