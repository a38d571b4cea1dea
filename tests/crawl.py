"""Every page that a reader can come to, by following links from the front page."""

import re
from collections.abc import Iterable

from django.test import Client

LINK_RE = re.compile(r'\bhref="(/[^"#]*)')
# A search leads to any number of further searches: only those asked for are opened. Feeds are no pages, and tell when
# the archive came to know of something, not only what.
NOT_FOLLOWED = ("/search/", "/static/", "/admin/", "/feeds/")


def every_page(client: Client, also: Iterable[str] = (), most: int = 2000) -> dict[str, bytes]:
    """{address: body} of all pages linked from / and from the further addresses; fails where a link leads nowhere."""
    pages: dict[str, bytes] = {}
    waiting = ["/", "/errata/", "/robots.txt", *also]
    while waiting:
        address = waiting.pop()
        if address in pages:
            continue
        response = client.get(address)
        assert response.status_code in (200, 301, 302), (address, response.status_code)
        pages[address] = response.getvalue() if response.streaming else response.content
        assert len(pages) < most, "the crawl does not end"
        found = LINK_RE.findall(pages[address].decode(errors="replace")) if response.status_code == 200 else []
        waiting += [link.replace("&amp;", "&") for link in found if not link.startswith(NOT_FOLLOWED)]
    return pages
