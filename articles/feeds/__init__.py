"""Feeds and sitemaps as documents: what is in them comes from the views."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime

# Characters that XML 1.0 (2.2) has no way to write.
NOT_XML_RE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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


def clean(text: str) -> str:
    """The text with � for each character that XML cannot hold: control characters, halves of a surrogate pair."""
    return NOT_XML_RE.sub("\ufffd", text)


def cleaned(entry: Entry) -> Entry:
    """The entry with all its texts clean."""
    texts = {one.name: getattr(entry, one.name) for one in fields(entry) if one.name in ("id", "url", "title", "html")}
    lists = {name: [clean(text) for text in getattr(entry, name)] for name in ("authors", "tags")}
    return replace(entry, **{name: clean(text) for name, text in texts.items()}, **lists)
