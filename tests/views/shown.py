"""A public page as a reader gets it: valid HTML, its text, its links."""

import re
from xml.etree.ElementTree import Element

import html5lib
from django.test import Client


class Shown:
    """The page at an address; fails where the answer is not the status expected, or no valid HTML."""

    def __init__(self, client: Client, path: str, status: int = 200, **options):
        self.response = client.get(path, **options)
        assert self.response.status_code == status, (path, self.response.status_code)
        self.html = self.response.text
        self.root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(self.html)

    @property
    def text(self) -> str:
        return self.words(self.root.find("body"))

    @property
    def main(self) -> str:
        return self.words(self.root.find(".//main"))

    @property
    def title(self) -> str:
        return self.root.findtext("head/title") or ""

    @property
    def links(self) -> list[str]:
        return [link.get("href") for link in self.root.iter("a")]

    @property
    def scripts(self) -> list[Element]:
        """Scripts that a browser would run; data blocks are none."""
        return [script for script in self.root.iter("script") if script.get("type") != "application/ld+json"]

    def all(self, path: str) -> list[str]:
        """The text of each element that the path finds."""
        return [self.words(element) for element in self.root.findall(path)]

    @staticmethod
    def words(element: Element) -> str:
        return re.sub(r"\s+", " ", "".join(element.itertext())).strip()
