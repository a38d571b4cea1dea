"""Rows that editors see and correct: nothing here edits an article, corrections of it do."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles import loader
from articles.admin import desk
from articles.corrections.printed import Refused, label
from articles.readers import BadTable

CORRECT, WITHDRAW = "articles.correct", "articles.withdraw"


class ReadOnly(admin.ModelAdmin):
    """Rows that the loader computes or the journal keeps: seen here, never added, changed or deleted."""

    list_per_page = 50
    show_full_result_count = False
    actions = None
    empty_value_display = "—"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class Correctable(ReadOnly):
    """An article or page: its source beside a form whose changes become entries of the journal."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(CORRECT)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> type:
        return self.form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list:
        return []

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if request.method != "POST":
            return super().changeform_view(request, object_id, *args, **kwargs)
        try:
            with loader.one_writer():
                return super().changeform_view(request, object_id, *args, **kwargs)
        except (Refused, BadTable) as error:
            self.message_user(request, error.message, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def render_change_form(self, request: HttpRequest, context: dict, **kwargs: Any) -> HttpResponse:
        form, target = context["adminform"].form, kwargs["obj"]
        may_correct, may_withdraw = (request.user.has_perm(name) for name in (CORRECT, WITHDRAW))
        context |= {
            "groups": desk.groups(target, form),
            "source": desk.source(target),
            "doubts": desk.doubts(target),
            "may_correct": may_correct,
            "may_withdraw": may_withdraw,
            "title": f"更正{self.opts.verbose_name}" if may_correct else f"查看{self.opts.verbose_name}",
            "show_save_and_add_another": False,
        }
        return super().render_change_form(request, context, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        request.stored = form.store(request.user.get_username())

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> str:
        return "；".join(f"{label(name)}：{old} → {new}" for name, (old, new) in form.changes.items()) or "没有改动"

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return super().log_change(request, obj, message) if request.stored else None

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if not request.stored:
            self.message_user(request, "没有改动，没有记入更正。", messages.WARNING)
            return HttpResponseRedirect(request.path)
        names = "、".join(label(entry.field) for entry in request.stored)
        self.message_user(request, f"已更正{names}，站点和检索已随之更新。", messages.SUCCESS)
        stays = "_continue" in request.POST
        changelist = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        return HttpResponseRedirect(request.path if stays else changelist)
