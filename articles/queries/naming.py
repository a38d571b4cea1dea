"""What was reported from a place, and what names it: datelines stand in the rows, named places in the index."""

from collections.abc import Iterable

from django.db import connections
from django.db.models import QuerySet

from articles.search.conditions import Condition, Selection
from articles.search.engines import engine_of
from articles.search.tokens import field_token
from articles.search.vocabulary import counted

NAMED = "named"


def places_named(using: str) -> dict[str, int]:
    """{place of the gazetteer: how many articles name it in their text}."""
    return counted(NAMED, using)


class Reports:
    """The numbers of the articles with a place's dateline, then of those whose text names it, newest first in each.

    A sequence to paginate: its length costs two counts, a slice two short walks of an index.
    """

    def __init__(self, articles: QuerySet, called: str, names: Iterable[str]) -> None:
        self.own = articles.filter(place__in=list(names))
        self.using, self.token = articles.db, field_token(NAMED, called)
        self.datelines = self.own.count()
        self.naming = self._asked("counted", 10**6)[0]

    def __len__(self) -> int:
        return self.datelines + self.naming

    def __getitem__(self, part: slice) -> list[int]:
        """Numbers from `part.start` up to `part.stop`."""
        own = list(self.own.order_by("-number").values_list("number", flat=True)[part])
        start, wanted = max(part.start - self.datelines, 0), part.stop - part.start - len(own)
        return own + (self._asked("page", "DESC", wanted, start) if wanted > 0 else [])

    def _asked(self, what: str, *options: int | str) -> list[int]:
        engine = engine_of(self.using)
        selection = Selection(engine.matched([engine.all_of([self.token])]), Condition(""))
        statement = getattr(engine, what)(selection, *options)
        with connections[self.using].cursor() as cursor:
            cursor.execute(statement.sql, statement.params)
            return [number for (number,) in cursor.fetchall()]
