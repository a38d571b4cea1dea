"""What is cited of an article: the facts that every form of a reference is made of."""

import datetime
import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from articles.characters import legible
from articles.display.signatures import writers

LANGUAGE = "zh-CN"
CORRESPONDENT_RE = re.compile("通[讯信]员")


@dataclass(frozen=True)
class Reference:
    """One article as it is cited, each text in one line; "" or None is what is not known.

    number: 版次; section: 版名; inferred: which of publication, date and number are somebody's inference.
    """

    key: str
    title: str
    authors: tuple[str, ...] = ()
    publication: str = ""
    date: datetime.date | None = None
    number: str = ""
    section: str = ""
    column: str = ""
    address: str = ""
    inferred: frozenset[str] = frozenset()


def refer(article: Any, address: str = "") -> Reference:
    """The article with its permanent address in full; needs its page, and `bylines` prefetched."""
    page = article.page
    return Reference(
        key=article.key,
        title=one_line(article.title),
        authors=tuple(_authors(article)),
        publication=one_line(page.publication),
        date=page.date,
        number=one_line(page.number),
        section=one_line(page.name),
        column=one_line(article.column),
        address=address,
        inferred=frozenset(field for field in ("publication", "date", "number") if page.is_inferred(field)),
    )


def one_line(text: str) -> str:
    """The text without controls, each run of blanks as one.

    >>> one_line("清泉\\r\\nER  - 入户")
    '清泉 ER - 入户'
    """
    return " ".join(legible(text, " ").split())


def _authors(article: Any) -> list[str]:
    """Each once, in printed order. A photo printed by itself is the work of those credited under it."""
    named = [byline for byline in article.bylines.all() if one_line(byline.name)]
    signed = [byline for byline in writers(article) if byline in named] or named
    if not settings.CITE_CORRESPONDENTS:
        signed = [byline for byline in signed if not CORRESPONDENT_RE.search(byline.role)] or signed
    return list(dict.fromkeys(one_line(byline.name) for byline in signed))
