"""Rows by their last change, as harvesters walk them: articles, and the tombstones of those that are gone."""

from datetime import UTC, datetime
from typing import NamedTuple

from django.db.models import Count, Min, QuerySet

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Place(NamedTuple):
    """Behind which row to go on: neither of the two moves while the row stays as it is."""

    changed: datetime
    id: int


def changed_within(rows: QuerySet, first: datetime | None, end: datetime | None) -> QuerySet:
    """Those that changed from the first moment on and before the end; None: no bound."""
    # The lower bound changes nothing where none is asked, but has the index of the changes walked.
    rows = rows.filter(changed__gte=first or EPOCH)
    return rows.filter(changed__lt=end) if end else rows


def following(rows: QuerySet, after: Place | None, limit: int) -> list:
    """So many rows in the order of change, those behind a place."""
    ordered = rows.order_by("changed", "id")
    if after is None:
        return list(ordered[:limit])
    # Two exact ranges of the index: a whole load may bear one moment.
    found = list(ordered.filter(changed=after.changed, id__gt=after.id)[:limit])
    return found + list(ordered.filter(changed__gt=after.changed)[: limit - len(found)])


def earliest(*tables: QuerySet) -> datetime | None:
    """The first moment of all, None where there is no row."""
    return min(filter(None, (rows.aggregate(first=Min("changed"))["first"] for rows in tables)), default=None)


def count(rows: QuerySet) -> int:
    return rows.order_by().aggregate(rows=Count("pk"))["rows"]
