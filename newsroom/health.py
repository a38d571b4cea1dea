"""Probes: /healthz says the process answers, /readyz says the archive can be read and searched."""

import logging
from collections.abc import Callable, Iterator
from functools import cache

from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse

from articles import search
from articles.models import Article, Load

logger = logging.getLogger(__name__)

DATABASE = "public"


def healthz(request: HttpRequest) -> JsonResponse:
    return answer(200, {"status": "ok"})


def readyz(request: HttpRequest) -> JsonResponse:
    """200 with the last load, or 503 with the first thing that is wrong; never raises."""
    try:
        problem = next(problems(), None)
    except Exception:
        logger.exception("readyz")
        problem = "database cannot be read"
    if problem:
        return answer(503, {"status": "not ready", "problem": problem})
    return answer(200, {"status": "ready", "load": last_load(), "articles": Article.objects.using(DATABASE).count()})


def problems() -> Iterator[str]:
    connection = connections[DATABASE]
    if not connection.in_atomic_block:
        connection.close()  # an open connection would go on reading a file that is gone
    if missing := known_migrations() - applied_migrations():
        yield f"database is older than the code: run ./run prepare ({len(missing)} migrations)"
    if strange := {key for key in applied_migrations() - known_migrations() if key[0] == "articles"}:
        yield f"database is newer than the code: update the code ({len(strange)} migrations)"
    if last_load() is None or not Article.objects.using(DATABASE).exists():
        yield "archive is empty: run ./run prepare"
    if wrong := search.check(DATABASE):
        yield f"search index: {wrong[0]}"


def last_load() -> int | None:
    return Load.objects.using(DATABASE).order_by("-id").values_list("id", flat=True).first()


@cache
def known_migrations() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


def applied_migrations() -> set[tuple[str, str]]:
    return set(MigrationRecorder(connections[DATABASE]).applied_migrations())


def answer(status: int, content: dict) -> JsonResponse:
    response = JsonResponse(content, status=status, headers={"Cache-Control": "no-store"})
    response["Content-Length"] = str(len(response.content))
    return response


PROBES: dict[str, Callable[[HttpRequest], JsonResponse]] = {"/healthz": healthz, "/readyz": readyz}
