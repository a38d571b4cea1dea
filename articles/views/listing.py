"""Lists: over several pages, and in the order of sounds."""

from collections.abc import Sequence

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest

from articles.models import Article
from articles.queries import ArticleQuerySet

MOST_PAGES = 500


def by_sound(text: str) -> bytes:
    """A key to sort by: the first 3,755 characters of GB 2312 stand in the order of their pinyin."""
    return text.encode("gb18030", "replace")


def paginated_articles(request: HttpRequest, articles: ArticleQuerySet, size: int) -> Page:
    """A page of articles, the newest first: sorted by their numbers alone, then fetched with all that lists show."""
    return paginated_rows(request, articles.newest_first().values_list("pk", flat=True), size)


def paginated_rows(request: HttpRequest, ids: Sequence[int], size: int) -> Page:
    """A page of the articles of these rows, which are sorted, with all that lists show."""
    page = paginated(request, ids, size)
    page.object_list = list(Article.objects.filter(pk__in=list(page)).newest_first().for_lists())
    return page


def paginated(request: HttpRequest, rows, size: int, count: int | None = None) -> Page:
    """The page of the list that the reader asked for; 404 where there is none. count: how many, where that is known."""
    wanted, paginator = page_asked(request), Paginator(rows, size)
    if count is not None:
        paginator.count = count
    if wanted > paginator.num_pages:
        raise Http404
    return paginator.page(wanted)


def page_asked(request: HttpRequest) -> int:
    """The number of the page that the reader asked for, from 1 to MOST_PAGES; 404 for anything else."""
    wanted = request.GET.get("page", "1")
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 6 and 0 < int(wanted) <= MOST_PAGES):
        raise Http404
    return int(wanted)
