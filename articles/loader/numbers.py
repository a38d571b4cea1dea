"""Row numbers of articles: day × 1024 + n, n falling in printed order, so that newest first is printed order too."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.models import Article
from articles.queries import print_order
from articles.search.documents import DAY_SIZE

# Days 0 to 364 are before any newspaper: all undated pages share their numbers.
UNDATED = 364
# Above every number of a real day: where rows stand while a day is put in order.
ASIDE = 2**48


class Place(NamedTuple):
    """What decides the order of a day's pages."""

    publication: str
    number: str
    key: str


def day_range(day: datetime.date | None) -> tuple[int, int]:
    """First and last number of a day (of all undated pages for None)."""
    if day is None:
        return 0, (UNDATED + 1) * DAY_SIZE - 1
    return day.toordinal() * DAY_SIZE, (day.toordinal() + 1) * DAY_SIZE - 1


def assign(kept: Sequence[int | None], day: datetime.date | None) -> list[int]:
    """A number of the day for each article: the one it had where that fits, else a free one, falling in order."""
    first, last = day_range(day)
    fitting = {number for number in kept if number is not None and first <= number <= last}
    fresh = (number for number in _free(first, last) if number not in fitting)
    return [number if number in fitting else next(fresh) for number in kept]


def _free(first: int, last: int) -> Iterator[int]:
    """Unused numbers from first to last: those below the lowest in use, then the holes."""
    used = Article.objects.filter(number__range=(first, last))
    lowest = used.order_by("number").values_list("number", flat=True).first()
    yield from range(last if lowest is None else lowest - 1, first - 1, -1)
    taken = set(used.values_list("number", flat=True))
    yield from (number for number in range(last, first - 1, -1) if number not in taken)


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
