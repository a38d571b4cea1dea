"""Filters of the journal's list; each is answered from an index or within one pass over the entries."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import Max, Min
from django.http import HttpRequest
from django.utils import timezone

from articles.corrections.printed import LABELS
from articles.models import Correction, Page

FIGURE_PARTS = ("caption", "credits")
MONTHS = range(1, 13)


class ChosenFilter(admin.SimpleListFilter):
    """A filter with more values than a column of links can hold."""

    template = "admin/articles/chosen_filter.html"

    def choices(self, changelist: Any) -> Iterator[dict]:
        """The values to choose from, and what else the address asks for."""
        params = changelist.filter_params.items()
        others = [(name, value) for name, values in params if name != self.parameter_name for value in values]
        yield {"name": self.parameter_name, "value": self.value(), "options": self.lookup_choices, "others": others}


class EditorFilter(ChosenFilter):
    """Who wrote the entry."""

    title, parameter_name = "编辑", "editor"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        names = Correction.objects.order_by("editor").values_list("editor", flat=True).distinct()
        return [(name, name) for name in names]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(editor=self.value()) if self.value() else queryset


class FieldFilter(admin.SimpleListFilter):
    """Which field; all pictures of an article together."""

    title, parameter_name = "字段", "field"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(LABELS.items())

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        value = self.value()
        if value in FIGURE_PARTS:
            return queryset.filter(field__startswith="figure.", field__endswith=f".{value}")
        return queryset.filter(field=value) if value else queryset


class JournalPaperFilter(ChosenFilter):
    """The paper that the entry is about."""

    title, parameter_name = "报名", "paper"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, name) for name in Page.objects.paper_names()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.of_paper(self.value()) if self.value() else queryset


class DateFilter(admin.SimpleListFilter):
    """The year of an entry, then its month: Django's own date hierarchy calls Python for every row."""

    title, parameter_name = "时间", "when"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        # One end a query: the index gives each at once, but not both together.
        first, last = (Correction.objects.aggregate(end=end("created"))["end"] for end in (Min, Max))
        if first is None:
            return []
        years = range(timezone.localtime(last).year, timezone.localtime(first).year - 1, -1)
        chosen = request.GET.get(self.parameter_name, "")[:4]
        return [choice for year in years for choice in self._choices(year, chosen == str(year))]

    def _choices(self, year: int, opened: bool) -> list[tuple[str, str]]:
        months = [(f"{year}-{month:02}", f"{year}年{month}月") for month in MONTHS] if opened else []
        return [(str(year), f"{year}年"), *months]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Entries of the period by the archive's clock; a period that is none has no entries."""
        if not self.value():
            return queryset
        try:
            year, month = (int(part) for part in f"{self.value()}-0".split("-")[:2])
            first = datetime.datetime(year, month or 1, 1)
            after = datetime.datetime(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
        except ValueError:
            return queryset.none()
        zone = timezone.get_current_timezone()
        return queryset.filter(created__gte=first.replace(tzinfo=zone), created__lt=after.replace(tzinfo=zone))
