"""An archive to search in."""

import datetime

import pytest

from tests.factories import index, make_article, make_page


@pytest.fixture
def small_archive():
    one = make_article(
        headline="水库全线通水", sections=[("", ["清泉来了。", "水库已满,市民喝上清泉。"])], bylines=["程野"]
    )
    two = make_article(
        make_page(date=datetime.date(2019, 5, 1), publication="临溪日报", number="A06"),
        headline="水库清淤",
        column="江声",
        bylines=[("阮文", "通讯员")],
        sections=[("", ["清淤之后。"])],
    )
    index(one, two)
