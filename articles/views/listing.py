"""Lists: over several pages, and in the order of sounds."""

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest

from articles.queries import ArticleQuerySet

MOST_PAGES = 500


def by_sound(text: str) -> bytes:
    """A key to sort by: the first 3,755 characters of GB 2312 stand in the order of their pinyin."""
    return text.encode("gb18030", "replace")


def paginated_articles(request: HttpRequest, articles: ArticleQuerySet, size: int) -> Page:
    """A page of articles, the newest first: sorted by their numbers alone, then fetched with all that lists show."""
    page = paginated(request, articles.newest_first().values_list("pk", flat=True), size)
    page.object_list = list(articles.model.objects.filter(pk__in=list(page)).newest_first().for_lists())
    return page


def paginated(request: HttpRequest, rows, size: int) -> Page:
    """The page of the list that the reader asked for; 404 where there is none."""
    wanted = request.GET.get("page", "1")
    paginator = Paginator(rows, size)
    if not wanted.isascii() or not wanted.isdigit() or not 0 < int(wanted[:6]) <= min(paginator.num_pages, MOST_PAGES):
        raise Http404
    return paginator.page(int(wanted))
