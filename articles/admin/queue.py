"""The review queue: what is doubtful, the worst first, each doubt leading to its place in the source."""

from typing import Any

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.db.models import CharField, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles import loader
from articles.admin import waiting
from articles.admin.correcting import CORRECT, ReadOnly
from articles.admin.filters import CodeFilter, ColumnFilter, KindFilter, QueueDayFilter, QueuePaperFilter
from articles.admin.source import anchor, in_short, inferred_words
from articles.corrections.printed import Refused
from articles.models import Review
from articles.readers import BadTable

LIST = "articles_review_changelist"
SHOWN = 5  # doubts of one row
HEAVY = ("spans", "marks", "furniture", "printed", "stated", "given")


class Bounded(Paginator):
    """Counts no further than a queue is walked through."""

    most = Review.MOST

    @cached_property
    def count(self) -> int:
        return self.object_list.counted()


@admin.register(Review)
class ReviewAdmin(ReadOnly):
    list_display = ("title", "doubts", "column", "place", "sureness")
    list_display_links = None
    list_filter = (CodeFilter, KindFilter, QueuePaperFilter, ColumnFilter, QueueDayFilter)
    sortable_by = ()
    show_facets = admin.ShowFacets.NEVER  # they count without end
    paginator = Bounded
    actions = ("looks_right",)

    def get_urls(self) -> list:
        """The list alone: its rows lead to the articles and pages that they are about."""
        return [url for url in super().get_urls() if url.name == LIST]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(CORRECT)

    has_correct_permission = has_view_permission

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        filters = Value(waiting.kept(request.GET), output_field=CharField())
        rows = waiting.narrowed(request.GET).select_related("article", "page").annotate(filters=filters)
        return rows.defer(*(f"page__{field}" for field in HEAVY), "article__printed")

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("confidence", "page", "position")

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "复核", **(extra_context or {})})

    @admin.display(description="待核")
    def title(self, row: Review) -> SafeString:
        words = row.article.title if row.article else f"版面 {row.page.key}"
        return format_html('<a href="{}">{}</a>', waiting.address_of(row, row.filters), words)

    @admin.display(description="存疑")
    def doubts(self, row: Review) -> SafeString:
        """The doubts, each a link to its place in the source."""
        found = sorted((row.article or row.page).doubts, key=lambda doubt: doubt["score"])
        told = [(f"#{anchor(doubt)}", in_short(doubt, row.page.text)) for doubt in found[:SHOWN]]
        told += [("", words) for words in [inferred_words(row.page)] if words and not row.article]
        told += [("", f"等 {len(found)} 处")] if len(found) > SHOWN else []
        links = ((waiting.address_of(row, row.filters, place), words) for place, words in told)
        return format_html_join("", '<a class="desk-doubt" href="{}">{}</a>', links)

    @admin.display(description="栏目", empty_value="")
    def column(self, row: Review) -> str:
        return row.article.column if row.article else ""

    @admin.display(description="版面")
    def place(self, row: Review) -> str:
        return str(row.page)

    @admin.display(description="把握")
    def sureness(self, row: Review) -> str:
        return f"{row.confidence:.2f}" if row.confidence >= 0.01 else "不足 0.01"

    @admin.action(description="所选的核对无误", permissions=["correct"])
    def looks_right(self, request: HttpRequest, queryset: QuerySet) -> None:
        """The readings of the selected rows are right: an entry for each of their doubts."""
        targets = [row.article or row.page for row in queryset[: self.list_per_page]]
        try:
            loader.confirm(targets, "", request.user.get_username())
        except (Refused, BadTable) as error:
            self.message_user(request, error.message, messages.ERROR)
            return
        self.message_user(request, f"核对无误 {len(targets)} 条，已从队列里除去。", messages.SUCCESS)
