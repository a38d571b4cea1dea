"""The review queue as editors walk through it: narrowed, from one to the next, and back to the list."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from articles.corrections.printed import DOUBTS
from articles.keys import column_key
from articles.models import Article, Page, Review

LIST, UNKNOWN = "admin:articles_review_changelist", "-"
KINDS = {"article": "文章", "page": "版面"}


def day(text: str) -> datetime.date | None:
    """The day that is written so: 2024-01-09; None for what is none."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _within(rows: QuerySet, end: str, text: str) -> QuerySet:
    return rows.filter(**{f"date__{end}": found}) if (found := day(text)) else rows


NARROWINGS: dict[str, Callable[[QuerySet, str], QuerySet]] = {
    "of": lambda rows, kind: rows.filter(article__isnull=kind == "page") if kind in KINDS else rows,
    "paper": lambda rows, name: rows.filter(publication="" if name == UNKNOWN else name),
    "column": lambda rows, name: rows.filter(column_key=column_key(name)),
    "since": lambda rows, text: _within(rows, "gte", text),
    "until": lambda rows, text: _within(rows, "lte", text),
}
NAMES = ("code", *NARROWINGS)


def narrowed(params: Mapping[str, str]) -> QuerySet:
    """The queue under the filters of a list's address; a day that is none narrows nothing."""
    code = params.get("code", "")
    rows = Review.objects.about(code if code in DOUBTS else "")
    for name, narrow in NARROWINGS.items():
        if value := params.get(name, "").strip():
            rows = narrow(rows, value)
    return rows.worst_first()


def kept(params: Mapping[str, str]) -> str:
    """The filters alone, as they go along from one to the next."""
    return urlencode({name: params[name] for name in NAMES if params.get(name)})


@dataclass
class Queue:
    """The queue in which an article or page is looked at; filters as kept() writes them."""

    filters: str
    position: int
    page: int
    place: tuple[float, int, int] | None = None

    @classmethod
    def at(cls, target: Article | Page, filters: str) -> "Queue":
        """The queue with the target's place in it as it is now: read it before the target is written anew."""
        page, position = (target.page_id, target.position) if isinstance(target, Article) else (target.pk, 0)
        queue = cls(kept(QueryDict(filters)), position, page)
        row = queue.rows.filter(page=page, position=position).first()
        queue.place = (row.confidence, row.page_id, row.position) if row else None
        return queue

    @property
    def rows(self) -> QuerySet:
        return narrowed(QueryDict(self.filters))

    @property
    def waiting(self) -> int:
        return self.rows.counted()

    @property
    def most(self) -> int:
        return Review.MOST

    @property
    def address(self) -> str:
        """The list, under the filters."""
        return f"{reverse(LIST)}?{self.filters}" if self.filters else reverse(LIST)

    @property
    def following(self) -> str:
        """The address of what comes next, from the top again after the last; "" where nothing else waits."""
        others = self.rows.exclude(page=self.page, position=self.position)
        row = (others.after(*self.place).first() if self.place else None) or others.first()
        return address_of(row, self.filters) if row else ""


def address_of(row: Review, filters: str, anchor: str = "") -> str:
    """The correcting page of what a row of the queue is about, with the filters of the queue."""
    kind, key = ("article", row.article_id) if row.article_id else ("page", row.page_id)
    page = reverse(f"admin:articles_{kind}_change", args=[key])
    return f"{page}?{urlencode({'queue': filters})}{anchor}"
