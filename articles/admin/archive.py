"""The archive's lists: articles, pages and loads."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse

from articles.admin import pages
from articles.admin.correcting import Correctable, ReadOnly
from articles.admin.filters import (
    ArticleDayFilter,
    ArticlePaperFilter,
    ContinuationFilter,
    CorrectedFilter,
    DayFilter,
    DoubtFilter,
    PaperFilter,
)
from articles.admin.forms import ArticleForm, PageForm
from articles.corrections.printed import label
from articles.models import Article, Load, Page

HEAVY = ("text", "spans", "marks", "furniture", "doubts", "printed", "stated", "given")


@admin.register(Article)
class ArticleAdmin(Correctable):
    form = ArticleForm
    change_form_template = "admin/articles/correct.html"
    list_display = ("title", "column", "page", "position", "sureness", "corrected_fields")
    list_filter = (DoubtFilter, CorrectedFilter, ContinuationFilter, "truncated", ArticlePaperFilter, ArticleDayFilter)
    list_select_related = ("page",)
    search_fields = ("key", "headline", "column", "bylines__name")
    search_help_text = "按主题、栏目、署名或标识查找"
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
    list_filter = (PaperFilter, DayFilter)
    search_fields = ("key", "publication", "name")
    search_help_text = "按标识、报名或版名查找"
    ordering = (F("date").desc(nulls_last=True), "publication", "number", "key")
    actions = ("correct_pages",)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Without the source, and with the articles counted for the pages that are shown, not for all before."""
        counted = Article.objects.filter(page=OuterRef("pk")).order_by().values("page").annotate(count=Count("pk"))
        count = Coalesce(Subquery(counted.values("count")), 0)
        return super().get_queryset(request).defer(*HEAVY).annotate(count=count)

    @admin.display(description="篇数")
    def count(self, page: Page) -> int:
        return page.count

    has_correct_permission = Correctable.has_change_permission

    @admin.action(description="更正所选版面的报名、日期、版次、版名", permissions=["correct"])
    def correct_pages(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return pages.correct_many(self, request, queryset)

    @admin.display(description="推断")
    def inferred(self, page: Page) -> str:
        return "、".join(label(name) for name in page.bases if page.is_inferred(name))


@admin.register(Load)
class LoadAdmin(ReadOnly):
    list_display = ("finished", "pages", "articles", "changed", "read_by")
    fields = ("started", "finished", "pages", "articles", "changed", "read_by")
    date_hierarchy = "finished"

    @admin.display(description="读法版本")
    def read_by(self, load: Load) -> str:
        return load.reader
