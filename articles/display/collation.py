"""原文对照: the source of a page line by line, each line with the field it was read as, beside its article."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile
from typing import Any

from articles.display.joins import Join, joins_in, trails
from articles.display.layout import LONG

FIELD_WORDS = {
    "column": "栏目",
    "kicker": "引题",
    "headline": "主题",
    "subtitle": "副题",
    "continued_from": "转接",
    "continued_to": "转接",
    "label": "标记",
    "deck": "提要",
    "byline": "署名",
    "heading": "小标题",
    "paragraph": "正文",
    "caption": "图说",
    "credit": "图片署名",
    "furniture": "版头等",
    "dateline": "电头",
}
JOINED, UNCLAIMED = "接上段", "未归"
# In an article of fewer lines a join is told among the facts, not on a row of its own.
SHORT = 10


@dataclass(frozen=True)
class Piece:
    """Part of a source line: its field, and for a dateline or a name the word set above it."""

    text: str
    field: str = ""
    ruby: str = ""


@dataclass
class Line:
    """One line of the source, untouched."""

    number: int
    owner: int | None
    fields: list[str]
    pieces: list[Piece]
    join: Join | None = None
    paragraph: int = 0  # the number of the paragraph of the article that begins, or goes on, here

    @property
    def tags(self) -> str:
        words = dict.fromkeys(FIELD_WORDS.get(field, field) for field in self.fields)
        return JOINED if self.join else "、".join(words) or UNCLAIMED


@dataclass
class Block:
    """Lines that stand beside one part of the reading: the article's head, a subhead, or a join."""

    kind: str  # head, section, join or furniture
    lines: list[Line] = field(default_factory=list)
    section: Any = None  # the article's section that begins here

    @property
    def has_text(self) -> bool:
        return any("paragraph" in line.fields for line in self.lines)


@dataclass
class Entry:
    """An article (None: 版头等), its place on the page and its blocks, in printed order."""

    article: Any
    blocks: list[Block]
    place: int = 0

    @property
    def joined(self) -> list[Line]:
        """The lines that a join has put on to what stands before them."""
        return [line for block in self.blocks for line in block.lines if line.join]

    @property
    def is_cut(self) -> bool:
        """Whether the print stops within a sentence and nothing that follows it is known."""
        return bool(self.article and self.article.truncated and not getattr(self.article, "continuation", None))

    @property
    def is_short(self) -> bool:
        """Whether joins are told among the facts."""
        return not any(block.kind == "join" for block in self.blocks)

    @property
    def headings(self) -> int:
        return sum(bool(section.heading) for section in self.article.sections.all())

    @property
    def paragraphs(self) -> int:
        return sum(len(section.paragraphs) for section in self.article.sections.all())

    @property
    def size(self) -> str:
        """The headline's size: the first article leads, a stacked or long one is larger than the rest."""
        large = self.article.kicker or self.article.subtitle or self.article.column or self.article.length > LONG
        return "s32" if self.place == 1 else "s28" if large else "s22"


def collate(page: Any, articles: Sequence[Any]) -> list[Entry]:
    """The page's source beside its articles (with `sections` prefetched), in the order of the source."""
    by_position = {article.position: article for article in articles}
    traced = [trail for article in articles for trail in trails(page, article)]
    joins = {start: join for _, sources in traced for start, join in joins_in(page, sources)}
    numbers = {source.start: number for number, sources in traced if number for source in sources}
    groups = groupby(_lines(page, joins, numbers), lambda line: line.owner)
    owned = [(by_position.get(owner), list(lines)) for owner, lines in groups]
    places = {article.pk: place for place, article in enumerate(articles, 1)}
    return [Entry(article, _blocks(lines, article), places[article.pk] if article else 0) for article, lines in owned]


def _lines(page: Any, joins: dict[int, Join], numbers: dict[int, int]) -> Iterator[Line]:
    """The lines that are not blank, each cut into pieces by the spans on it; joins and paragraphs by their place."""
    start = first = 0
    for number, text in enumerate(page.text.split("\n"), 1):
        end = start + len(text)
        while first < len(page.spans) and page.spans[first][1] <= start:
            first += 1
        on_line = list(takewhile(lambda span, end=end: span[0] < end, page.spans[first:]))
        if text.strip():
            join, paragraph = (_at(on_line, places) for places in (joins, numbers))
            pieces, fields = list(_pieces(page, start, end, on_line)), [span[2] for span in on_line]
            yield Line(number, on_line[0][3] if on_line else None, fields, pieces, join, paragraph or 0)
        start = end + 1


def _at(spans: Sequence[Sequence], places: Mapping[int, Any]) -> Any:
    """What is known of the place where the first of the spans begins of which anything is."""
    return next((places[span[0]] for span in spans if span[0] in places), None)


def _pieces(page: Any, start: int, end: int, spans: Sequence[Sequence]) -> Iterator[Piece]:
    """The line cut at its spans, and inside paragraphs and signatures at datelines and names."""
    place = start
    for first, last, name, _ in spans:
        first, last = max(first, start), min(last, end)
        if first > place:
            yield Piece(page.text[place:first])
        if name in ("paragraph", "byline", "credit"):
            yield from _marked(page, first, last, name)
        else:
            yield Piece(page.text[first:last], name)
        place = last
    if place < end:
        yield Piece(page.text[place:end])


def _marked(page: Any, start: int, end: int, name: str) -> Iterator[Piece]:
    here = [mark for mark in page.marks[bisect_left(page.marks, [start]) :][:20] if start <= mark[0] and mark[1] <= end]
    place, plain = start, name if not here and name != "paragraph" else ""
    for first, last, kind, label in here:
        if first > place:
            yield Piece(page.text[place:first], plain)
        yield Piece(page.text[first:last], kind, label or FIELD_WORDS.get(kind, ""))
        place = last
    if place < end:
        yield Piece(page.text[place:end], plain)


def _blocks(lines: Sequence[Line], article: Any) -> list[Block]:
    """Later subheads, and the joins of a long article, begin rows of their own."""
    blocks = [Block("head" if article else "furniture")]
    sections = {section.heading: section for section in article.sections.all()} if article else {}
    for line in lines:
        if "heading" in line.fields and blocks[-1].has_text:
            heading = "".join(piece.text for piece in line.pieces).strip()
            blocks.append(Block("section", section=sections.get(heading)))
        elif line.join and len(lines) >= SHORT:
            blocks.append(Block("join"))
        blocks[-1].lines.append(line)
    return blocks
