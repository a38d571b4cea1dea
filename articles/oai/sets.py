"""Sets: the papers and the columns. paper:… and column:…, the name in Base64 (RFC 4648 §5), for setSpecs are ASCII."""

import base64
import binascii
from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import QuerySet

PAPER, COLUMN = "paper", "column"
NAMES = {PAPER: "报纸", COLUMN: "栏目"}


class Set(NamedTuple):
    """A paper or a column by its name; all papers, all columns where the name is empty."""

    kind: str
    name: str = ""

    @property
    def spec(self) -> str:
        """As the protocol writes it.

        >>> Set("paper", "江州日报").spec
        'paper:5rGf5bee5pel5oql'
        """
        encoded = base64.urlsafe_b64encode(self.name.encode(errors="replace")).decode().rstrip("=")
        return f"{self.kind}:{encoded}" if self.name else self.kind


def parse(spec: str) -> Set | None:
    """The set that a lawful setSpec means; None for one that this archive never makes."""
    kind, _, encoded = spec.partition(":")
    try:
        name = base64.b64decode(encoded + "=" * (-len(encoded) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
    found = Set(kind, name)
    return found if kind in NAMES and found.spec == spec and "\0" not in name else None


def sets_of(publication: str, column_key: str) -> list[Set]:
    """Those that an article of this paper and column belongs to."""
    return [one for one in (Set(PAPER, publication), Set(COLUMN, column_key)) if one.name]


def members(rows: QuerySet, chosen: Set | None, paper: str) -> QuerySet:
    """The rows of a set; paper: the name of the column that holds the paper's name."""
    if chosen is None:
        return rows
    column = paper if chosen.kind == PAPER else "column_key"
    return rows.filter(**({column: chosen.name} if chosen.name else {f"{column}__gt": ""}))


def listed(pages: QuerySet, articles: QuerySet) -> Iterator[tuple[Set, str]]:
    """(set, name to show) of all, the larger ones before those in them."""
    yield Set(PAPER), NAMES[PAPER]
    for publication in pages.publications():
        yield Set(PAPER, publication), publication
    yield Set(COLUMN), NAMES[COLUMN]
    for row in sorted(articles.columns(), key=lambda row: row["column_key"]):
        yield Set(COLUMN, row["column_key"]), row["column"]
