"""Pictures as their captions, by photographer and year."""

import datetime

import pytest

from tests.factories import make_article, make_page, make_photo
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


def test_it_shows_pictures_as_their_captions(client):
    make_photo(headline="独立图片", caption="独立的图说。")
    article = make_article(headline="有图的文", figures=[("随文的图说。", ["阮文"])])
    page = Shown(client, "/photos/")
    assert "报上印过 2 幅照片" in page.main
    assert "独立图片" in page.main and "随文的图说。" in page.main
    assert article.get_absolute_url() in page.links and "见 有图的文" in page.main


def test_it_puts_old_pictures_first_if_asked(client):
    make_photo(make_page(date=datetime.date(2019, 5, 1)), headline="旧图")
    make_photo(headline="新图")
    assert Shown(client, "/photos/").all(".//main//li//h2") == ["新图", "旧图"]
    assert Shown(client, "/photos/?order=oldest").all(".//main//li//h2") == ["旧图", "新图"]


def test_it_shows_the_pictures_of_a_photographer_and_of_a_year(client):
    make_photo(make_page(date=datetime.date(2019, 5, 1)), headline="旧图")
    make_photo(headline="新图")
    make_photo(headline="别人的图", names=[("阮文", "", "", "摄")])
    pictures = ".//main//li//h2"
    assert Shown(client, "/photos/?by=何若谷").all(pictures) == ["新图", "旧图"]
    assert Shown(client, "/photos/?year=2019").all(pictures) == ["旧图"]
    assert Shown(client, "/photos/?by=何若谷&year=2024").all(pictures) == ["新图"]
    assert Shown(client, "/photos/?year=2021").all(pictures) == []
    assert "没有这样的图片" in Shown(client, "/photos/?by=没有").main


@pytest.mark.parametrize("query", ["order=nonsense", "year=1999", "year=abc", "page=2"])
def test_it_knows_no_other_pictures(client, query):
    make_photo()
    assert client.get(f"/photos/?{query}").status_code == 404
