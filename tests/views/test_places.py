"""Places that datelines name."""

import datetime

import pytest

from tests.factories import make_article, make_page
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def reports():
    make_article(make_page(date=datetime.date(2019, 5, 1)), place="临溪", headline="早年")
    make_article(make_page(date=None), place="临溪", headline="无日")
    make_article(place="临溪", headline="近年")
    make_article(place="安江", headline="别处")


def test_it_lists_places_with_counts_and_years(client, reports):
    page = Shown(client, "/places/")
    assert page.all(".//main//li/a[@class='place']") == ["临溪", "安江"]
    assert page.all(".//main//li/span[@class='ui num n']") == ["3 篇", "1 篇"]
    assert page.all(".//main//li/span[@class='ui num quiet']") == ["2019—2024", "2024"]
    assert Shown(client, "/places/?order=sound").all(".//main//li/a[@class='place']") == ["安江", "临溪"]


def test_it_shows_what_was_reported_from_a_place(client, reports):
    assert Shown(client, "/places/临溪/").all(".//h2") == ["近年", "早年", "无日"]


@pytest.mark.parametrize("path", ["/places/没有/", "/places/?order=nonsense", "/columns/?order=nonsense"])
def test_it_knows_no_other_places_and_orders(client, reports, path):
    assert client.get(path).status_code == 404


def test_it_takes_any_name_of_a_place(client):
    make_article(place="京/沪?")
    link = Shown(client, "/places/").root.find(".//main//li/a[@class='place']").get("href")
    assert "京/沪?" in Shown(client, link).title


def test_it_opens_without_any_place(client):
    assert "还没有读出电头" in Shown(client, "/places/").main
