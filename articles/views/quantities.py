"""数字: the numbers that articles quote, one a line, each with its sentence."""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from articles.holdings import gathered, held
from articles.models import Quantity
from articles.queries.quantities import BY_DATE
from articles.reading.quantities import Sought, read_sought
from articles.spreadsheet import lines
from articles.views.listing import paginated

SIZE, UNITS = 50, 12
ORDERS = {"": "大在前", "least": "小在前", "newest": "新在前", "oldest": "旧在前"}
MOST_CHARACTERS = 40
HEADER = (
    "原文", "值", "上限", "单位", "约数", "说的是", "时间", "比较", "基数", "原句",
    "题名", "报纸", "日期", "栏目", "电头地点", "地址",
)  # fmt: skip
ASKED = ("q", "unit", "column", "place", "year", "order")


def quantities(request: HttpRequest) -> HttpResponse:
    asked = _asked(request)
    sought = read_sought(asked["q"])
    rows, units = _chosen(asked, sought), gathered("units")
    results = paginated(request, rows.for_lists(), SIZE, _count(rows, asked, units))
    context = {"asked": asked, "results": results, "years": held().span[::-1], "most": Quantity.MOST}
    context |= {"units": units[:UNITS], "orders": ORDERS.items(), "unread": asked["q"] and not sought}
    return render(request, "quantities.html", context | {"total": sum(unit["quantities"] for unit in units)})


def _count(rows: QuerySet, asked: dict[str, str], units: Iterable[dict]) -> int:
    """How many, up to as many as are paged through; of all and of a unit the load has told, dated or not."""
    if asked["order"] in BY_DATE or any(asked[name] for name in ("q", "column", "place", "year")):
        return rows[: Quantity.MOST].count()
    told = sum(one["quantities"] for one in units if one["unit"] == asked["unit"] or not asked["unit"])
    return min(told, Quantity.MOST)


def quantities_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same list as a table, as many rows as are counted."""
    asked = _asked(request)
    rows = _chosen(asked, read_sought(asked["q"])).for_lists()[: Quantity.MOST]
    table = lines(HEADER, _lines(request, rows.iterator(500)))
    response = StreamingHttpResponse(table, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="quantities.csv"'
    return response


def _asked(request: HttpRequest) -> dict[str, str]:
    """What the address asks for; 404 for an order or a year that there is not."""
    asked = {name: " ".join(request.GET.get(name, "").replace("\0", "").split())[:MOST_CHARACTERS] for name in ASKED}
    if asked["order"] not in ORDERS or (asked["year"] and asked["year"] not in map(str, held().span)):
        raise Http404
    return asked


def _chosen(asked: dict[str, str], sought: Sought | None) -> QuerySet:
    rows = Quantity.objects.all()
    if asked["q"]:
        rows = narrowed(rows, sought) if sought else rows.none()
    rows = rows.of_unit(asked["unit"]) if asked["unit"] else rows
    rows = rows.in_column(asked["column"]) if asked["column"] else rows
    rows = rows.from_place(asked["place"]) if asked["place"] else rows
    rows = rows.in_year(int(asked["year"])) if asked["year"] else rows
    return rows.in_order(asked["order"] or "greatest")


def narrowed(rows: QuerySet, sought: Sought) -> QuerySet:
    """Those that are what was typed: 490.8亿元, >100亿元, 增长>20%."""
    rows = rows.of_unit(sought.unit) if sought.unit else rows
    rows = rows.changing(sought.change) if sought.change else rows
    return rows.between(sought.low, sought.high, sought.above, sought.below)


def _lines(request: HttpRequest, rows: Iterable[Quantity]) -> Iterator[tuple]:
    for one in rows:
        page = one.article.page
        read = one.printed, one.value, one.high, one.unit, one.about, one.what, one.period, one.comparison, one.base
        where = one.article.title, page.publication, page.date and page.date.isoformat(), one.article.column, one.place
        yield *read, one.sentence, *where, request.build_absolute_uri(one.get_absolute_url())
