"""Holidays on which a paper does not appear, seen from its own pattern over the years."""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass

DAY = datetime.timedelta(days=1)
# So many years before and after a year tell of it: habits change.
REACH = 5
# So many days on both sides of a feast tell whether the archive has the paper of that time at all.
BESIDE = 7
# A year tells of a feast where so large a share of those days is held; and two years are the fewest that do.
SHARE, FEWEST = 0.5, 2
# A day of a feast is taken for one of rest where chance would leave it empty in all years less often than this.
CHANCE = 0.001
# Days from 20 January to the Chinese New Year in base 36, a sign a year from 1912 (Hong Kong Observatory).
FIRST_YEAR = 1912
NEW_YEARS = (
    "th6pe3mcvj8rg4od3lash6pf4mbuj7qg5od2l9sh7pe4nbtj8qg5od1kash7qe3mbti8rg5odvk9sh7qf3lbui8rg4nc2k9t"
    "i6pe3lbuj8rg5nc2l9sh6oe3mbuj8qf4nc2lash6pd3mcuj8qf4nd1k9sg6pe3mbui7qg4nd2k9sh6pe4lati7qg5nc1"
)


@dataclass(frozen=True)
class Feast:
    """A feast of so many days from an offset on; without month and day, that of the Chinese New Year."""

    name: str
    days: int
    month: int = 0
    day: int = 0
    offset: int = 0

    def begin(self, year: int) -> datetime.date | None:
        """The first of its days in a year; None where the calendar is not known."""
        if self.month:
            return datetime.date(year, self.month, self.day)
        place = year - FIRST_YEAR
        if not 0 <= place < len(NEW_YEARS):
            return None
        return datetime.date(year, 1, 20) + (int(NEW_YEARS[place], 36) + self.offset) * DAY


# The days of rest that there have been at any time; 春节 from its eve.
FEASTS = (
    Feast("元旦", 3, 1, 1),
    Feast("春节", 9, offset=-1),
    Feast("劳动节", 5, 5, 1),
    Feast("国庆节", 7, 10, 1),
)


def days_to_see(year: int, first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The days within a paper's span whose issues tell on which feasts of the year it rested."""
    return [
        begin + step * DAY
        for feast in FEASTS
        for begin in _begins(feast, year)
        for step in range(-BESIDE, feast.days + BESIDE)
        if first <= begin + step * DAY <= last
    ]


def feast_rests(
    held: Collection[datetime.date], weekdays: Collection[int], first: datetime.date, last: datetime.date, year: int
) -> dict[datetime.date, str]:
    """{day: feast} of the days of the year on which the paper rested, by its own pattern.

    held: its issues, those of days_to_see at least; weekdays: on which it rests anyhow; first and last its span.
    """
    due = {day for day in days_to_see(year, first, last) if day.weekday() not in weekdays}
    return {day: feast.name for feast in FEASTS for day in _rests(feast, year, due, set(held))}


def _begins(feast: Feast, year: int) -> list[datetime.date]:
    begins = (feast.begin(one) for one in range(max(year - REACH, 1), min(year + REACH, 9998) + 1))
    return [begin for begin in begins if begin]


def _rests(
    feast: Feast, year: int, due: Collection[datetime.date], held: Collection[datetime.date]
) -> Iterator[datetime.date]:
    telling, rate = _telling(feast, year, due, held)
    begin = feast.begin(year)
    for step in range(feast.days if begin else 0):
        days = [one + step * DAY for one in telling if one + step * DAY in due]
        is_empty = len(days) >= FEWEST and not any(day in held for day in days)
        if is_empty and (1 - rate) ** len(days) < CHANCE:
            yield begin + step * DAY


def _telling(
    feast: Feast, year: int, due: Collection[datetime.date], held: Collection[datetime.date]
) -> tuple[list[datetime.date], float]:
    """The feast in those years that tell of it, and how large a share of the days beside it is held in them."""
    telling, expected, found = [], 0, 0
    for begin in _begins(feast, year):
        beside = [day for day in _beside(feast, begin) if day in due]
        there = sum(day in held for day in beside)
        if beside and there >= len(beside) * SHARE:
            telling, expected, found = [*telling, begin], expected + len(beside), found + there
    return telling, found / expected if expected else 0.0


def _beside(feast: Feast, begin: datetime.date) -> list[datetime.date]:
    steps = [*range(-BESIDE, 0), *range(feast.days, feast.days + BESIDE)]
    return [begin + step * DAY for step in steps]
