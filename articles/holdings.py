"""What the archive holds, in numbers: counted at the end of every load, so that no page of the site has to."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from articles.models import Article, Byline, Correction, Figure, Load, Page, Person, Quantity

# So many of the busiest people, and of the fullest columns and places, are told.
PEOPLE, COLUMNS, PLACES = 24, 12, 16
DAYS = ("first", "last")


class PaperYear(NamedTuple):
    """A year of one paper ("": pages without a name): dated pages and issues held, and between which days."""

    publication: str
    year: int
    pages: int
    issues: int
    first: datetime.date
    last: datetime.date


@dataclass(frozen=True)
class Holdings:
    """The archive in numbers; papers without a name are not counted, undated pages are in no year."""

    pages: int
    papers: int
    first: datetime.date | None
    last: datetime.date | None
    articles: int
    characters: int
    doubts: int
    people: int
    photos: int
    corrections: int
    years: list[PaperYear]  # by paper and year
    busiest: list[dict[str, Any]]  # {key, name, articles, role}; the name with what tells namesakes apart
    columns: list[str]
    places: list[str]

    @property
    def span(self) -> range:
        """The years from the first page to the last: the scale that small charts share; empty without dated pages."""
        return range(self.first.year, self.last.year + 1) if self.first and self.last else range(0)

    @property
    def papers_dated(self) -> list[dict]:
        """{publication, first, last} of every paper with a dated page, by name."""
        rows: dict[str, list[PaperYear]] = defaultdict(list)
        for row in self.years:
            rows[row.publication].append(row)
        return [{"publication": name, "first": own[0].first, "last": own[-1].last} for name, own in rows.items()]


def gather() -> dict[str, list[dict]]:
    """{columns, places, units} of the whole archive, the fullest first, as their querysets list them."""
    lists = {"columns": Article.objects.columns(), "places": Article.objects.places()}
    return lists | {"units": Quantity.objects.units()}


def gathered(name: str) -> list[dict]:
    """The columns, places or units as the newest load left them; counted now where it told nothing of them."""
    lists = _stored("gathered") or {}
    return lists[name] if name in lists else gather()[name]


def _stored(field: str) -> dict[str, Any] | None:
    return Load.objects.values_list(field, flat=True).first()


class Month(NamedTuple):
    """A month ("2024-01") of which a page is held: dated pages, and characters of their articles' text."""

    month: str
    pages: int
    characters: int


def months_held() -> list[Month]:
    """Every month with a page, in order, as the newest load left them; counted now where it told nothing."""
    stored = _stored("months")
    return count_months() if stored is None else [Month(*row) for row in stored]


def count_months() -> list[Month]:
    """The months as they stand now, fit to be stored."""
    pages: Counter[str] = Counter()
    for row in Page.objects.days_counted().exclude(date=None):
        pages[f"{row['date']:%Y-%m}"] += row["pages"]
    characters = dict(Article.objects.months_held())
    return [Month(month, count, characters.get(month, 0)) for month, count in sorted(pages.items())]


def held() -> Holdings:
    """As the newest load left them; counted now where it told nothing."""
    return _of(_stored("holdings") or count(gather()))


def count(lists: Mapping[str, Sequence[dict]]) -> dict[str, Any]:
    """The fields of Holdings as they stand now, fit to be stored; lists: the columns and places, as gathered."""
    people = list(Person.objects.busiest()[:PEOPLE])
    corrections = Correction.objects.in_force().corrections()
    counts = {"people": Person.objects.with_counts().count(), "photos": Figure.objects.count()}
    return {
        **_written(Page.objects.totals()),
        **Article.objects.totals(),
        **counts,
        "corrections": corrections.count(),
        "years": [[*row[:4], *map(_day, row[4:])] for row in Page.objects.by_year()],
        "busiest": _described(people),
        "columns": [row["column"] for row in lists["columns"][:COLUMNS]],
        "places": [row["place"] for row in lists["places"][:PLACES]],
    }


def _described(people: Iterable[Person]) -> list[dict[str, Any]]:
    """One who signed once is told by the role, the others by their count."""
    people = list(people)
    roles = Byline.objects.usual_roles(person for person in people if person.articles == 1)
    return [
        {"key": one.key, "name": str(one), "articles": one.articles, "role": roles.get(one.pk, "")} for one in people
    ]


def _of(stored: Mapping[str, Any]) -> Holdings:
    days = {name: stored[name] and datetime.date.fromisoformat(stored[name]) for name in DAYS}
    years = [PaperYear(*row[:4], *map(datetime.date.fromisoformat, row[4:])) for row in stored["years"]]
    return Holdings(**{**stored, **days, "years": years})


def _written(totals: Mapping[str, Any]) -> dict[str, Any]:
    return {**totals, **{name: _day(totals[name]) for name in DAYS}}


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
