"""Error pages: rendered from templates/<status>.html, in plain words when even that fails."""

import logging
import sys

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)

RETRY_SECONDS = 30
API_PREFIX = "/api/"
PLAIN = {
    400: "请求有误。",
    403: "没有权限。",
    404: "没有这一页。",
    405: "本站只供阅读。",
    406: "没有这种格式。",
    500: "本站出错了，已记录在案。",
    503: "数据库暂不可用，请稍后再试。",
}


def page(request: HttpRequest, status: int, detail: str = "") -> HttpResponse:
    """The error as a page, or as a problem (RFC 9457) for a program, with the detail where there is one to tell."""
    if wants_data(request):
        return problem(status, detail)
    try:
        content = render_to_string(f"{status}.html", {"status": status, "detail": detail}, request)
    except Exception:  # an error page must not fail
        logger.exception("template %s.html", status)
        said = PLAIN[status]
        content = f'<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>{said}</title><p>{said}'
    response = HttpResponse(content, status=status)
    response["Content-Length"] = str(len(response.content))
    return response


def wants_data(request: HttpRequest) -> bool:
    """Whether a program asks, for JSON: by the address or by its Accept."""
    in_address = request.path_info.startswith(API_PREFIX) or request.path_info.endswith(".json")
    return in_address or request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def problem(status: int, detail: str) -> HttpResponse:
    content = {"type": "about:blank", "status": status, "title": PLAIN[status]} | ({"detail": detail} if detail else {})
    told = {"content_type": "application/problem+json", "headers": settings.OPEN_HEADERS}
    response = JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False}, **told)
    response["Content-Length"] = str(len(response.content))
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What a view of ours says is wrong may be told; what Django finds suspicious is not."""
    return page(request, 400, str(exception) if isinstance(exception, BadRequest) else "")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 404)


def allowed(request: HttpRequest) -> list[str]:
    """The methods that a public address takes: a preflight where scripts of other sites read, a query posted to OAI."""
    more = {"OPTIONS": request.path_info.startswith(API_PREFIX), "POST": request.path_info in settings.POSTED_QUERIES}
    return ["GET", "HEAD", *(method for method, taken in more.items() if taken)]


def method_not_allowed(request: HttpRequest) -> HttpResponse:
    response = page(request, 405)
    response["Allow"] = ", ".join(allowed(request))
    return response


def preflight() -> HttpResponse:
    """What a browser asks before a script of another site may read with headers of its own (Fetch standard, CORS)."""
    return HttpResponse(status=204, headers=settings.OPEN_HEADERS | settings.PREFLIGHT_HEADERS)


def server_error(request: HttpRequest) -> HttpResponse:
    """A database that fails before any view is reached (in the session, say) is told as such."""
    return unavailable(request) if isinstance(sys.exception(), DatabaseError) else page(request, 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    response = page(request, 503)
    response["Retry-After"] = str(RETRY_SECONDS)
    return response
