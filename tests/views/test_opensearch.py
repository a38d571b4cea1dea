"""The site as a search engine of the browser."""

from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from tests.factories import index, make_article
from tests.views.shown import Shown

SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_it_describes_the_search_with_addresses_that_work(client, db):
    link = Shown(client, "/").root.find(".//link[@rel='search']")
    answer = client.get(link.get("href"))
    assert link.get("type") == answer["Content-Type"] == "application/opensearchdescription+xml"
    root = ElementTree.fromstring(answer.content)
    assert len(root.findtext(f"{SPACE}ShortName")) <= 16 and root.findtext(f"{SPACE}InputEncoding") == "UTF-8"
    for url in root.findall(f"{SPACE}Url"):
        told = client.get(url.get("template").replace("{searchTerms}", quote("水库")))
        assert told.status_code == 200 and told["Content-Type"].startswith(url.get("type"))


def test_it_suggests_in_the_form_of_browsers(client, db):
    index(make_article(headline="湖州水库放水", place="湖州", bylines=["程野"]))
    answer = client.get("/opensearch/suggest", {"q": "湖"})
    assert answer.json() == [
        "湖",
        ["湖州", "湖州水库放水"],
        ["地名，1 篇", "标题"],
        ["http://testserver/places/%E6%B9%96%E5%B7%9E/", answer.json()[3][1]],
    ]
    assert client.get(answer.json()[3][1]).status_code == 200


@pytest.mark.parametrize("q", ["", "水" * 101, "\x00", "<b>"])
def test_it_suggests_nothing_for_what_nothing_is_called(client, db, q):
    answer = client.get("/opensearch/suggest", {"q": q})
    assert answer.status_code == 200 and answer.json()[1:] == [[], [], []]
