"""Columns: a list with those that may be one, and the pages that merge and rename them."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import urlencode

from articles.admin.naming import MATCHES, Match, NamingAdmin
from articles.admin.namingforms import LabelForm, OtherForm
from articles.admin.parties import Party, history, of_column
from articles.admin.suspects import labels
from articles.corrections.naming import COLUMN, DISTINCT, RENAME
from articles.keys import column_key
from articles.models import Article, Column

LISTED = 200


@admin.register(Column)
class ColumnAdmin(NamingAdmin):
    """There is no row for a column: it is what its articles are listed under, known by its label without blanks."""

    before_name = "栏目"
    asks_for = "栏目名或其中几个字"

    def get_urls(self) -> list:
        return [
            self.route("of/", self.column_view, "of"),
            self.route("merge/", self.merge_view, "merge"),
            self.route("rename/", self.rename_view, "rename"),
            self.route("distinct/", self.distinct_view, "distinct"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """The labels that may be one column's, then all."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        typed = request.GET.get("q", "").strip()
        rows = _like(typed)
        suspects, more = labels() if self.may_decide(request) and not typed else ([], 0)
        context = {"rows": rows[:LISTED], "beyond": max(len(rows) - LISTED, 0), "typed": typed}
        return self.show(request, "columns", "栏目", suspects=suspects, more=more, **context)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        """The column of an article (id)."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return self._shown(request, get_object_or_404(Article.objects.exclude(column=""), pk=object_id).column_key)

    def column_view(self, request: HttpRequest) -> HttpResponse:
        """One column with what was decided about it."""
        return self._shown(request, _asked(request)[0])

    def _shown(self, request: HttpRequest, key: str) -> HttpResponse:
        party = of_column(key)
        return self.show(request, "column", party.name, key=key, party=party, history=history(COLUMN + key))

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """Asks which it is the same as, shows both, merges."""
        key, party = _asked(request)
        other = column_key(request.GET.get("with", ""))
        if not other or other == key or not Article.objects.in_column(other).exists():
            return self.choose(request, party.name, lambda typed: _matches(key, typed), key=key)
        into = of_column(other)
        back = f"{self.to('merge')}?{urlencode({'column': other, 'with': key})}"
        context = {"both": 0, "total": party.articles + into.articles, "back": back}
        return self.merge(request, COLUMN + key, (party, into), into.name, self._home(other), **context)

    def rename_view(self, request: HttpRequest) -> HttpResponse:
        """Asks what the column is called, renames."""
        key, party = _asked(request)
        form = LabelForm(request.POST or None, initial={"name": party.name})
        if form.is_valid() and self.decide(request, COLUMN + key, RENAME, form.new, form):
            message = f"栏目“{party.name}”改作“{form.new}”，旧地址转到新地址。"
            return self.done(request, message, self._home(column_key(form.new)))
        return self.show(request, "rename", f"改名：栏目{party.name}", key=key, party=party, form=form)

    def distinct_view(self, request: HttpRequest) -> HttpResponse:
        """Two that are not one: they are not proposed again."""
        key, party = _asked(request)
        form = OtherForm(request.POST or None)
        if form.is_valid() and self.decide(request, COLUMN + key, DISTINCT, form.cleaned_data["other"], form):
            message = f"已记下：“{party.name}”与“{form.cleaned_data['other']}”不是一个栏目。"
            return self.done(request, message, self.to("changelist"))
        return self.show(request, "say", f"栏目{party.name}不是另一个", party=party, form=form)

    def _home(self, key: str) -> str:
        return f"{self.to('of')}?{urlencode({'column': key})}"


def _asked(request: HttpRequest) -> tuple[str, Party]:
    """The column that the address names; 404 where there is none."""
    key = column_key(request.GET.get("column", ""))
    if not key or not Article.objects.in_column(key).exists():
        raise Http404
    return key, of_column(key)


def _like(typed: str) -> list[dict]:
    """The columns whose label holds the text, all for none."""
    wanted = column_key(typed)
    return [row for row in Article.objects.columns() if wanted in row["column_key"]]


def _matches(key: str, typed: str) -> list[Match]:
    others = [row for row in _like(typed) if row["column_key"] != key][:MATCHES]
    return [Match(row["column_key"], row["column"], row["articles"]) for row in others]
