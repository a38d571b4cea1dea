"""A feed as JSON Feed 1.1."""

import json
from typing import Any

from articles.characters import legible
from articles.feeds import Entry, Feed, legibly

VERSION = "https://jsonfeed.org/version/1.1"


def write(feed: Feed) -> str:
    """The document, in the same characters as the Atom feed of the same matter."""
    head = {"version": VERSION, "title": legible(feed.title), "home_page_url": feed.home, "feed_url": feed.url}
    items = [_item(entry) for entry in map(legibly, feed.entries)]
    content = head | {"language": "zh-Hans", "authors": [{"name": legible(feed.author)}], "items": items}
    return json.dumps(content, ensure_ascii=False)


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {"id": entry.id, "url": entry.url, "title": entry.title, "content_html": entry.html}
    item["date_modified"] = entry.updated.isoformat()
    if entry.published:
        item["date_published"] = entry.published.isoformat()
    if entry.authors:
        item["authors"] = [{"name": name} for name in entry.authors]
    return item | ({"tags": list(entry.tags)} if entry.tags else {})
