"""Building XML: the library escapes, this leaves out what XML 1.0 cannot hold."""

import re
from xml.etree.ElementTree import Element, SubElement, tostring

ILLEGAL_RE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

__all__ = ["Element", "add", "add_all", "clean", "document"]


def clean(text: str) -> str:
    """The text without the characters that no XML document may hold (XML 1.0, production 2)."""
    return ILLEGAL_RE.sub("", text)


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """A child element; the names of attributes with : or - are given as dictionary."""
    child = SubElement(parent, name, {key: clean(value) for key, value in attributes.items()})
    child.text = clean(text) or None
    return child


def add_all(parent: Element, name: str, texts, **attributes: str) -> None:
    """A child for each text that says something."""
    for text in texts:
        if clean(text).strip():
            add(parent, name, text, **attributes)


def document(root: Element) -> bytes:
    return tostring(root, encoding="utf-8", xml_declaration=True)
