"""图片: what stood under the pictures; the pictures themselves are not in the archive."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Figure
from articles.queries import with_articles
from articles.views.listing import paginated

ORDERS = {"": "新在前", "oldest": "旧在前"}


def photos(request: HttpRequest) -> HttpResponse:
    order = request.GET.get("order", "")
    if order not in ORDERS:
        order = ""
    figures = with_articles(Figure.objects.all(), oldest_first=order == "oldest")
    context = {"results": paginated(request, figures, 24), "order": order, "orders": ORDERS.items()}
    return render(request, "photos.html", context)
