"""Asking the harvesting address in tests: every answer is held against the grammar before it is looked at."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.test import Client
from lxml import etree

from articles.models import Tombstone
from tests.factories import make_article

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schema" / "all.xsd"))
NAMES = {
    "o": "http://www.openarchives.org/OAI/2.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
}
START = datetime(2026, 1, 1, tzinfo=UTC)


class Answer:
    """A valid answer; looks things up by short paths."""

    def __init__(self, content: bytes) -> None:
        self.tree = etree.fromstring(content)
        SCHEMA.assertValid(self.tree)

    def texts(self, path: str) -> list[str]:
        found = self.tree.xpath(f"//{path}", namespaces=NAMES)
        return [one if isinstance(one, str) else one.text or "" for one in found]

    def text(self, path: str) -> str:
        [one] = self.texts(path)
        return one

    @property
    def errors(self) -> list[str]:
        return [str(code) for code in self.texts("o:error/@code")]

    @property
    def keys(self) -> list[str]:
        return [identifier.rpartition(":")[2] for identifier in self.texts("o:header/o:identifier")]

    @property
    def token(self) -> str:
        return "".join(self.texts("o:resumptionToken"))


def ask(verb: str = "", **arguments: str) -> Answer:
    query = ({"verb": verb} if verb else {}) | {name.rstrip("_"): value for name, value in arguments.items()}
    response = Client().get("/oai", query)
    assert (response.status_code, response["Content-Type"]) == (200, "text/xml; charset=utf-8")
    return Answer(response.content)


def records(**arguments: str) -> Answer:
    return ask("ListRecords", metadataPrefix="oai_dc", **arguments)


def after(seconds: int) -> datetime:
    return START + timedelta(seconds=seconds)


def changed_article(seconds: int = 0, page=None, **fields):
    """An article that last changed so long after the start."""
    return make_article(page, changed=after(seconds), **fields)


def gone_article(key: str, seconds: int = 0, **fields) -> Tombstone:
    return Tombstone.objects.create(key=key, changed=after(seconds), **fields)
