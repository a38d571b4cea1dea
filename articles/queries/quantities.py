"""Numbers that articles quote: of a unit, between bounds, of a column, a place, a year."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Count, Prefetch, QuerySet

from articles.keys import column_key
from articles.queries.pages import HEAVY

# Each is walked in an index, of a unit or of all.
ORDERS = {
    "greatest": ("-value", "-id"),
    "least": ("value", "id"),
    "newest": ("-date", "-value", "-id"),
    "oldest": ("date", "value", "id"),
}
BY_DATE = ("newest", "oldest")


class QuantityQuerySet(QuerySet):
    """Quoted numbers; `for_lists` fetches their articles with them."""

    def of_unit(self, unit: str) -> "QuantityQuerySet":
        return self.filter(unit=unit)

    def between(self, low: Decimal | None, high: Decimal | None, above: bool, below: bool) -> "QuantityQuerySet":
        """With a value in these bounds (None: open), the bounds themselves but for above and below."""
        found = self
        if low is not None:
            found = found.filter(**{"value__gt" if above else "value__gte": float(low)})
        if high is not None:
            found = found.filter(**{"value__lt" if below else "value__lte": float(high)})
        return found

    def changing(self, change: str) -> "QuantityQuerySet":
        """Rates of 增长 or of 下降."""
        return self.filter(change=change)

    def in_column(self, name: str) -> "QuantityQuerySet":
        return self.filter(column_key=column_key(name))

    def from_place(self, name: str) -> "QuantityQuerySet":
        return self.filter(place=name)

    def in_year(self, year: int) -> "QuantityQuerySet":
        return self.filter(date__range=(datetime.date(year, 1, 1), datetime.date(year, 12, 31)))

    def in_order(self, order: str) -> "QuantityQuerySet":
        """In one of the ORDERS; by date without those of no known day, which databases sort first or last."""
        rows = self.filter(date__isnull=False) if order in BY_DATE else self
        return rows.order_by(*ORDERS[order])

    def for_lists(self) -> "QuantityQuerySet":
        articles = self.model._meta.get_field("article").related_model._default_manager.for_titles()
        return self.prefetch_related(
            Prefetch("article", articles.select_related("page").defer(*(f"page__{name}" for name in HEAVY)))
        )

    def for_page(self, articles: Iterable[Any]) -> "QuantityQuerySet":
        """What the page that shows these articles says of their numbers, without their sentences, which stand there."""
        return self.filter(article__in=articles).defer("sentence")

    def units(self) -> list[dict]:
        """{unit, quantities} of every unit, the most quoted first."""
        from_index = self.order_by().values("unit")
        return list(from_index.annotate(quantities=Count("id")).order_by("-quantities", "unit"))
