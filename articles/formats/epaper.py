"""An e-paper's HTML file as the text of a page: an article, a page's list of articles, or a plain page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

from articles.formats.charset import markup_of
from articles.formats.markup import Document, parse
from articles.formats.pagefacts import page_facts
from articles.formats.plainpage import plain_blocks, text_of_page
from articles.formats.source import Piece, Source, compose
from articles.formats.stories import Story, has_body, story_of
from articles.reading.decoding import Unreadable
from articles.reading.stated import INSIDE

# What e-paper systems call the files of articles: content_20240305_1_2.htm.
ARTICLE_RE = re.compile(r"(?:^|/)content[_-]?\w+\.html?$", re.IGNORECASE)
Beside = Callable[[str], bytes | None]


def read_html(source: bytes, beside: Beside) -> Source:
    """The text of an HTML page; beside gives the bytes of a file that it links. Raises Unreadable."""
    markup, encoding = markup_of(source)
    document = parse(markup)
    if has_body(document):
        story = story_of(document)
        return compose([list(page_facts(document, story.around)), *story.blocks()], encoding)
    if articles := _articles(document):
        return compose(_listed_page(document, articles, beside), encoding)
    blocks = list(plain_blocks(document))
    if not any(blocks):
        raise Unreadable("网页里没有文字")
    return compose(blocks, encoding)


def listed(source: bytes) -> list[str]:
    """The article files that a page's list names, in its order; none for any other file. Raises Unreadable."""
    document = parse(markup_of(source)[0])
    return [] if has_body(document) else list(_articles(document))


def _articles(document: Document) -> dict[str, str]:
    """{article file: its title in the list}."""
    found: dict[str, str] = {}
    for href, text in document.links:
        name = unquote(urlsplit(href).path) if "://" not in href else ""
        if ARTICLE_RE.search(name) and not name.startswith("/"):
            found[name] = found.get(name) or text
    return found


def _listed_page(document: Document, articles: dict[str, str], beside: Beside) -> Iterator[list[Piece]]:
    """The facts of the page, then its articles; one whose file is missing has its title only."""
    yield list(page_facts(document, document.blocks))
    for name, title in articles.items():
        body = beside(name)
        yield from _listed_article(name, title, body) if body else Story(headline=[title]).blocks()


def _listed_article(name: str, title: str, source: bytes) -> Iterator[list[Piece]]:
    try:
        document = parse(markup_of(source)[0])
    except Unreadable as error:
        raise Unreadable(f"{name}：{error.message}") from error
    story = story_of(document)
    if not has_body(document):
        story.body = [Piece(block.text, INSIDE) for block in text_of_page(document) if not block.level]
    story.headline = story.headline or [title]
    return story.blocks()
