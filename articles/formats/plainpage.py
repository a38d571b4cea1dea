"""A plain HTML page: h1 to h6 are headlines and subheads, all other lines are left to the reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from articles.formats.markup import Block, Document
from articles.formats.pagefacts import page_facts
from articles.formats.source import Piece
from articles.reading.facts import DATE_RE, PUBLICATION_RE
from articles.reading.labelling import START
from articles.reading.stated import INSIDE

# Elements that hold a site's own lines, and those that hold nothing but text of the page.
ASIDE = frozenset(("nav", "footer", "aside", "form"))
TEXT = ("article", "main", "body")
CAPTIONS = frozenset(("figcaption", "caption"))
NUMBERED_RE = re.compile(r"(?:第\S{1,4}版|[A-Z]{1,2}\d{1,3}版)[:：]?\S{0,10}|星期[一二三四五六日]")


def plain_blocks(document: Document) -> Iterator[list[Piece]]:
    """The lines of a page as blocks, each beginning with headings where there are any."""
    blocks = text_of_page(document)
    main = _headline_level(blocks)
    shown = {block.text for block in blocks}
    around = [block for block in document.blocks if block.text not in shown]
    yield [fact for fact in page_facts(document, around) if fact.text not in shown]
    open_article = False
    for is_heading, group in groupby(blocks, key=lambda block: bool(block.level) and not _is_masthead(block)):
        run = list(group)
        if not is_heading:
            yield [_line(block, open_article, main) for block in run]
            continue
        levels = [block.level for block in run]
        if main in levels:
            open_article = True
            yield list(_headline(run, levels.index(main), _is_sectioned(blocks, run)))
        else:
            yield [Piece(block.text, "heading" if open_article else "") for block in run]


def text_of_page(document: Document) -> list[Block]:
    """The lines that are the page's own: no menus, no links by themselves; where an article is marked, only its."""
    shown = [block for block in document.blocks if not block.zones & ASIDE and (block.level or not block.linked)]
    for zone in TEXT:
        if inside := [block for block in shown if zone in block.zones]:
            return inside
    return shown


def _headline_level(blocks: list[Block]) -> int:
    return min((block.level for block in blocks if block.level and not _is_masthead(block)), default=0)


def _is_masthead(block: Block) -> bool:
    """A heading that is no more than the paper's name or its day: `江州日报 2024年3月5日 星期二`."""
    parts = block.text.split()
    return any(map(_is_paper_or_day, parts)) and all(map(_is_fact, parts))


def _is_paper_or_day(text: str) -> bool:
    return bool(PUBLICATION_RE.fullmatch(text) or DATE_RE.fullmatch(text))


def _is_fact(text: str) -> bool:
    return _is_paper_or_day(text) or bool(NUMBERED_RE.fullmatch(text))


def _line(block: Block, open_article: bool, main: int) -> Piece:
    if not open_article:
        return Piece(block.text, "furniture" if main and any(map(_is_fact, block.text.split())) else "")
    return Piece(block.text, "caption" if block.zones & CAPTIONS else INSIDE)


def _is_sectioned(blocks: list[Block], run: list[Block]) -> bool:
    """Whether a heading after the headline is the first of several subheads rather than a subtitle."""
    level = run[-1].level
    return Counter(block.level for block in blocks)[level] > 1 + sum(block.level == level for block in run[:-1])


def _headline(run: list[Block], place: int, sectioned: bool) -> Iterator[Piece]:
    for number, block in enumerate(run):
        last = number == len(run) - 1
        label = "kicker" if number < place else "headline" if block.level == run[place].level else "subtitle"
        if label == "subtitle" and last and sectioned:
            label = "heading"
        yield Piece(block.text, label if number else START + label)
