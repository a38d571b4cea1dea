"""What an HTML file states of its page: publication, issue date, page number and page name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from articles.formats.markup import Block, Document
from articles.formats.source import Piece
from articles.reading.facts import DATE_RE, NUMBER_RE, PUBLICATION_RE, SHORT_DATE_RE

# Where systems state a fact outright: names of meta elements, comment properties and elements, best first.
PLACES = {
    "publication": ("paper", "papername", "publication", "newspaper"),
    "date": ("date", "publishdate", "pubdate", "publish_date", "article:published_time", "time"),
    "node": ("nodename", "page", "pageno", "pagename", "edition"),
}
ELECTRONIC_RE = re.compile(r"(?:多媒体)?(?:数字|电子)(?:报刊|报纸|版|报)?$")
PAPER_RE = re.compile(r"《\s*(?P<name>[^《》]{2,20}?)\s*》")
TITLE_BREAK_RE = re.compile(r"[-_—|·:：\s]+")
# Longer lines are no furniture.
LONGEST = 60


def page_facts(document: Document, around: list[Block]) -> Iterator[Piece]:
    """A line for each fact, as the file gives it; around are the lines that stand outside the articles."""
    shown = [block.text for block in around if not block.linked and len(block.text) <= LONGEST]
    if publication := _first(_stated(document, "publication"), _as_it_is) or _first(shown, _paper) or _titled(document):
        yield Piece(publication, "publication")
    if date := _first([*_stated(document, "date"), *shown, document.title], _date):
        yield Piece(date, "date")
    yield from _node([*_stated(document, "node"), *shown, document.title])


def _stated(document: Document, fact: str) -> list[str]:
    names = PLACES[fact]
    elements = [f"founder-{name}" for name in names]
    return [
        *(block.text for block in document.blocks if any(name in block.zones for name in elements)),
        *(line for name in names for line in document.properties.get(name, ())),
        *(document.metas[name] for name in names if name in document.metas),
    ]


def _first(texts: list[str], find: Callable[[str], str]) -> str:
    return next(filter(None, map(find, texts)), "")


def _as_it_is(text: str) -> str:
    return ELECTRONIC_RE.sub("", text.strip("《》 "))


def _paper(text: str) -> str:
    if match := PAPER_RE.search(text):
        return match["name"]
    match = PUBLICATION_RE.search(text)
    return match["name"] if match else ""


def _titled(document: Document) -> str:
    """The paper named in the title: `江州日报数字报-第01版` gives 江州日报."""
    parts = [ELECTRONIC_RE.sub("", part) for part in TITLE_BREAK_RE.split(document.title)]
    return _first([part for part in parts if PUBLICATION_RE.fullmatch(part)], _paper)


def _date(text: str) -> str:
    match = DATE_RE.search(text) or SHORT_DATE_RE.search(text)
    return match[0] if match else ""


def _node(texts: list[str]) -> Iterator[Piece]:
    """`第01版：要闻` is number and name; the number may stand alone."""
    for text in texts:
        if match := NUMBER_RE.search(text):
            yield Piece(match[0].strip(), "number")
            if name := re.match(r"\s*[:：·—\-|]?\s*(?P<name>[^\s\d:：（）()《》|_-]{2,10})\s*$", text[match.end() :]):
                yield Piece(name["name"], "name")
            return
