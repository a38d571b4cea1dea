"""Quoted numbers in the API: of a unit, a value, a column, a place, between days."""

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from articles import records
from articles.models import Quantity
from articles.queries.quantities import ORDERS
from articles.reading.quantities import Sought, read_sought
from articles.views.api.answers import listed, page_of, site_of, takes
from articles.views.api.parameters import COLUMN, FROM, LIMIT, PLACE, TO, Parameter, choice, cursor, text
from articles.views.quantities import MOST_CHARACTERS, narrowed


def _sought(typed: str) -> Sought:
    if len(typed) > MOST_CHARACTERS or not (sought := read_sought(typed)):
        raise ValueError("写一个数和单位，如 490.8亿元、>100亿元、增长>20%")
    return sought


SOUGHT = Parameter(
    "q", "数和单位，如 490.8亿元、>100亿元、增长>20%。", _sought, {"type": "string", "format": "quantity"}
)
UNIT = text("unit", "单位，归一的，如 元、%、位次。", 20)
NUMBER_ORDER = choice("order", "次序：大、小、新、旧在前；新旧不列日期不明的。", tuple(ORDERS), "greatest")


@takes(SOUGHT, UNIT, COLUMN, PLACE, FROM, TO, NUMBER_ORDER, LIMIT, cursor("quantities"))
def quantities(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    """count is exact up to Quantity.MOST."""
    rows = narrowed(Quantity.objects.all(), asked["q"]) if asked["q"] else Quantity.objects.all()
    rows = rows.of_unit(asked["unit"]) if asked["unit"] else rows
    rows = rows.in_column(asked["column"]) if asked["column"] else rows
    rows = rows.from_place(asked["place"]) if asked["place"] else rows
    if asked["from"] or asked["to"]:
        rows = rows.filter(date__range=(asked["from"] or datetime.date.min, asked["to"] or datetime.date.max))
    rows = rows.in_order(asked["order"])
    order, held = ORDERS[asked["order"]], ["date", "value"]
    found, after = page_of(rows.for_lists(), order, asked["limit"], asked["cursor"], held)
    results = [records.of_quantity(one, site_of(request)) for one in found]
    return listed(request, results, rows[: Quantity.MOST].count(), after, "quantities")
