"""Public pages are a function of the archive's state: read in one snapshot, told by an ETag, kept until it changes."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import Error as DatabaseError
from django.db import connections, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from articles.models import Load
from articles.queries.prepared import fixed
from newsroom.environment import READ
from newsroom.middleware import GetResponse, Middleware, is_admin, unavailable
from newsroom.public import hold_tables

CODE = (("articles", "*.py"), ("newsroom", "*.py"), ("templates", "*.*ml"), ("static", "*.css"))
KEPT_BYTES = 64 * 1024  # of one answer: with the entries that settings.CACHES allows, 32 MB a process at the most
# Whoever keeps an answer asks again; a shared cache may serve it for a minute, and once more while it asks.
CACHE_CONTROL = "public, max-age=0, s-maxage=60, stale-while-revalidate=60"


@fixed
def newest_load() -> QuerySet:
    return Load.objects.order_by("-id").values_list("finished")[:1]


class PublicPages(Middleware):
    """Answers 304 or from memory, without rendering, while neither the archive nor the day has changed."""

    def __init__(self, get_response: GetResponse) -> None:
        super().__init__(get_response)
        self.edition = edition(settings.BASE_DIR, READ.items())

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if is_admin(request):
            return self.get_response(request)
        try:
            with transaction.atomic(using="public", savepoint=False):
                hold_tables(connections["public"])
                loads = newest_load("public")
                return self.answer(request, loads[0][0]) if loads else self.get_response(request)
        except DatabaseError as error:  # those of a view have been answered further in
            return unavailable(request, error)

    def answer(self, request: HttpRequest, changed: datetime) -> HttpResponseBase:
        mark = digest(self.edition, changed.isoformat(), timezone.localdate().isoformat(), *asked(request))
        etag = f'W/"{mark}"'
        kept = get_conditional_response(request, etag=etag) or cache.get(mark)
        if kept is not None:
            return kept if kept.status_code == 200 else stated(kept, etag, changed)
        response = self.get_response(request)
        if response.status_code == 200 and not response.cookies and not response.has_header("Cache-Control"):
            stated(response, etag, changed)
            if isinstance(response, HttpResponse) and len(response.content) <= KEPT_BYTES:
                cache.set(mark, response)
        return response


def asked(request: HttpRequest) -> list[str]:
    """All of a request by which answers differ."""
    packed = "gzip" if "gzip" in request.headers.get("Accept-Encoding", "") else ""
    host, accepted = request.headers.get("Host", ""), request.headers.get("Accept", "")
    return [request.scheme, host, request.get_full_path(), packed, accepted]


def stated(response: HttpResponseBase, etag: str, changed: datetime) -> HttpResponseBase:
    """The response with what caches need to know."""
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(changed.timestamp())
    response.headers["Cache-Control"] = CACHE_CONTROL
    return response


def edition(root: Path, options: Iterable[tuple[str, str]]) -> str:
    """A mark of the code and of the options it runs with: equal for all processes of one release."""
    files = (path for folder, pattern in CODE for path in sorted((root / folder).rglob(pattern)))
    return digest(*(path.read_text() for path in files), *(f"{name}={value}" for name, value in sorted(options)))


def digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:32]
