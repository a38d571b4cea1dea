"""Facts of many pages corrected at once: only what is filled in changes, and each page has entries of its own."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import helpers
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles import loader
from articles.admin.forms import HELP, KINDS, REASON_LENGTH
from articles.corrections import Stale, values_of_pages
from articles.corrections.printed import PAGE_FIELDS, Refused, checked, label
from articles.models import Correction, Page
from articles.readers import BadTable

MOST = 200
RELOADED = "版面已重新装载，请从列表里重新选。"


class PagesForm(forms.Form):
    """What shall hold for all the pages; `seen` carries what each page said when the form was opened."""

    seen = forms.JSONField(widget=forms.HiddenInput, error_messages={"required": RELOADED, "invalid": RELOADED})
    kind = forms.ChoiceField(label="性质", choices=KINDS, widget=forms.RadioSelect, initial=Correction.Kind.MISREAD)
    reason = forms.CharField(
        label="理由",
        max_length=REASON_LENGTH,
        help_text="必填，例如：据报头",
        widget=forms.TextInput({"class": "vTextField"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in PAGE_FIELDS:
            widget = forms.TextInput({"class": "vTextField"})
            self.fields[name] = forms.CharField(
                label=label(name), required=False, help_text=HELP.get(name, ""), widget=widget
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in PAGE_FIELDS:
            try:
                cleaned[name] = checked(name, cleaned.get(name, ""))
            except Refused as error:
                self.add_error(name, error.message)
        if not any(cleaned.get(name) for name in PAGE_FIELDS):
            self.add_error(None, "没有填写要更正的项。")
        return cleaned

    def changes(self, page: Page, now: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        """{field: (value seen, new value)} of what is filled in and not what the page says now."""
        typed = {name: self.cleaned_data[name] for name in PAGE_FIELDS if self.cleaned_data[name]}
        return {name: (self._seen(page)[name], new) for name, new in typed.items() if new != now[name]}

    def _seen(self, page: Page) -> dict[str, str]:
        """What the page said when the form was opened; raises Refused where the form does not tell."""
        seen = self.cleaned_data["seen"]
        if not isinstance(seen, dict) or seen.get(page.key, {}).keys() != set(PAGE_FIELDS):
            raise Refused("", RELOADED)
        return seen[page.key]


Values = dict[str, dict[str, str]]


def correct_many(admin: Any, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
    """The page that asks, and what it does once it is sent; None goes back to the list."""
    pages = list(queryset.defer(None).order_by("date", "publication", "number", "key")[: MOST + 1])
    if len(pages) > MOST:
        admin.message_user(request, f"一次最多更正 {MOST} 版，请少选一些。", messages.ERROR)
        return None
    now = values_of_pages(pages)
    form = PagesForm(request.POST) if "_store" in request.POST else PagesForm(initial={"seen": now})
    if form.is_bound and form.is_valid() and _stored(admin, request, form, pages, now):
        return None
    context = {**admin.admin_site.each_context(request), "opts": admin.opts, "title": "更正所选版面", "form": form}
    context |= {"rows": [(page, now[page.key].values()) for page in pages], "names": map(label, PAGE_FIELDS)}
    context |= {"inputs": [form[name] for name in PAGE_FIELDS], "action_checkbox_name": helpers.ACTION_CHECKBOX_NAME}
    return TemplateResponse(request, "admin/articles/pages.html", context)


def _stored(admin: Any, request: HttpRequest, form: PagesForm, pages: Sequence[Page], now: Values) -> bool:
    """Whether all was stored; else the form says why, and the next try starts from what the pages say now."""
    kind, reason = form.cleaned_data["kind"], form.cleaned_data["reason"]
    try:
        changes = [(page, form.changes(page, now[page.key])) for page in pages]
        if told := list(_overtaken(changes, now)):
            return _ask_again(form, told, now)
        entries = loader.correct_all(changes, kind, reason, request.user.get_username())
    except (Refused, BadTable) as error:
        return _ask_again(form, [error.message], now)
    changed = len({entry.page for entry in entries})
    words = f"已更正 {changed} 版，站点和检索已随之更新。" if entries else "没有改动，没有记入更正。"
    admin.message_user(request, words, messages.SUCCESS if entries else messages.WARNING)
    return True


def _overtaken(changes: Iterable[tuple[Page, dict[str, tuple[str, str]]]], now: Values) -> Iterator[str]:
    """Where another editor was quicker, with both values."""
    for page, fields in changes:
        for name, (seen, new) in fields.items():
            if now[page.key][name] != seen:
                yield f"{page.key}：{Stale(name, now[page.key][name], new).message}"


def _ask_again(form: PagesForm, told: Iterable[str], now: Values) -> bool:
    for words in told:
        form.add_error(None, words)
    form.data = form.data.copy()
    form.data["seen"] = json.dumps(now, ensure_ascii=False)
    return False
