"""Filters of the lists: how sure the reader was, whether an editor has been there, which stories have loose ends."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin import waiting
from articles.corrections.printed import DOUBTS
from articles.models import Page


class DoubtFilter(admin.SimpleListFilter):
    """Articles by how sure the reader was."""

    title, parameter_name = "把握", "confidence"
    BOUNDS = {"low": ("低于 0.5", 0.0, 0.5), "middle": ("0.5 至 0.9", 0.5, 0.9), "high": ("0.9 以上", 0.9, 1.01)}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(key, words) for key, (words, _, _) in self.BOUNDS.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() not in self.BOUNDS:
            return queryset
        _, low, high = self.BOUNDS[self.value()]
        return queryset.filter(confidence__gte=low, confidence__lt=high)


class CorrectedFilter(admin.SimpleListFilter):
    """Articles that differ from the print."""

    title, parameter_name = "更正", "corrected"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "有更正"), ("no", "没有更正")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() not in ("yes", "no"):
            return queryset
        return queryset.exclude(corrected=[]) if self.value() == "yes" else queryset.filter(corrected=[])


class ContinuationFilter(admin.SimpleListFilter):
    """Parts of stories on several pages, by whether the other end is known."""

    title, parameter_name = "接转", "turn"
    ENDS = {"linked": "已接", "lacking_before": "上接未接", "lacking_after": "下转未接"}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(self.ENDS.items())

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return getattr(queryset, self.value())() if self.value() in self.ENDS else queryset


class PaperFilter(admin.SimpleListFilter):
    """Pages by their paper; those of no known paper too."""

    title, parameter_name = "报名", "paper"
    field = "publication"
    UNKNOWN = "-"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        names = Page.objects.order_by("publication").values_list("publication", flat=True).distinct()
        return [(name or self.UNKNOWN, name or "未知") for name in names]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        value = self.value()
        return queryset.filter(**{self.field: "" if value == self.UNKNOWN else value}) if value else queryset


class ArticlePaperFilter(PaperFilter):
    """Articles by the paper of their page."""

    field = "page__publication"


class QueueFilter(admin.SimpleListFilter):
    """Shows a filter of the review queue; waiting.narrowed() does the narrowing, here and on the way to the next."""

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset


class CodeFilter(QueueFilter):
    title, parameter_name = "存疑", "code"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(DOUBTS.items())


class KindFilter(QueueFilter):
    title, parameter_name = "对象", "of"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(waiting.KINDS.items())


class QueuePaperFilter(QueueFilter, PaperFilter):
    """The queue of one paper."""


class TypedFilter(admin.SimpleListFilter):
    """A filter that is typed: inputs as (name, label, type)."""

    template = "admin/articles/typed_filter.html"
    inputs: tuple[tuple[str, str, str], ...] = ()

    def __init__(self, request: HttpRequest, params: dict, model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        self.used_parameters |= {name: params.pop(name)[-1] for name in self.expected_parameters() if name in params}

    def expected_parameters(self) -> list[str]:
        return [name for name, _, _ in self.inputs]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("", "")]

    def choices(self, changelist: Any) -> Iterator[dict]:
        """The inputs with what was typed, and what else the address asks for."""
        typed = [(name, words, kind, self.used_parameters.get(name, "")) for name, words, kind in self.inputs]
        others = [
            (name, value)
            for name, values in changelist.filter_params.items()
            if name not in self.expected_parameters()
            for value in values
        ]
        without = changelist.get_query_string(remove=self.expected_parameters())
        yield {"inputs": typed, "others": others, "without": without, "is_used": any(self.used_parameters.values())}


class ColumnFilter(QueueFilter, TypedFilter):
    title, parameter_name = "栏目", "column"
    inputs = (("column", "栏目", "text"),)


class DayFilter(TypedFilter):
    """Pages between two days; a day that is none narrows nothing."""

    title, parameter_name = "日期", "since"
    inputs = (("since", "起", "date"), ("until", "止", "date"))
    field = "date"

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        for name, ends in (("since", "gte"), ("until", "lte")):
            if day := waiting.day(self.used_parameters.get(name, "")):
                queryset = queryset.filter(**{f"{self.field}__{ends}": day})
        return queryset


class ArticleDayFilter(DayFilter):
    """Articles by the day of their page."""

    field = "page__date"


class QueueDayFilter(QueueFilter, DayFilter):
    """The queue between two days."""
