"""One article of an e-paper's HTML: what its elements say is headline, what byline, what text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.formats.markup import CONTENT, Block, Document
from articles.formats.source import Piece
from articles.reading.labels import START
from articles.reading.stated import INSIDE

# Where the text of an article stands, the closest element first.
BODIES = ("founder-content", CONTENT, "#ozoom", "#articlecontent")
CAPTIONS = frozenset(("figcaption", "caption", "#newspic", "founder-caption"))
# The headline's parts in printed order, with the names that elements, comment properties and meta elements give them.
PARTS = {
    "kicker": ("introtitle", "pretitle"),
    "headline": ("title",),
    "subtitle": ("subtitle",),
    "byline": ("author",),
}
# 本报记者 徐坊 《江州日报》（2024年03月05日 第01版）: who signs, before where it stood.
SOURCE_RE = re.compile(r"《[^《》]{2,20}》\s*[（(][^（）()]*\d[^（）()]*[）)]\s*$")


@dataclass
class Story:
    """An article's stated parts, each a list of lines, and its text; around are the lines that are none of it."""

    kicker: list[str] = field(default_factory=list)
    headline: list[str] = field(default_factory=list)
    subtitle: list[str] = field(default_factory=list)
    byline: list[str] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    around: list[Block] = field(default_factory=list)

    def blocks(self) -> Iterator[list[Piece]]:
        """The article as blocks of lines: the headline's parts, the byline, the text; the first line begins it."""
        heads = [[Piece(line, part) for line in getattr(self, part)] for part in PARTS]
        blocks = [block for block in (*heads, self.body) if block]
        if any(heads):
            first = blocks[0][0]
            blocks[0][0] = first._replace(stated=START + first.stated)
        elif blocks:
            blocks[0][0] = Piece(blocks[0][0].text)
        yield from blocks


def has_body(document: Document) -> bool:
    """Whether a file marks the text of one article."""
    return bool(_body_zone(document))


def story_of(document: Document) -> Story:
    """The article of a file; one that marks no text has its headline only."""
    zones = CAPTIONS | {_body_zone(document)}
    body = [_piece(block) for block in document.blocks if block.zones & zones]
    around = [block for block in document.blocks if not block.zones & zones]
    story = Story(body=body, around=around)
    for part, names in PARTS.items():
        setattr(story, part, _from_elements(around, names) or _from_properties(document, names))
    if not story.headline:
        _take_headings(story)
    story.byline = story.byline or _signed(around)
    return story


def _body_zone(document: Document) -> str:
    return next((zone for zone in BODIES if any(zone in block.zones for block in document.blocks)), "")


def _piece(block: Block) -> Piece:
    if block.zones & CAPTIONS:
        return Piece(block.text, "caption")
    return Piece(block.text, "heading" if block.level else INSIDE)


def _from_elements(blocks: list[Block], names: tuple[str, ...]) -> list[str]:
    return [block.text for block in blocks if any(f"founder-{name}" in block.zones for name in names)]


def _from_properties(document: Document, names: tuple[str, ...]) -> list[str]:
    return next((document.properties[name] for name in names if name in document.properties), [])


def _take_headings(story: Story) -> None:
    """Headings h3, h1, h2 outside the text are kicker, headline, subtitle, in the order in which they are printed."""
    headings = [block for block in story.around if block.level]
    if not headings:
        return
    main = min(block.level for block in headings)
    numbers = [number for number, block in enumerate(headings) if block.level == main]
    story.kicker = story.kicker or [block.text for block in headings[: numbers[0]]]
    story.headline = [headings[number].text for number in numbers]
    story.subtitle = story.subtitle or [block.text for block in headings[numbers[0] + 1 :] if block.level != main]


def _signed(blocks: list[Block]) -> list[str]:
    """Who signs, from a line that names the paper and its day after them."""
    for block in blocks:
        if (match := SOURCE_RE.search(block.text)) and block.text[: match.start()].strip():
            return [block.text[: match.start()].strip()]
    return []
