"""图片: what stood under the pictures; the pictures themselves are not in the archive."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.holdings import held
from articles.models import Figure
from articles.queries import in_year, taken_by, with_articles
from articles.views.listing import paginated

ORDERS = {"": "新在前", "oldest": "旧在前"}


def photos(request: HttpRequest) -> HttpResponse:
    order, by, year = (request.GET.get(name, "").strip() for name in ("order", "by", "year"))
    years = held().span
    if order not in ORDERS or (year and year not in map(str, years)):
        raise Http404
    figures = with_articles(_chosen(by, year), oldest_first=order == "oldest")
    context = {"results": paginated(request, figures, 24), "order": order, "orders": ORDERS.items()}
    return render(request, "photos.html", context | {"by": by, "year": year, "years": years[::-1]})


def _chosen(by: str, year: str) -> QuerySet:
    """The pictures of a photographer, of a year."""
    figures = taken_by(Figure.objects.all(), by) if by else Figure.objects.all()
    return in_year(figures, int(year)) if year else figures
