"""People, columns and places as objects."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse

from articles.models import Person
from articles.search.numbering import day_of

Record = dict[str, Any]


def brief_person(person: Person, site: str = "") -> Record:
    """Whom bylines name, and how many articles they sign."""
    return {
        "key": person.key,
        "url": site + person.get_absolute_url(),
        "name": person.name,
        "note": person.note or None,
        "pinyin": person.pinyin or None,
        "articles": person.articles,
        "latest": person.latest and person.latest.isoformat(),
    }


def of_person(person: Person, roles: Iterable[Mapping[str, Any]], site: str = "") -> Record:
    """A person with the articles of each year ("undated" for pages without a date) and the roles signed in."""
    years = {year or "undated": count for year, count in person.years.items()}
    told = [{**role, "role": role["role"] or None, "action": role["action"] or None} for role in roles]
    return brief_person(person, site) | {"years": years, "roles": told}


def of_column(row: Mapping[str, Any], site: str = "") -> Record:
    """A row of `columns()`."""
    return _gathered(row, "column", site)


def of_place(row: Mapping[str, Any], site: str = "") -> Record:
    """A row of `places()`."""
    return _gathered(row, "place", site)


def _gathered(row: Mapping[str, Any], kind: str, site: str) -> Record:
    first, last = (row[end] and day_of(row[end]) for end in ("oldest", "newest"))
    return {
        "key": row[kind],
        "url": site + reverse(kind, args=[row[kind]]),
        "name": row[kind],
        "articles": row["articles"],
        "first": first and first.isoformat(),
        "last": last and last.isoformat(),
    }
