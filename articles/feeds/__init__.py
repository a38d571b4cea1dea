"""Feeds and sitemaps as documents: what is in them comes from the views."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime

from articles.characters import legible


@dataclass(frozen=True)
class Entry:
    """One item: id never changes; html is escaped already; authors and tags may be none."""

    id: str
    url: str
    title: str
    html: str
    updated: datetime
    published: datetime | None = None
    authors: Sequence[str] = ()
    tags: Sequence[str] = ()


@dataclass(frozen=True)
class Feed:
    """A feed: url is its own address, home that of the page with the same matter; author speaks for all entries."""

    id: str
    url: str
    home: str
    title: str
    author: str
    updated: datetime
    entries: Sequence[Entry] = field(default_factory=list)


def legibly(entry: Entry) -> Entry:
    """The entry with all its texts legible."""
    texts = {one.name: getattr(entry, one.name) for one in fields(entry) if one.name in ("id", "url", "title", "html")}
    lists = {name: [legible(text) for text in getattr(entry, name)] for name in ("authors", "tags")}
    return replace(entry, **{name: legible(text) for name, text in texts.items()}, **lists)
