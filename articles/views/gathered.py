"""What columns and places have in common: a list with counts and spans, and a page for the articles of each."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest

from articles.display.histogram import histogram
from articles.holdings import held
from articles.queries import ArticleQuerySet
from articles.search.numbering import day_of
from articles.views.listing import by_sound, paginated, paginated_articles

ORDERS = {"": "篇数", "sound": "拼音"}
A_LIST, A_PAGE = 200, 50


def listed(request: HttpRequest, rows: list[dict], name: str) -> dict:
    """{results, years, order, orders} of {name, articles, oldest, newest} rows, each with its first and last day."""
    order = request.GET.get("order", "")
    if order not in ORDERS:
        raise Http404
    rows.sort(key=lambda row: (0 if order else -row["articles"], by_sound(row[name])))
    results = paginated(request, rows, A_LIST)
    _date(list(results))
    return {"results": results, "years": held().span, "order": order, "orders": ORDERS.items()}


def _date(rows: Iterable[dict]) -> None:
    """Puts `first` and `last`, days or None, into the rows."""
    for row in rows:
        row["first"] = row["oldest"] and day_of(row["oldest"])
        row["last"] = day_of(row["newest"])


def works(request: HttpRequest, articles: ArticleQuerySet) -> dict:
    """{results, histogram, papers} of the articles that stand under one name; 404 where there is none."""
    results = paginated_articles(request, articles, A_PAGE)
    if not results.paginator.count:
        raise Http404
    return {"results": results, "histogram": histogram(list(articles.years())), "papers": list(articles.papers())}
