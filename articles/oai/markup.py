"""Building XML: the library escapes, this keeps out what no document holds."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from articles.characters import legible


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """A child element; the names of attributes with : or - are given as dictionary."""
    child = SubElement(parent, name, {key: legible(value) for key, value in attributes.items()})
    child.text = legible(text) or None
    return child


def add_all(parent: Element, name: str, texts: Iterable[str], **attributes: str) -> None:
    """A child for each text that says something."""
    for text in texts:
        if text.strip():
            add(parent, name, text, **attributes)


def document(root: Element) -> bytes:
    return tostring(root, encoding="utf-8", xml_declaration=True)
