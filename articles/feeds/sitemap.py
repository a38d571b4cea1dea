"""Sitemaps (protocol 0.9): an index, and lists of addresses, written while they are sent."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.sax.saxutils import escape

MOST = 50_000  # addresses in one sitemap, by the protocol
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

Place = tuple[str, datetime | None]  # an address, and when what is there last changed, if that is known


def index(sitemaps: Iterable[Place]) -> Iterator[str]:
    """The index of sitemaps at these addresses."""
    return _document("sitemapindex", "sitemap", sitemaps)


def addresses(places: Iterable[Place]) -> Iterator[str]:
    """A sitemap of these places, of which there may be MOST."""
    return _document("urlset", "url", places)


def _document(whole: str, part: str, places: Iterable[Place]) -> Iterator[str]:
    yield f'{HEAD}<{whole} xmlns="{SPACE}">\n'
    for address, changed in places:
        lastmod = f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""
        yield f"<{part}><loc>{escape(address)}</loc>{lastmod}</{part}>\n"
    yield f"</{whole}>\n"
