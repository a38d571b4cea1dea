"""Hits of a search in text that is set already: found in its plain characters, marked between its tags."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from django.utils.safestring import SafeString, mark_safe

from articles.search import highlight
from articles.search.query import Query
from articles.typography import BREAK

Spot = tuple[int, int]

TAG_RE = re.compile(r"<[^>]*>")
TOKEN_RE = re.compile(r"<[^>]*>|&[^;]+;|.", re.DOTALL)


def spots(text: str, query: Query | None) -> list[Spot]:
    """Where the query's hits stand in the text, their ends excluded."""
    return highlight.spans(text, query) if query else []


def mark_set(html: str, query: Query | None, anchors: Iterator[str] | None = None) -> SafeString:
    """A headline or text as it is set, with the query's hits in <mark>, the first of which takes the next anchor."""
    return mark_spots(html, spots(unescape(TAG_RE.sub("", html)), query), anchors)


def mark_spots(html: str, found: Iterable[Spot], anchors: Iterator[str] | None = None) -> SafeString:
    """The same for hits whose places among the characters of the text are known.

    Tags stay as they nest: a hit across one is marked on both sides of it, across a mere <wbr> as one.
    """
    hit = {place for start, end in found for place in range(start, end)}
    if not hit:
        return mark_safe(html)  # noqa: S308 — as below
    pieces, place, is_open = [], 0, False
    for token in TOKEN_RE.findall(html):
        is_sign = token[0] != "<"
        wanted = is_open if token == BREAK else is_sign and place in hit and not _parts_clauses(token, pieces)
        if wanted != is_open:
            pieces.append(_opening(anchors) if wanted else "</mark>")
        pieces.append(token)
        place, is_open = place + is_sign, wanted
    return mark_safe("".join([*pieces, "</mark>" if is_open else ""]))  # noqa: S308 — tags added to set, escaped text


def _parts_clauses(token: str, before: list[str]) -> bool:
    return token == " " and bool(before) and before[-1].startswith("</")


def _opening(anchors: Iterator[str] | None) -> str:
    anchor = next(anchors, "") if anchors else ""
    return f'<mark id="{anchor}">' if anchor else "<mark>"
