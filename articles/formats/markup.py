"""HTML as blocks in printed order: each a line of text that knows the elements it stands in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

# Elements that begin and end a line; the names of e-paper systems count among them.
_BLOCKS = (
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul"
)
_VOID = "area base br col embed hr img input link meta param source track wbr"
# Elements whose text is not shown.
_HIDDEN = "script style noscript template select button textarea iframe svg object map title"
BLOCKS, VOID, HIDDEN = (frozenset(names.split()) for names in (_BLOCKS, _VOID, _HIDDEN))
# An element that a new one of its kind ends.
CLOSED_BY = {name: frozenset({name}) for name in ("p", "li", "tr", "option")} | dict.fromkeys(
    ("td", "th"), frozenset({"td", "th"})
)
OWN = "founder-"
# Deeper than any page is built; a broken file may go on for ever.
DEEPEST = 200
LONGEST_COMMENT = 20_000
PROPERTY_RE = re.compile(
    r"<(?:founder-)?(?P<name>[a-z]+)>(?P<value>.*?)</(?:founder-)?(?P=name)>", re.DOTALL | re.IGNORECASE
)
TAG_RE = re.compile(r"<[^>]*>")
LINE_TAG_RE = re.compile(r"<(?:br|/?p)\b[^>]*>", re.IGNORECASE)
BLANKS_RE = re.compile(r"[ \t\r\n\f]+")
WIDE_RE = re.compile(r"[\u2e80-\u9fff\u3000-\u303f\uf900-\ufaff\uff00-\uffef“”‘’—…·]")
CONTENT_OPENS, CONTENT_ENDS, CONTENT = "enpcontent", "/enpcontent", "!enpcontent"


@dataclass(frozen=True)
class Block:
    """A line of text with the names of the elements around it (tag, #id, .class); linked where it is all a link."""

    text: str
    zones: frozenset[str]
    linked: bool = False

    @property
    def level(self) -> int:
        """1 to 6 for a heading, else 0."""
        return next((number for number in range(1, 7) if f"h{number}" in self.zones), 0)


@dataclass
class Document:
    """What an HTML file shows and states: blocks, links, meta elements, and properties that its comments give."""

    blocks: list[Block] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    properties: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""


def parse(markup: str) -> Document:
    """The document of an HTML file; any text at all is taken."""
    parser = _Parser()
    parser.feed(_whole(markup))
    parser.close()
    parser.flush()
    return parser.document


def _whole(markup: str) -> str:
    """The markup without tags that never end: html.parser reads each of those to the end of the file."""
    end = markup.rfind(">") + 1
    return markup[:end] + markup[end:].partition("<")[0]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self.stack: list[tuple[str, list[str]]] = []
        self.zones: Counter[str] = Counter()
        self.parts: list[str] = []
        self.linked = 0
        self.link: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._meta(given)
        if tag == "br" or _is_block(tag):
            self.flush()
        if tag == "time" and "datetime" in given:
            self.document.metas.setdefault("time", given["datetime"])
        if "href" in given and tag in ("a", "area"):
            self._close_link()
            self.link = (given["href"], [])
        if tag == "area":
            self._close_link()
        if tag not in VOID:
            self._open(tag, given)

    def _meta(self, given: dict[str, str]) -> None:
        name = given.get("name") or given.get("property") or given.get("itemprop")
        if name and given.get("content", "").strip():
            self.document.metas.setdefault(name.lower(), given["content"].strip())

    def _open(self, tag: str, given: dict[str, str]) -> None:
        for other in CLOSED_BY.get(tag, ()):
            if self.stack and self.stack[-1][0] == other:
                self._pop()
        if len(self.stack) < DEEPEST:
            names = [tag, *(f".{name.lower()}" for name in given.get("class", "").split())]
            names += [f"#{given['id'].lower()}"] if given.get("id") else []
            self.stack.append((tag, names + ["!hidden"] * _is_hidden(tag, given)))
            self.zones.update(self.stack[-1][1])

    def handle_endtag(self, tag: str) -> None:
        if _is_block(tag):
            self.flush()
        if tag == "a":
            self._close_link()
        if self.zones[tag] > 0:
            while self._pop() != tag:
                pass

    def _pop(self) -> str:
        tag, names = self.stack.pop()
        self.zones.subtract(names)
        return tag

    def _close_link(self) -> None:
        if self.link:
            href, parts = self.link
            self.document.links.append((href.strip(), close_up("".join(parts))))
            self.link = None

    def handle_data(self, data: str) -> None:
        if self.zones["title"] > 0 and self.zones["svg"] <= 0:
            self.document.title = self.document.title or close_up(data)
        if self.zones["!hidden"] > 0:
            return
        self.parts.append(data)
        if self.link:
            self.link[1].append(data)
            self.linked += ink(data)

    def handle_comment(self, data: str) -> None:
        mark = data.strip().lower()
        if mark in (CONTENT_OPENS, CONTENT_ENDS):
            self.flush()
            self.zones[CONTENT] = int(mark == CONTENT_OPENS)
        elif mark.startswith("enpproperty"):
            for match in PROPERTY_RE.finditer(data[:LONGEST_COMMENT]):
                if lines := lines_of(match["value"]):
                    self.document.properties.setdefault(match["name"].lower(), lines)

    def flush(self) -> None:
        """End the line that is being read."""
        raw = "".join(self.parts)
        if text := close_up(raw):
            zones = frozenset(name for name, count in self.zones.items() if count > 0)
            self.document.blocks.append(Block(text, zones, self.linked >= ink(raw)))
        self.parts, self.linked = [], 0


def _is_hidden(tag: str, given: dict[str, str]) -> bool:
    return tag in HIDDEN or "hidden" in given or "display:none" in given.get("style", "").replace(" ", "").lower()


def _is_block(tag: str) -> bool:
    return tag in BLOCKS or tag.startswith(OWN)


def ink(text: str) -> int:
    """How many signs of a text are no blanks."""
    return len("".join(text.split()))


def lines_of(markup: str) -> list[str]:
    """The lines of a small piece of HTML: `<p>一桥飞架</p>` gives ["一桥飞架"]."""
    lines = LINE_TAG_RE.sub("\n", markup.replace("\n", " ")).split("\n")
    return [text for line in lines if (text := close_up(unescape(TAG_RE.sub("", line))))]


def close_up(text: str) -> str:
    """A line with its blanks as a browser shows them; a line end between Chinese signs leaves none."""

    def blank(match: re.Match[str]) -> str:
        around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        return "" if "\n" in match[0] and len(WIDE_RE.findall(around)) == 2 else " "

    return BLANKS_RE.sub(blank, text).replace("\xa0", " ").strip()
