"""A plain HTML page: h1 to h6 are headlines and subheads, all other lines are left to the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from articles.formats.markup import Block, Document
from articles.formats.pagefacts import page_facts
from articles.formats.source import Piece
from articles.reading.facts import DATE_RE, PUBLICATION_RE
from articles.reading.labels import START
from articles.reading.stated import INSIDE

# Elements that hold a site's own lines, and those that hold nothing but text of the page.
ASIDE = frozenset(("nav", "footer", "aside", "form"))
TEXT = ("article", "main", "body")
CAPTIONS = frozenset(("figcaption", "caption"))
NUMBERED_RE = re.compile(r"(?:第\S{1,4}版|[A-Z]{1,2}\d{1,3}版)[:：]?\S{0,10}|星期[一二三四五六日]")


def plain_blocks(document: Document) -> Iterator[list[Piece]]:
    """The facts that the file states, then the lines of the page as blocks: headings, lines, headings ..."""
    blocks = text_of_page(document)
    shown = {block.text for block in blocks}
    around = [block for block in document.blocks if block.text not in shown]
    yield [fact for fact in page_facts(document, around) if fact.text not in shown]
    main = _headline_level(blocks)
    runs = [list(run) for _, run in groupby(blocks, key=_is_title)]
    is_open = False
    for run, below in zip(runs, _subhead_levels(runs, main), strict=True):
        if not _is_title(run[0]):
            yield [_line(block, is_open, main) for block in run]
        elif main in (levels := [block.level for block in run]):
            is_open = True
            yield list(_headline(run, levels.index(main), below))
        else:
            yield [Piece(block.text, "heading" if is_open else "") for block in run]


def _subhead_levels(runs: Sequence[list[Block]], main: int) -> list[set[int]]:
    """For each run the levels of the subheads that stand between it and the next headline."""
    result: list[set[int]] = []
    levels: set[int] = set()
    for run in reversed(runs):
        result.append(levels)
        own = {block.level for block in run if _is_title(block)}
        levels = set() if main in own else levels | own
    return result[::-1]


def text_of_page(document: Document) -> list[Block]:
    """The lines that are the page's own: no menus, no links by themselves; where an article is marked, only its."""
    shown = [block for block in document.blocks if not block.zones & ASIDE and (block.level or not block.linked)]
    for zone in TEXT:
        if inside := [block for block in shown if zone in block.zones]:
            return inside
    return shown


def _headline_level(blocks: list[Block]) -> int:
    return min((block.level for block in blocks if _is_title(block)), default=0)


def _is_title(block: Block) -> bool:
    return bool(block.level) and not _is_masthead(block)


def _is_masthead(block: Block) -> bool:
    """A heading that is no more than the paper's name or its day: `江州日报 2024年3月5日 星期二`."""
    parts = block.text.split()
    return any(map(_is_paper_or_day, parts)) and all(map(_is_fact, parts))


def _is_paper_or_day(text: str) -> bool:
    return bool(PUBLICATION_RE.fullmatch(text) or DATE_RE.fullmatch(text))


def _is_fact(text: str) -> bool:
    return _is_paper_or_day(text) or bool(NUMBERED_RE.fullmatch(text))


def _line(block: Block, is_open: bool, main: int) -> Piece:
    if not is_open:
        return Piece(block.text, "furniture" if main and any(map(_is_fact, block.text.split())) else "")
    return Piece(block.text, "caption" if block.zones & CAPTIONS else INSIDE)


def _headline(run: list[Block], place: int, below: set[int]) -> Iterator[Piece]:
    """Kicker, headline and subtitle; where more headings of its level follow, the last is the first of subheads."""
    for number, block in enumerate(run):
        label = "kicker" if number < place else "headline" if block.level == run[place].level else "subtitle"
        if label == "subtitle" and number == len(run) - 1 and block.level in below:
            label = "heading"
        yield Piece(block.text, label if number else START + label)
