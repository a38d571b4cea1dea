"""Answers of the API: JSON open to every site, lists with a way on, 406 where JSON is not wanted."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.utils.cache import patch_vary_headers

from articles.views.api.parameters import Parameter, asked, signer
from newsroom import errors

JSON = "application/json"
View = Callable[..., HttpResponse]


def takes(*parameters: Parameter) -> Callable[[View], View]:
    """Makes a view of one that is given {name: value} of these parameters; other parameters and types are refused."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, **path: str) -> HttpResponse:
            if request.headers.get("Accept", "").strip() and not request.accepts(JSON):
                return errors.problem(406, "这里只有 JSON：Accept 请写 application/json 或者不写。")
            if any("\0" in key for key in path.values()):  # a sign that no database takes
                raise Http404
            response = view(request, asked(request, parameters), **path)
            patch_vary_headers(response, ["Accept"])
            return response

        answered.parameters = parameters  # type: ignore[attr-defined]
        return answered

    return decorate


def site_of(request: HttpRequest) -> str:
    """What absolute addresses begin with: https://archive.example"""
    return request.build_absolute_uri("/").rstrip("/")


def told(content: dict[str, Any], links: Sequence[tuple[str, str]] = ()) -> JsonResponse:
    """The content as JSON, open to every site, with Link headers (RFC 8288) of (relation, address)."""
    response = JsonResponse(content, headers=settings.OPEN_HEADERS, json_dumps_params={"ensure_ascii": False})
    if links:
        response.headers["Link"] = ", ".join(f'<{address}>; rel="{relation}"' for relation, address in links)
    return response


def moved(address: str) -> HttpResponse:
    """A redirect for good, which scripts of other sites may follow."""
    return HttpResponsePermanentRedirect(address, headers=settings.OPEN_HEADERS)


def listed(
    request: HttpRequest, results: list[dict], count: int, after: Any = None, of: str = "", **more: Any
) -> JsonResponse:
    """A list as every list is told: {count, results, next}; after: what the next page goes on from, None at the end."""
    on = _address(request, cursor=signer(of).sign_object(after)) if after is not None else None
    links = [("self", request.build_absolute_uri()), ("first", _address(request))]
    content = {**more, "count": count, "results": results, "next": on}
    return told(content, links + ([("next", on)] if on else []))


def _address(request: HttpRequest, **changes: str) -> str:
    """The address asked for without its cursor, or with another."""
    query = request.GET.copy()
    query.pop("cursor", None)
    query.update(changes)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}" if query else request.path)


def page_of(
    rows: QuerySet, order: Sequence[str], limit: int, after: dict[str, Any] | None, held: Sequence[str] = ()
) -> tuple[list, dict[str, Any] | None]:
    """(rows, what the next page goes on from) by keyset: however far on, as quick as the first page.

    order: columns as order_by() takes them, together unique; held: further ones, by which the list may be ordered too;
    after: {column: its value in the last row before}, as text or numbers.
    """
    if after and not {column.removeprefix("-") for column in order} <= after.keys():  # an older release gave it
        raise BadRequest("cursor 不对：请从头再读这个列表。")
    page = list((rows.filter(_beyond(order, after)) if after else rows).order_by(*order)[: limit + 1])
    if len(page) <= limit:
        return page, None
    columns = [column.removeprefix("-") for column in (*order, *held)]
    return page[:limit], {column: _plain(_of(page[limit - 1], column)) for column in columns}


def _beyond(order: Sequence[str], values: Mapping[str, Any]) -> Q:
    """Rows after these values: by the first column, or equal in it and by the second, …"""
    beyond, equal, bound = Q(), Q(), Q()
    for column in order:
        name, side = column.removeprefix("-"), "lt" if column.startswith("-") else "gt"
        bound = bound or Q(**{f"{name}__{side}e": values[name]})  # says nothing new, but lets an index begin there
        beyond |= equal & Q(**{f"{name}__{side}": values[name]})
        equal &= Q(**{name: values[name]})
    return bound & beyond


def _of(row: Any, column: str) -> Any:
    for name in column.split("__"):
        row = getattr(row, name)
    return row


def _plain(value: Any) -> Any:
    if value is None:  # no known day: before all others
        return datetime.date.min.isoformat()
    return value if isinstance(value, int | str) else value.isoformat() if hasattr(value, "isoformat") else str(value)
