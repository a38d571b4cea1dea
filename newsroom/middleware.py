"""What holds for every request: headers, no writing on the public site, limits of a session, a failing database."""

import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.db import DataError
from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.log import log_response

from articles.characters import legible
from newsroom import errors, health
from newsroom.logs import request_id
from newsroom.public import public_chunks, public_site

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def is_admin(request: HttpRequest) -> bool:
    return request.path_info.startswith(settings.ADMIN_PREFIX)


def is_posted_query(request: HttpRequest) -> bool:
    return request.method == "POST" and request.path_info in settings.POSTED_QUERIES


class Middleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)


class RequestId(Middleware):
    """A number that stands in the answer and in each line of the log about it."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request_id.set(secrets.token_hex(6))  # never reset: Django logs failed requests after the last middleware
        response = self.get_response(request)
        response.headers["X-Request-ID"] = request_id.get()
        return response


def csp_header(policy: dict[str, list[str]]) -> str:
    """{"default-src": ["'none'"]} -> "default-src 'none'"; the dictionary has the shape of Django 6's SECURE_CSP."""
    return "; ".join(" ".join([directive, *sources]) for directive, sources in policy.items())


class SecurityHeaders(Middleware):
    """A view may set a header of its own first (feeds are open to other sites, say)."""

    def __init__(self, get_response: GetResponse) -> None:
        super().__init__(get_response)
        self.public = settings.SECURITY_HEADERS | {"Content-Security-Policy": csp_header(settings.SECURE_CSP)}
        self.admin = settings.ADMIN_HEADERS | {"Content-Security-Policy": csp_header(settings.SECURE_CSP_ADMIN)}

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for name, value in (self.admin if is_admin(request) else self.public).items():
            response.headers.setdefault(name, value)
        return response


class ReadOnlySite(Middleware):
    """Outside the admin: GET and HEAD only, or a posted query that a protocol has, and only the read-only database."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if is_admin(request):
            return self.get_response(request)
        with public_site():
            if request.method == "OPTIONS" and request.path_info.startswith(errors.API_PREFIX):
                return errors.preflight()
            if request.method not in {"GET", "HEAD"} and not is_posted_query(request):
                return errors.method_not_allowed(request)
            response = self.get_response(request)
        if response.streaming:
            response.streaming_content = public_chunks(response.streaming_content)
        return response


class HealthProbes(Middleware):
    """Load balancers call the probes by address, so they answer whatever the Host header says."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        probe = health.PROBES.get(request.path_info)
        return probe(request) if probe else self.get_response(request)


class PublicGZip(GZipMiddleware):
    """Public pages hold no secret and may be compressed; pages of the admin hold CSRF tokens and are not."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        return response if is_admin(request) else super().process_response(request, response)


class SessionLimits(Middleware):
    """Ends an editor's session eight hours after its start, or after half an hour without a request."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if is_admin(request) and request.user.is_authenticated:
            self.check(request)
        return self.get_response(request)

    def check(self, request: HttpRequest) -> None:
        now = int(time.time())
        began, seen = request.session.get("began", now), request.session.get("seen", 0)
        if now - began > settings.SESSION_COOKIE_AGE or (seen and now - seen > settings.SESSION_IDLE_AGE):
            logout(request)
        elif now - seen >= 60:  # once a minute is exact enough and spares a write for each request
            request.session.update({"began": began, "seen": now})


class DatabaseFailure(Middleware):
    """A database that fails under a view is a passing state of the site: 503, logged once with its cause.

    What no column can hold (PostgreSQL says so, of a name with NUL for example) is not there to be read: 404.
    """

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, DataError) and request.method in {"GET", "HEAD"}:
            return errors.not_found(request, exception)
        return unavailable(request, exception) if isinstance(exception, DatabaseError) else None


class LegiblePages(Middleware):
    """No page holds what HTML cannot hold, whatever the archive or the address does."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponse) and response.headers.get("Content-Type", "").startswith("text/html"):
            response.content = legible(response.text)
        return response


def unavailable(request: HttpRequest, exception: DatabaseError) -> HttpResponse:
    response = errors.unavailable(request)
    log_response("Database: %s", exception, response=response, request=request, exception=exception)
    return response
