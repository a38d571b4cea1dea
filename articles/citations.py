"""Citing an article: GB/T 7714—2025, form of an article in a newspaper."""

from collections.abc import Sequence
from typing import Any

from articles.display.signatures import writers
from articles.typography import full_width

NAMED = 3


def gbt7714_2025(article: Any, address: str = "") -> str:
    """The reference as the standard has it; what is inferred stands in [ ], what is unknown is left out.

    徐小坊，吴小昊. 清泉入户[N/OL]. 江州日报，2024-03-07（2）. https://…
    """
    page, mark = article.page, "N/OL" if address else "N"
    source = "，".join(filter(None, [_fact(page, "publication", page.publication), _day(page)])) + _number(page)
    title = f"{full_width(article.title)}[{mark}]"
    return ". ".join(filter(None, [_names(article), title, source, address])) + ("" if address else ".")


def _names(article: Any) -> str:
    names = [byline.name for byline in writers(article) if byline.name] or _photographers(article)
    unique = list(dict.fromkeys(names))
    return "，".join([*unique[:NAMED], *(["等"] if len(unique) > NAMED else [])])


def _photographers(article: Any) -> Sequence[str]:
    """A photo printed by itself is the work of those credited under it."""
    return [byline.name for byline in article.bylines.all() if byline.name]


def _day(page: Any) -> str:
    return _fact(page, "date", page.date.isoformat()) if page.date else ""


def _number(page: Any) -> str:
    return f"（{_fact(page, 'number', page.number)}）" if page.number else ""


def _fact(page: Any, field: str, value: str) -> str:
    return f"[{value}]" if value and page.is_inferred(field) else value
