"""Row numbers of articles: day × DAY_SIZE + n, so that days are ranges of the index, and the newest stand last."""

import datetime

DAY_SIZE = 4_096  # articles of one day, of all papers together
UNDATED = 364  # days up to this one are before any newspaper: all undated pages share their numbers


def numbers_of(first: datetime.date, last: datetime.date) -> range:
    """The numbers that articles of these days may have, both days included."""
    return range(first.toordinal() * DAY_SIZE, (last.toordinal() + 1) * DAY_SIZE)


def dated_numbers(first: datetime.date | None, last: datetime.date | None) -> range:
    """The numbers of articles of known days from the first to the last; None leaves that end open."""
    numbers = numbers_of(first or datetime.date.min, last or datetime.date.max)
    return range(max(numbers.start, undated_numbers().stop), numbers.stop)


def undated_numbers() -> range:
    """Those of articles whose day is not known: below all others."""
    return range((UNDATED + 1) * DAY_SIZE)


def day_of(number: int) -> datetime.date | None:
    """The day that a number belongs to, None for an undated article."""
    return None if number in undated_numbers() else datetime.date.fromordinal(number // DAY_SIZE)
