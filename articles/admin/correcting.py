"""Rows that editors see and correct: nothing here edits an article, corrections of it do."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles import loader
from articles.admin import desk
from articles.admin.source import doubts_at
from articles.admin.waiting import Queue
from articles.corrections import current_values
from articles.corrections.printed import Refused, label
from articles.corrections.taking import alternative
from articles.models import Article
from articles.readers import BadTable

CORRECT, WITHDRAW = "articles.correct", "articles.withdraw"
TAKEN = "采用读法的备选"
GONE = "这处存疑已有人处理，或读法已变。"


class ReadOnly(admin.ModelAdmin):
    """Rows that the loader computes or the journal keeps: seen here, never added, changed or deleted."""

    list_per_page = 50
    show_full_result_count = False
    actions: Any = None
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
        if request.method != "POST" or "_preview" in request.POST:
            return super().changeform_view(request, object_id, *args, **kwargs)
        try:
            with loader.one_writer():
                answered = self._answered(request, object_id)
                return answered or super().changeform_view(request, object_id, *args, **kwargs)
        except (Refused, BadTable) as error:
            self.message_user(request, error.message, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def _answered(self, request: HttpRequest, object_id: str | None) -> HttpResponse | None:
        """Does what was asked of one doubt; None where the form is still to be stored, or to be shown again."""
        target = self.get_object(request, unquote(object_id or ""))
        if target is None:
            raise Http404
        if not self.has_change_permission(request, target):
            raise PermissionDenied
        request.queue = Queue.at(target, request.GET.get("queue", ""))
        for button, answer in (("_right", self._looks_right), ("_take", self._take)):
            if button in request.POST:
                answer(request, target, doubts_at(target, request.POST[button]))
                typed = self.form(request.POST, instance=target).is_touched
                return None if button == "_right" and typed else HttpResponseRedirect(request.get_full_path())
        return None

    def _looks_right(self, request: HttpRequest, target: Any, doubts: list[dict]) -> None:
        if not loader.check(target, doubts, request.POST.get("reason", ""), request.user.get_username()):
            raise Refused("", GONE)
        self.message_user(request, "核对无误，已记下；这处不再存疑。", messages.SUCCESS)

    def _take(self, request: HttpRequest, target: Any, doubts: list[dict]) -> None:
        changes = (
            alternative(target, doubts[0], current_values(target)) if doubts and isinstance(target, Article) else {}
        )
        if not changes:
            raise Refused("", GONE)
        reason = request.POST.get("reason") or TAKEN
        loader.correct(target, changes, "misread", reason, request.user.get_username())
        self.message_user(request, f"已更正{'、'.join(map(label, changes))}，可在下面撤回。", messages.SUCCESS)

    def render_change_form(self, request: HttpRequest, context: dict, **kwargs: Any) -> HttpResponse:
        form, target = context["adminform"].form, kwargs["obj"]
        may_correct, may_withdraw = (request.user.has_perm(name) for name in (CORRECT, WITHDRAW))
        context |= {
            **desk.shown(target, form),
            "queue": Queue.at(target, request.GET.get("queue", "")) if may_correct else None,
            "may_correct": may_correct,
            "may_withdraw": may_withdraw,
            "title": f"更正{self.opts.verbose_name}" if may_correct else f"查看{self.opts.verbose_name}",
            "show_save_and_add_another": False,
        }
        return super().render_change_form(request, context, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Stores what was typed; then, if all the rest is right, that too."""
        request.stored = form.store(request.user.get_username())
        if "_all_right" in request.POST:
            left = type(obj).objects.get(pk=obj.pk)
            reason = form.cleaned_data["reason"]
            request.stored = request.stored + loader.confirm([left], reason, request.user.get_username())

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> str:
        return "；".join(f"{label(name)}：{old} → {new}" for name, (old, new) in form.changes.items()) or "核对无误"

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return super().log_change(request, obj, message) if request.stored else None

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        moves_on = "_next" in request.POST or "_all_right" in request.POST
        if request.stored:
            self.message_user(request, desk.told(request.stored), messages.SUCCESS)
        elif not moves_on:
            self.message_user(request, "没有改动，没有记入更正。", messages.WARNING)
            return HttpResponseRedirect(request.get_full_path())
        if "_continue" in request.POST:
            return HttpResponseRedirect(request.get_full_path())
        return HttpResponseRedirect(self._next(request) if moves_on else self._list(request))

    def _next(self, request: HttpRequest) -> str:
        if following := request.queue.following:
            return following
        self.message_user(request, "队列里没有别的了。", messages.SUCCESS)
        return request.queue.address

    def _list(self, request: HttpRequest) -> str:
        """Where the editor came from: the queue, or the list of articles or pages."""
        if "queue" in request.GET:
            return request.queue.address
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
