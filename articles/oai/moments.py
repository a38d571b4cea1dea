"""Moments as the protocol writes them: UTC, to the second; a harvester may ask by the day too."""

from datetime import UTC, datetime, timedelta

from articles.oai.errors import Refused

GRANULARITY = "YYYY-MM-DDThh:mm:ssZ"
DAY_LENGTH = len("YYYY-MM-DD")


def shown(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def window(first: str, last: str) -> tuple[datetime | None, datetime | None]:
    """(from, end) of the arguments from and until, "" for one not given: changes of from ≤ t < end are asked.

    Raises Refused for a day that is none, for different granularities, and where until precedes from.
    """
    start, end = _moment("from", first), _moment("until", last)
    if start and end and len(first) != len(last):
        raise Refused(("badArgument", "from 与 until 的粒度不同"))
    if start and end and start > end:
        raise Refused(("badArgument", "until 早于 from"))
    return start, end and _next(end, last)


def _moment(name: str, text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None
    except ValueError:
        raise Refused(("badArgument", f"{name} 没有这一天或这一刻")) from None


def _next(moment: datetime, text: str) -> datetime | None:
    """The end of the day or second that the argument names, which it includes; None at the end of all days."""
    try:
        return moment + (timedelta(days=1) if len(text) == DAY_LENGTH else timedelta(seconds=1))
    except OverflowError:
        return None
