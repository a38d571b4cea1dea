"""Feeds as documents: well-formed whatever stands in them, the same matter in either form."""

import datetime
import json
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from articles.characters import legible
from articles.feeds import Entry, Feed, atom, jsonfeed, sitemap

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = datetime.datetime(2026, 3, 1, 8, 30, tzinfo=datetime.UTC)
# Every character that Python knows: control characters and halves of surrogate pairs too.
ANY = st.text(st.characters(exclude_categories=[]))
HOSTILE = "</script>]]>&amp; <b>\x00\x0b\x1f\ud800\ufffe\r\n“泵站”\u2028"


def feed(text: str) -> Feed:
    entry = Entry("tag:a.example,2026:/1", "https://a.example/1", text, text, MOMENT, MOMENT, [text, text], [text])
    return Feed("tag:a.example,2026:/", "https://a.example/f", "https://a.example/", text, text, MOMENT, [entry])


def lines(text: str) -> str:
    """As an XML parser hands line ends on (XML 1.0, 2.11)."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(ANY)
def test_it_writes_well_formed_atom_of_any_text(text):
    root = ElementTree.fromstring(atom.write(feed(text)).encode())
    entry = root.find(f"{ATOM}entry")
    wanted = lines(legible(text))
    assert entry.findtext(f"{ATOM}title") == entry.findtext(f"{ATOM}summary") == root.findtext(f"{ATOM}title") == wanted
    assert [name.text or "" for name in entry.findall(f"{ATOM}author/{ATOM}name")] == [wanted, wanted]


@given(ANY)
def test_it_writes_json_of_any_text(text):
    item = json.loads(jsonfeed.write(feed(text)).encode())["items"][0]
    assert item["title"] == item["content_html"] == item["tags"][0] == legible(text)


@given(ANY)
def test_it_writes_well_formed_sitemaps(text):
    address = f"https://a.example/{legible(text)}"
    root = ElementTree.fromstring("".join(sitemap.addresses([(address, MOMENT), ("https://a.example/", None)])))
    places = [place.findtext(f"{{{sitemap.SPACE}}}loc") for place in root]
    assert places == [lines(address), "https://a.example/"]


def test_it_has_all_that_atom_requires():
    root = ElementTree.fromstring(atom.write(feed("甲")).encode())
    for name in ("id", "title", "updated", "author"):
        assert root.find(f"{ATOM}{name}") is not None
    entry = root.find(f"{ATOM}entry")
    for name in ("id", "title", "updated", "published", "summary", "link", "category"):
        assert entry.find(f"{ATOM}{name}") is not None
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"alternate": "https://a.example/", "self": "https://a.example/f"}
    assert root.findtext(f"{ATOM}updated") == "2026-03-01T08:30:00+00:00"


def test_it_tells_the_same_in_json():
    told = json.loads(jsonfeed.write(feed("甲")))
    assert told["version"] == "https://jsonfeed.org/version/1.1" and told["feed_url"] == "https://a.example/f"
    item = told["items"][0]
    assert item["date_modified"] == item["date_published"] == "2026-03-01T08:30:00+00:00"
    assert item["authors"] == [{"name": "甲"}, {"name": "甲"}]
