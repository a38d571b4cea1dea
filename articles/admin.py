"""The editors' desk: stock Django admin over the journal; nothing here edits an article, corrections do."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from articles import desk, loader
from articles.forms import ArticleForm, PageForm
from articles.models import Article, Correction, Load, Page, Person
from articles.printed import Refused, label

admin.site.site_header = admin.site.site_title = f"{settings.SITE_NAME} 管理"
admin.site.index_title = "编辑台"
admin.site.enable_nav_sidebar = False  # the source needs the width
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
        except Refused as error:
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

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if not request.stored:
            self.message_user(request, "没有改动，没有记入更正。", messages.WARNING)
            return HttpResponseRedirect(request.path)
        names = "、".join(label(entry.field) for entry in request.stored)
        self.message_user(request, f"已更正{names}，站点和检索已随之更新。", messages.SUCCESS)
        stays = "_continue" in request.POST
        changelist = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        return HttpResponseRedirect(request.path if stays else changelist)


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


@admin.register(Article)
class ArticleAdmin(Correctable):
    form = ArticleForm
    change_form_template = "admin/articles/correct.html"
    list_display = ("title", "column", "page", "position", "sureness", "corrected_fields")
    list_filter = (DoubtFilter, CorrectedFilter, "truncated", "page__publication")
    list_select_related = ("page",)
    search_fields = ("key", "headline", "column", "bylines__name")
    search_help_text = "按主题、栏目、署名或标识查找"
    date_hierarchy = "page__date"
    ordering = ("-number",)
    sortable_by = ("column", "sureness")

    @admin.display(description="主题")
    def title(self, article: Article) -> str:
        return article.title

    @admin.display(description="把握", ordering="confidence")
    def sureness(self, article: Article) -> str:
        return f"{article.confidence:.2f}"

    @admin.display(description="更正")
    def corrected_fields(self, article: Article) -> str:
        return "、".join(label(name) for name in article.corrected)


@admin.register(Page)
class PageAdmin(Correctable):
    form = PageForm
    change_form_template = "admin/articles/correct.html"
    list_display = ("key", "publication", "date", "number", "name", "count", "inferred")
    list_filter = ("publication", "date")
    search_fields = ("key", "publication", "name")
    search_help_text = "按标识、报名或版名查找"
    date_hierarchy = "date"
    ordering = ("-date", "publication", "number", "key")

    def get_queryset(self, request: HttpRequest) -> Any:
        return (
            super().get_queryset(request).defer("text", "spans", "marks", "furniture").annotate(count=Count("articles"))
        )

    @admin.display(description="篇数", ordering="count")
    def count(self, page: Page) -> int:
        return page.count

    @admin.display(description="推断")
    def inferred(self, page: Page) -> str:
        return "、".join(label(name) for name in page.bases if page.is_inferred(name))


@admin.register(Person)
class PersonAdmin(ReadOnly):
    list_display = ("name", "note", "pinyin", "count")
    search_fields = ("name", "pinyin")
    fields = ("name", "note", "pinyin", "key")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(count=Count("bylines__article", distinct=True))

    @admin.display(description="篇数", ordering="count")
    def count(self, person: Person) -> int:
        return person.count


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
        entry = get_object_or_404(Correction, pk=key)
        if request.method == "POST":
            loader.withdraw(entry, request.user.get_username())
            self.log_change(request, entry, "撤回更正")
            self.message_user(request, f"已撤回对{label(entry.field)}的更正。", messages.SUCCESS)
            return HttpResponseRedirect(desk.address(entry) or reverse("admin:articles_correction_changelist"))
        context = {**self.admin_site.each_context(request), "entry": entry, "field": label(entry.field)}
        context |= {"title": "撤回更正", "opts": self.opts}
        return TemplateResponse(request, "admin/articles/withdraw.html", context)

    @admin.display(description="对象")
    def place(self, entry: Correction) -> str:
        address = desk.address(entry)
        return format_html('<a href="{}">{}</a>', address, entry.target) if address else entry.target

    @admin.display(description="字段")
    def field_label(self, entry: Correction) -> str:
        return label(entry.field)


@admin.register(Load)
class LoadAdmin(ReadOnly):
    list_display = ("finished", "pages", "articles", "changed", "reader")
    date_hierarchy = "finished"
