"""Selective harvesting: the rows that a request asks for, a part at a time, articles before tombstones."""

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import QuerySet

from articles.models import Article, Tombstone
from articles.oai import moments, sets, tokens
from articles.oai.arguments import PREFIX, RESUME, Request
from articles.oai.errors import Refused
from articles.oai.tokens import ARTICLES, TOMBSTONES, Token
from articles.queries.harvest import changed_within, count, following

SIZES = {"ListRecords": 100, "ListIdentifiers": 500}
# The column that names the paper of a row.
PAPERS = {ARTICLES: "page__publication", TOMBSTONES: "publication"}

Row = Article | Tombstone


def part(request: Request) -> tuple[list[Row], Token, Token | None]:
    """(rows, where they began, where to go on or None) of a list; raises Refused."""
    resumed = RESUME in request.given
    here = tokens.read(request.get(RESUME), request.verb) if resumed else _begun(request)
    rows = _rows(here, SIZES[here.verb] + 1)
    told = rows[: SIZES[here.verb]]
    return told, here, _behind(here, told) if len(rows) > len(told) else None


def _begun(request: Request) -> Token:
    check_prefix(request)
    token = Token(request.verb, request.get("from"), request.get("until"), request.get("set"))
    total = sum(count(_asked(token, table)) for table in (ARTICLES, TOMBSTONES))
    if not total:
        raise Refused(("noRecordsMatch", "没有符合这些条件的记录"))
    return replace(token, total=total)


def check_prefix(request: Request) -> None:
    if request.get("metadataPrefix") != PREFIX:
        raise Refused(("cannotDisseminateFormat", f"只有 {PREFIX} 一种格式"))


def _rows(here: Token, limit: int) -> list[Row]:
    if here.table == TOMBSTONES:
        return following(_asked(here, TOMBSTONES), here.place, limit)
    rows = following(_asked(here, ARTICLES), here.place, limit)
    return rows + following(_asked(here, TOMBSTONES), None, limit - len(rows))


def _asked(token: Token, table: str) -> QuerySet:
    if not (chosen := sets.parse(token.set) if token.set else None) and token.set:
        return Article.objects.none()
    rows = Article.objects.only("changed") if table == ARTICLES else Tombstone.objects.all()
    within = changed_within(rows, *moments.window(token.first, token.until))
    return sets.members(within, chosen, PAPERS[table])


def _behind(here: Token, told: Sequence[Row]) -> Token:
    last = told[-1]
    table = TOMBSTONES if isinstance(last, Tombstone) else ARTICLES
    place = {"changed": last.changed.isoformat(), "id": last.pk}
    return replace(here, table=table, **place, cursor=here.cursor + len(told))
