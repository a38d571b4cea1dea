"""合作."""

import datetime
from itertools import combinations
from xml.etree import ElementTree

import pytest
from django.db import connection

from articles.models import Article, Person, Tie
from tests.factories import make_article, make_load, make_page, make_person
from tests.statements import statements
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db
SVG, GRAPHML = "{http://www.w3.org/2000/svg}", "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def some():
    make_article(bylines=["甲方", "乙方"])
    make_article(bylines=["甲方", "乙方", "丙方"])
    make_article(make_page(date=datetime.date(2020, 1, 1), publication="临溪日报"), bylines=["丁方", "戊方"])
    make_load()


def pairs(page: Shown) -> dict[frozenset, str]:
    return {
        frozenset(page.words(row.find("th")).split()): page.words(row.find("td"))
        for row in page.root.findall(".//tbody/tr")
    }


def test_it_shows_who_signs_with_whom(client, some):
    page = Shown(client, "/network/")
    assert pairs(page)[frozenset({"甲方", "乙方"})] == "2" and len(pairs(page)) == 4
    assert sorted(page.all(f".//{SVG}text")) == ["丁方", "丙方", "乙方", "戊方", "甲方"]
    assert page.root.find(f".//{SVG}svg").get("role") == "img"
    assert page.all(f".//{SVG}title") == ["合作：5 人，4 对"]


@pytest.mark.parametrize("path", ["/network/", "/network.graphml", "/network/?by=甲方"])
def test_it_is_the_same_whatever_rows_people_have(client, path):
    names, shown = ["甲方", "乙方", "丙方", "丁方"], []
    for order in (names, names[::-1]):
        for name in order:
            make_person(name)
        for pair in combinations(names, 2):
            make_article(bylines=pair)
        make_load()
        shown.append(client.get(path).content)
        Article.objects.all().delete()
        Person.objects.all().delete()
    assert shown[0] == shown[1]


@pytest.mark.parametrize("asked, names", [("paper=临溪日报", "丁戊"), ("year=2024", "甲乙丙"), ("by=丙方", "甲乙丙")])
def test_it_is_held_to_a_paper_a_year_or_a_person(client, some, asked, names):
    page = Shown(client, f"/network/?{asked}")
    assert {name[0] for pair in pairs(page) for name in pair} == set(names)


@pytest.mark.parametrize("asked", ["paper=没有", "year=1900", "year=x", "by=没有", "by=" + "长" * 99])
def test_it_knows_no_others(client, some, asked):
    Shown(client, f"/network/?{asked}", 404)


def test_it_says_where_nobody_signs_together(client):
    make_article(bylines=["甲方"])
    assert "还没有读出一同署名的人" in Shown(client, "/network/").main
    assert "这个范围里没有" in Shown(client, "/network/?by=甲方").main


def test_it_gives_graphml(client, some):
    answer = client.get("/network.graphml?year=2024")
    root = ElementTree.fromstring(answer.content)
    names = {node.get("id"): node.find(f"{GRAPHML}data").text for node in root.iter(f"{GRAPHML}node")}
    assert sorted(names.values()) == ["丙方", "乙方", "甲方"]
    ends = {
        frozenset((names[edge.get("source")], names[edge.get("target")])): edge.find(f"{GRAPHML}data").text
        for edge in root.iter(f"{GRAPHML}edge")
    }
    assert ends[frozenset({"甲方", "乙方"})] == "2" and len(ends) == 3


def test_it_is_led_to_from_people(client, some):
    assert "/network/" in Shown(client, "/people/").links
    assert any(link.startswith("/network/?by=") for link in Shown(client, "/people/甲方/").links)


def test_it_asks_little_and_walks_the_index(client, some, django_assert_max_num_queries):
    with django_assert_max_num_queries(statements(6)):
        Shown(client, "/network/?by=甲方")
    if connection.vendor == "sqlite":
        assert "tie_by_strength" in Tie.objects.within("", 2024).order_by("-articles")[:9].explain()


def test_it_shows_the_months_in_which_a_person_signed(client):
    for month in (1, 1, 4):
        make_article(make_page(date=datetime.date(2024, month, 3)), bylines=["甲方"])
    page = Shown(client, "/people/甲方/")
    assert "2024年1月至2024年4月，2 个月有署名，最多一月 2 篇（2024年1月）" in page.main
    assert len(page.root.findall(f".//{SVG}rect")) == 2


def test_it_hides_nobody(client):
    assert client.get("/people/network/").url == "/network/"
    assert client.get("/people/network/?by=2024").url == "/network/?by=2024"
    make_article(bylines=["network"])
    page = Shown(client, "/people/network/")
    assert page.all(".//h1") == ["network"]
    assert Person.objects.get().get_absolute_url() == "/people/network/"
