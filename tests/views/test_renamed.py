"""Addresses of people and columns outlive merging, renaming and splitting."""

import pytest

from articles import loader
from articles.corrections.naming import MERGE, RENAME, SPLIT
from articles.corrections.splitting import write_rule
from articles.models import Article, Person
from tests.loading import load
from tests.marked import article, page, write
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive(marked, seeds):
    first = (
        article("桥", "记者 徐坊", "桥通了。", "栏 浙报观察"),
        article("船", "记者 徐小坊", "船来了。", "栏 浙报·观察"),
    )
    write(seeds, "p1", page(*first))
    write(seeds, "p2", page(article("茶", "记者 徐坊", "茶香了。"), head="金华日报 2023-05-06 第4版"))
    load(seeds)


def decide(target: str, field: str, new: str):
    return loader.decide(target, field, new, "据来信", "王编")


def led(client, address: str) -> str:
    """Where a permanent redirect leads."""
    response = client.get(address)
    assert response.status_code == 301, address
    return response.headers["Location"]


def test_it_leads_from_a_variant_to_the_person(client):
    decide("person:徐小坊", MERGE, "徐坊")
    person = Person.objects.get(key="徐坊")
    assert led(client, "/people/徐小坊/") == person.get_absolute_url()
    shown = Shown(client, person.get_absolute_url())
    assert sorted(shown.all(".//h3")) == ["桥", "船", "茶"]
    assert "又署 徐小坊" in shown.main


def test_it_leads_on_from_a_former_name_and_back_from_an_undone_one(client):
    decide("person:徐小坊", MERGE, "徐坊")
    renamed = decide("person:徐坊", RENAME, "徐坊（江州）")
    assert led(client, "/people/徐小坊/") == led(client, "/people/徐坊/") == Person.objects.get().get_absolute_url()
    loader.withdraw(renamed, "王编")
    assert led(client, "/people/徐坊（江州）/") == Person.objects.get(key="徐坊").get_absolute_url()


def test_it_leads_back_from_an_undone_split(client):
    split = decide("person:徐坊", SPLIT, write_rule("徐坊（金华）", publications=["金华日报"]))
    assert Shown(client, Person.objects.get(note="金华").get_absolute_url()).all(".//h3") == ["茶"]
    assert "同名" in Shown(client, "/people/徐坊/").main
    loader.withdraw(split, "王编")
    assert led(client, "/people/徐坊（金华）/") == Person.objects.get(key="徐坊").get_absolute_url()


def test_it_leads_from_a_label_to_the_column(client):
    merge = decide("column:浙报·观察", MERGE, "浙报观察")
    assert led(client, "/columns/浙报·观察/") == led(client, "/columns/浙报 · 观察/")
    assert Shown(client, led(client, "/columns/浙报·观察/")).all(".//h2") == ["桥", "船"]
    ship = Article.objects.get(headline="船")
    assert "栏目印作“浙报·观察”，档案列在“浙报观察”。" in Shown(client, ship.get_absolute_url()).main
    assert "栏目印作" not in Shown(client, Article.objects.get(headline="桥").get_absolute_url()).main
    loader.withdraw(merge, "王编")
    assert client.get("/columns/浙报·观察/").status_code == 200
    assert "栏目印作" not in Shown(client, ship.get_absolute_url()).main


def test_it_leads_programs_and_feed_readers_too(client):
    decide("person:徐小坊", MERGE, "徐坊")
    decide("column:浙报·观察", MERGE, "浙报观察")
    for former in ("/api/v1/people/徐小坊", "/feeds/people/徐小坊.atom", "/feeds/columns/浙报·观察.json"):
        assert client.get(led(client, former)).status_code == 200


@pytest.mark.parametrize(
    "address", ["/people/无此人/", "/people/：/", "/columns/无此栏/", "/columns/%0a/", "/people/a:b/"]
)
def test_it_knows_nobody_else(client, address):
    decide("person:徐小坊", MERGE, "徐坊")
    assert client.get(address).status_code == 404
