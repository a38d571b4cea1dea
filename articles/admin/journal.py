"""The journal of corrections: a list to read, and the page that withdraws an entry."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from articles import loader
from articles.admin import desk
from articles.admin.correcting import WITHDRAW, ReadOnly
from articles.corrections.printed import label
from articles.models import Correction
from articles.readers import BadTable


@admin.register(Correction)
class CorrectionAdmin(ReadOnly):
    change_form_template = "admin/articles/entry.html"
    list_display = ("created", "place", "field_label", "old", "new", "kind", "reason", "editor", "state")
    list_display_links = ("created",)
    list_filter = ("state", "kind", "created")
    search_fields = ("target", "page", "old", "new", "reason", "editor")
    date_hierarchy = "created"
    ordering = ("-created", "id")
    fields = (
        "place",
        "field_label",
        "old",
        "new",
        "kind",
        "reason",
        "editor",
        "created",
        "state",
        "withdrawn_by",
        "withdrawn",
    )

    def get_urls(self) -> list:
        withdraw = self.admin_site.admin_view(self.withdraw_view)
        return [path("<uuid:key>/withdraw/", withdraw, name="articles_correction_withdraw"), *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: dict, **kwargs: Any) -> HttpResponse:
        context["may_withdraw"] = request.user.has_perm(WITHDRAW) and kwargs["obj"].withdrawn is None
        return super().render_change_form(request, context, **kwargs)

    def withdraw_view(self, request: HttpRequest, key: Any) -> HttpResponse:
        """Asks, then withdraws: the print, or the entry before, is shown again."""
        if not request.user.has_perm(WITHDRAW):
            raise PermissionDenied
        entry = get_object_or_404(self.get_queryset(request), pk=key)
        if request.method == "POST":
            return self._withdraw(request, entry)
        context = {**self.admin_site.each_context(request), "entry": entry, "field": label(entry.field)}
        context |= {"title": "撤回更正", "opts": self.opts}
        return TemplateResponse(request, "admin/articles/withdraw.html", context)

    def _withdraw(self, request: HttpRequest, entry: Correction) -> HttpResponse:
        try:
            loader.withdraw(entry, request.user.get_username())
        except BadTable as error:
            self.message_user(request, error.message, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        self.log_change(request, entry, "撤回更正")
        self.message_user(request, f"已撤回对{label(entry.field)}的更正。", messages.SUCCESS)
        return HttpResponseRedirect(desk.place(entry)[0] or reverse("admin:articles_correction_changelist"))

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return desk.with_places(super().get_queryset(request))

    @admin.display(description="对象")
    def place(self, entry: Correction) -> str:
        address, title = desk.place(entry)
        return format_html('<a href="{}">{}</a>', address, title) if address else title

    @admin.display(description="字段")
    def field_label(self, entry: Correction) -> str:
        return label(entry.field)
