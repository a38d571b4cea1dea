"""A feed as Atom (RFC 4287)."""

from datetime import datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed

from articles.characters import legible
from articles.feeds import Feed, legibly


class _Atom(Atom1Feed):
    """Django's generator, with every author of an entry, and the time at which the archive changed, not the present."""

    def latest_post_date(self) -> datetime:
        changed: datetime = self.feed["changed"]
        return changed

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


def write(feed: Feed) -> str:
    """The document; whatever stands in the feed's texts, it is well-formed."""
    names = {"title": legible(feed.title), "author_name": legible(feed.author), "language": "zh-Hans"}
    atom = _Atom(link=feed.home, description="", feed_url=feed.url, feed_guid=feed.id, changed=feed.updated, **names)
    for entry in map(legibly, feed.entries):
        dates = {"pubdate": entry.published, "updateddate": entry.updated}
        told = {"title": entry.title, "link": entry.url, "description": entry.html, "unique_id": entry.id}
        atom.add_item(**told, **dates, categories=entry.tags, authors=entry.authors)
    return atom.writeString("utf-8")
