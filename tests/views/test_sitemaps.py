"""Sitemaps: every public address once, with the time of its last change, in bounded queries."""

import datetime
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.feeds import sitemap
from articles.holdings import gather
from articles.models import Article, Load
from articles.views import sitemaps
from tests.factories import CHANGED, index, make_article, make_page
from tests.statements import statements

SPACE = f"{{{sitemap.SPACE}}}"
LATER = CHANGED + datetime.timedelta(1)


@pytest.fixture
def archive(db):
    """Two months, an undated page, a page without articles."""
    one = make_page("p1", publication="江州日报", date=datetime.date(2024, 3, 7))
    other = make_page("p2", date=datetime.date(2024, 12, 31))
    articles = [
        make_article(one, key="aaaaaaaaaa", column="潮&声", place="湖州", bylines=["程野"]),
        make_article(one, key="bbbbbbbbbb", changed=LATER),
        make_article(other, key="cccccccccc"),
        make_article(make_page("p0", date=None), key="dddddddddd"),
    ]
    make_page("p3", date=datetime.date(2024, 3, 8))
    index(*articles)


def places(client, path: str) -> dict[str, str | None]:
    """{address: lastmod} of a sitemap or of the index."""
    answer = client.get(path)
    assert answer.status_code == 200 and answer["Content-Type"].startswith("application/xml")
    root = ElementTree.fromstring(b"".join(answer.streaming_content))
    return {place.findtext(f"{SPACE}loc"): place.findtext(f"{SPACE}lastmod") for place in root}


def everything(client) -> list[str]:
    return [address for part in places(client, "/sitemap.xml") for address in places(client, part)]


def test_it_has_a_sitemap_a_month_dated_by_its_last_change(client, archive):
    site = "http://testserver/sitemaps/"
    assert places(client, "/sitemap.xml") == {
        f"{site}2024-03-1.xml": LATER.isoformat(),
        f"{site}2024-12-1.xml": CHANGED.isoformat(),
        f"{site}names-1.xml": None,
        f"{site}undated-1.xml": CHANGED.isoformat(),
    }


def test_it_lists_issues_pages_and_articles_of_a_month(client, archive):
    assert places(client, "/sitemaps/2024-03-1.xml") == {
        "http://testserver/issues/2024-03-07/": LATER.isoformat(),
        "http://testserver/pages/p1/": LATER.isoformat(),
        "http://testserver/issues/2024-03-08/": None,
        "http://testserver/pages/p3/": None,
        "http://testserver/articles/aaaaaaaaaa/": CHANGED.isoformat(),
        "http://testserver/articles/bbbbbbbbbb/": LATER.isoformat(),
    }
    assert list(places(client, "/sitemaps/undated-1.xml")) == [
        "http://testserver/pages/p0/",
        "http://testserver/articles/dddddddddd/",
    ]


def test_it_lists_addresses_that_exist_each_once(client, archive):
    found = everything(client)
    assert len(found) == len(set(found)) == 6 + 3 + 2 + len(sitemaps.FIXED) + 3
    for address in found:
        assert client.get(address).status_code == 200, address


def test_it_parts_what_is_more_than_a_sitemap_may_hold(client, archive, monkeypatch):
    whole = everything(client)
    monkeypatch.setattr(sitemaps, "MOST", 2)
    assert everything(client) == whole
    assert all(len(places(client, part)) <= 2 for part in places(client, "/sitemap.xml"))


@pytest.mark.parametrize(
    "name", ["2024-04-1", "2024-13-1", "0000-01-1", "2024-03-2", "names-9", "other-1", "2024-03-0"]
)
def test_it_has_no_sitemap_of_nothing(client, archive, name):
    assert client.get(f"/sitemaps/{name}.xml").status_code == 404


def test_it_is_whole_even_of_an_empty_archive(client, db):
    assert len(everything(client)) == len(sitemaps.FIXED)


@pytest.mark.parametrize(
    "path, most", [("/sitemap.xml", 6), ("/sitemaps/2024-03-1.xml", 3), ("/sitemaps/names-1.xml", 4)]
)
def test_it_asks_little(client, archive, path, most):
    Load.objects.create(started=CHANGED, finished=LATER, reader="1", pages=1, articles=1, gathered=gather())
    with CaptureQueriesContext(connection) as queries:
        places(client, path)
    assert len(queries) <= statements(most)


@pytest.mark.sqlite
def test_it_counts_the_articles_of_a_day_from_the_index_alone(archive):
    sql, parameters = Article.objects.days_counted().query.sql_with_params()
    with connection.cursor() as cursor:
        plan = " ".join(row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {sql}", parameters).fetchall())
    assert "COVERING INDEX article_by_day" in plan


def test_it_tells_robots_where_it_is(client, db):
    assert "Sitemap: http://testserver/sitemap.xml\n" in client.get("/robots.txt").text
