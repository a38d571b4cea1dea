"""A citation typed into the search box opens what it cites; only what is a citation as a whole does."""

import re
from urllib.parse import unquote

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.http import urlencode

from articles.citations.matching import Match, match, pages_cited, sole_article
from articles.citations.recognition import KEY_RE, MARK_RE, PLACE_RE, Cited, recognise
from articles.models import Article
from articles.reading.quantities import read_sought

LONGEST = 600  # a reference may be longer than a query
ADDRESS_RE = re.compile(r"(?:(?:https?://)?(?P<host>[^\s/]+))?(?P<path>/\S*)")

NUMBERS_RE = re.compile(
    r"(?:数字|數字|quantity)\s*[:：]\s*(?P<named>.{1,40})|(?P<bare>\S{0,4}[<>＜＞≥≤].{1,40})", re.IGNORECASE
)


def destination(request: HttpRequest, typed: str) -> str:
    """The path that the typed text means: a key, an address of this archive, a day's page, a reference; else ""."""
    if not typed or len(typed) > LONGEST:
        return ""
    if path := _own_path(request, typed) or _numbers(typed):
        return path
    cited = recognise(typed)
    if KEY_RE.fullmatch(cited.text):
        article = Article.objects.called(cited.text)
        return article.get_absolute_url() if article else ""
    if PLACE_RE.fullmatch(cited.text):
        return _place(cited)
    return _reference(match(cited)) if MARK_RE.search(cited.text) else ""


def is_citation(typed: str) -> bool:
    """Whether the text has the mark of a newspaper article that references have: [N], [N/OL]."""
    return len(typed) <= LONGEST and bool(MARK_RE.search(recognise(typed).text))


def is_number(typed: str) -> bool:
    """Whether the text is a number with its unit as a whole: 490.8亿元."""
    return bool((sought := read_sought(typed[:LONGEST])) and sought.unit)


def _own_path(request: HttpRequest, typed: str) -> str:
    """The path of an address of this archive that leads somewhere; never that of another host.

    A path by itself must name something: / and /search/ are strings to look for.
    """
    found = ADDRESS_RE.fullmatch(typed)
    if not found or found["host"] not in (None, request.get_host()) or found["path"].startswith(settings.ADMIN_PREFIX):
        return ""
    try:
        named = resolve(unquote(re.split("[?#]", found["path"])[0])).kwargs
    except Resolver404:
        return ""
    return found["path"] if named or found["host"] else ""


def _numbers(typed: str) -> str:
    """Where numbers asked for as such are listed: >100亿元, 增长>20%, 数字:490.8亿元."""
    asked = NUMBERS_RE.fullmatch(typed)
    sought = asked and (asked["named"] or asked["bare"])
    return f"{reverse('quantities')}?{urlencode({'q': sought})}" if sought and read_sought(sought) else ""


def _place(cited: Cited) -> str:
    pages = pages_cited(cited)
    return (sole_article(pages[0]) or pages[0]).get_absolute_url() if len(pages) == 1 else ""


def _reference(found: Match) -> str:
    """Where a reference leads that differs in nothing from the archive."""
    return found.article.get_absolute_url() if found.article and not found.remarks else ""
