"""From an article through the results of the search it was found by."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.factories import index, make_article
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def found():
    articles = [make_article(headline=f"水库{number}", key=f"k{number}") for number in range(3)]
    index(*articles)
    return articles


def bar(client, key: str, **query) -> dict[str, str]:
    page = Shown(client, f"/articles/{key}/", query_params={"q": "水库", "order": "newest", **query})
    return {page.words(link): link.get("href") for link in page.root.findall(".//nav[@class='found ui']//a")} | {
        "": page.all(".//nav[@class='found ui']")[0]
    }


def test_it_leads_to_the_results_before_and_after(client, found):
    ways = bar(client, "k1", n=2)
    assert "第 2 条，共 3 条" in ways[""]
    for word, path, place in (("上一条", "/articles/k0/", "1"), ("下一条", "/articles/k2/", "3")):
        target = urlsplit(ways[word])
        assert (target.path, parse_qs(target.query)) == (path, {"q": ["水库"], "order": ["newest"], "n": [place]})


def test_it_ends_where_the_results_end(client, found):
    assert "上一条" not in bar(client, "k0", n=1) and "下一条" in bar(client, "k0", n=1)
    assert "下一条" not in bar(client, "k2", n=3) and "上一条" in bar(client, "k2", n=3)


@pytest.mark.parametrize("place", ["", "0", "3", "-1", "x", "²", "999999999"])
def test_it_only_leads_back_where_the_place_is_not_known(client, found, place):
    ways = bar(client, "k1", n=place)
    assert "回到结果" in ways and "下一条" not in ways and "条，共" not in ways[""]


def test_it_leads_back_to_the_page_of_the_list(client):
    articles = [make_article(headline=f"水库{number}", key=f"k{number}") for number in range(22)]
    index(*articles)
    ways = bar(client, "k20", n=21)
    assert parse_qs(urlsplit(ways["回到结果"]).query)["page"] == ["2"]


def test_it_says_nothing_without_a_search(client, found):
    assert Shown(client, "/articles/k1/").all(".//nav[@class='found ui']") == []
