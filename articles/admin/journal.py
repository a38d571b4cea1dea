"""The journal of corrections: a list to read, and the page that withdraws an entry."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from articles import loader
from articles.admin import desk, journalfiles
from articles.admin.correcting import WITHDRAW, ReadOnly
from articles.admin.journalfiles import IMPORT
from articles.admin.journalfilters import DateFilter, EditorFilter, FieldFilter, JournalPaperFilter
from articles.corrections import current_values, targets
from articles.corrections.printed import label
from articles.display.doubts import reading_words
from articles.models import Article, Correction, Page
from articles.readers import BadTable


class Entries(ChangeList):
    """The journal's list; what its entries speak of is asked for once, not for each."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        homes = targets.homes(self.result_list)
        for entry in self.result_list:
            entry.home = homes.get(entry)


@admin.register(Correction)
class CorrectionAdmin(ReadOnly):
    change_form_template = "admin/articles/entry.html"
    change_list_template = "admin/articles/journal.html"
    list_display = ("created", "editor", "place", "field_label", "old", "new_words", "kind_word", "reason", "state")
    list_display_links = ("created",)
    list_filter = ("state", "kind", FieldFilter, EditorFilter, JournalPaperFilter, DateFilter)
    search_fields = ("target", "page", "old", "new", "reason", "editor")
    search_help_text = "按标识、原值、新值、理由或编辑查找"
    ordering = ("-created", "id")
    sortable_by = ("created",)
    fields = (
        "place",
        "field_label",
        "old",
        "new_words",
        "kind",
        "reason",
        "editor",
        "created",
        "state",
        "present",
        "withdrawn_by",
        "withdrawn",
    )

    def get_urls(self) -> list:
        withdraw = self.admin_site.admin_view(self.withdraw_view)
        return [
            path("<uuid:key>/withdraw/", withdraw, name="articles_correction_withdraw"),
            *journalfiles.urls(self),
            *super().get_urls(),
        ]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Entries

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        context = {"title": "更正记录", "may_import": request.user.has_perm(IMPORT)}
        return super().changelist_view(request, context | (extra_context or {}))

    def render_change_form(self, request: HttpRequest, context: dict, **kwargs: Any) -> HttpResponse:
        context["may_withdraw"] = request.user.has_perm(WITHDRAW) and kwargs["obj"].withdrawn is None
        return super().render_change_form(request, context, **kwargs)

    def withdraw_view(self, request: HttpRequest, key: Any) -> HttpResponse:
        """Asks, then withdraws: the print, or the entry before, is shown again."""
        if not request.user.has_perm(WITHDRAW):
            raise PermissionDenied
        entry = get_object_or_404(Correction, pk=key)
        if request.method == "POST":
            return self._withdraw(request, entry)
        context = {**self.admin_site.each_context(request), "entry": entry, "field": label(entry.field)}
        context |= {"title": "撤回更正", "opts": self.opts, "new": self.new_words(entry), "place": self.place(entry)}
        return TemplateResponse(request, "admin/articles/withdraw.html", context)

    def _withdraw(self, request: HttpRequest, entry: Correction) -> HttpResponse:
        try:
            loader.withdraw(entry, request.user.get_username())
        except BadTable as error:
            self.message_user(request, error.message, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        self.log_change(request, entry, "撤回更正")
        self.message_user(request, f"已撤回对{label(entry.field)}的更正。", messages.SUCCESS)
        address, _ = desk.place(entry, self._home(entry))
        return HttpResponseRedirect(address or reverse("admin:articles_correction_changelist"))

    @admin.display(description="对象")
    def place(self, entry: Correction) -> str:
        address, title = desk.place(entry, self._home(entry))
        return format_html('<a href="{}">{}</a>', address, title) if address else title

    @admin.display(description="字段")
    def field_label(self, entry: Correction) -> str:
        return label(entry.field)

    @admin.display(description="新值")
    def new_words(self, entry: Correction) -> str:
        """What the field is to say; of a doubt that was looked at, what it was rightly read as."""
        return reading_words(entry.new) if entry.kind == Correction.Kind.CHECKED else entry.new

    @admin.display(description="性质", ordering="kind")
    def kind_word(self, entry: Correction) -> str:
        """档案误读 for 档案误读（改读法）: a list is narrow."""
        return entry.get_kind_display().partition("（")[0]

    @admin.display(description="现值")
    def present(self, entry: Correction) -> str:
        """What is shown now: where an entry could not be applied, what stands in its way."""
        home = self._home(entry)
        return current_values(home).get(entry.field, "") if home else ""

    def _home(self, entry: Correction) -> Article | Page | None:
        """Of an entry in a list it is known already."""
        return entry.home if hasattr(entry, "home") else targets.homes([entry]).get(entry)
