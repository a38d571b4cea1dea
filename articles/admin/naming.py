"""Deciding about names: shows what a decision concerns, asks why, writes it to the journal and says what came of it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles import loader
from articles.admin.correcting import WITHDRAW, ReadOnly
from articles.admin.namingforms import ReasonForm
from articles.admin.parties import Party
from articles.corrections.naming import MERGE
from articles.corrections.printed import Refused

MERGE_PERMISSION = "articles.merge"
MATCHES = 20


class Match(NamedTuple):
    """A person or column to merge with: the value that the address takes, the name, how many articles."""

    value: str
    name: str
    articles: int


class NamingAdmin(ReadOnly):
    """People or columns: a list, and the pages on which they are merged, split and renamed."""

    before_name = ""  # a word that tells what the name is of
    asks_for = ""  # what may be typed to find one

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("articles.view_person") or request.user.has_perm(MERGE_PERMISSION)

    def may_decide(self, request: HttpRequest) -> bool:
        return request.user.has_perm(MERGE_PERMISSION)

    def route(self, pattern: str, view: Callable, name: str) -> Any:
        """An address of the admin that the chief editor alone may ask for."""

        def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if not self.may_decide(request):
                raise PermissionDenied
            return view(request, **kwargs)

        return path(pattern, self.admin_site.admin_view(guarded), name=self.named(name))

    def named(self, name: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"

    def to(self, name: str, *args: Any) -> str:
        """The address of one of this admin's pages."""
        return reverse(f"admin:{self.named(name)}", args=args)

    def show(self, request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
        """A page of the admin."""
        context |= {**self.admin_site.each_context(request), "title": title, "opts": self.opts}
        context |= {"may_decide": self.may_decide(request), "may_withdraw": request.user.has_perm(WITHDRAW)}
        return TemplateResponse(request, f"admin/articles/{template}.html", context)

    def choose(self, request: HttpRequest, name: str, like: Callable[[str], list[Match]], **context: Any) -> Any:
        """Asks what the one of this name is the same as; like finds those that the typed text may mean."""
        typed = request.GET.get("q", "").strip()
        context |= {"typed": typed, "matches": like(typed) if typed else []}
        return self.show(request, "choose", f"合并{self.before_name}{name}", asks_for=self.asks_for, **context)

    def merge(
        self, request: HttpRequest, address: str, parties: tuple[Party, Party], new: str, home: str, **context: Any
    ) -> HttpResponse:
        """Shows both, asks why, merges the first (at this address of the journal) into the second, `new` there."""
        (one, into), form = parties, ReasonForm(request.POST or None)
        if form.is_valid() and self.decide(request, address, MERGE, new, form):
            message = f"{self.before_name}“{one.name}”已并入“{into.name}”，站点和检索已随之更新。"
            return self.done(request, message, home)
        title = f"把{self.before_name}{one.name}并入{into.name}"
        return self.show(request, "merge", title, parties=parties, form=form, **context)

    def decide(self, request: HttpRequest, address: str, field: str, new: str, form: forms.Form) -> bool:
        """Writes the decision; where it is refused, the form says why."""
        try:
            loader.decide(address, field, new, form.cleaned_data["reason"], request.user.get_username())
        except Refused as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
            return False
        return True

    def done(self, request: HttpRequest, message: str, address: str) -> HttpResponse:
        self.message_user(request, message, messages.SUCCESS)
        return HttpResponseRedirect(address)
