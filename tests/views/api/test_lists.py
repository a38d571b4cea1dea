"""The lists of the API: page after page, narrowed, in few queries, and what is wrong told plainly."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.corrections.targets import address
from articles.models import Correction, Figure
from tests.factories import DAY, index, make_article, make_page, make_photo

LISTS = ("articles", "pages", "people", "columns", "places", "photos", "errata", "search")
BUDGET = 10  # the one for the archive's state included; a search has those of its engine too


def fill() -> None:
    """Seven days, on each of them a page with two articles, a picture, a person, a column, a place and a correction."""
    articles = []
    for number in range(7):
        page = make_page(f"p{number}", date=DAY + datetime.timedelta(number), publication="江州日报")
        name = "甲乙丙丁戊己庚"[number]
        articles.append(
            make_article(
                page,
                key=f"key{number}",
                column=f"栏{name}",
                place=f"{name}州",
                bylines=[f"程{name}"],
                headline="泵站投运",
            )
        )
        articles.append(make_photo(page, names=[(f"程{name}", "", "", "摄")]))
        told = {"target": address(articles[-2]), "page": page.key, "field": "headline", "old": "旧", "new": "新"}
        Correction.objects.create(**told, reason="对照原报", editor="柳知和", created=timezone.now())
    index(*articles)


@pytest.fixture
def archive(db):
    fill()


@pytest.fixture
def archives(engine):
    """The same on each kind of database."""
    fill()


def path(of: str) -> str:
    return f"/api/v1/{of}" + ("?q=泵站" if of == "search" else "")


def walked(client, first: str) -> list[dict]:
    """All the rows of a list, page after page."""
    rows, on = [], first
    while on and len(rows) < 50:
        answer = client.get(on)
        assert answer.status_code == 200, answer.content
        rows += answer.json()["results"]
        on = answer.json()["next"]
    return rows


@pytest.mark.parametrize("of", LISTS)
def test_it_goes_through_a_list_page_by_page_and_misses_nothing(client, archives, of):
    join = "&" if "?" in path(of) else "?"
    whole = client.get(path(of)).json()
    assert whole["next"] is None and whole["count"] == len(whole["results"]) >= 7
    for limit in (1, 3, 7):
        assert walked(client, f"{path(of)}{join}limit={limit}") == whole["results"]


@pytest.mark.parametrize("of, order", [("articles", "oldest"), ("photos", "oldest"), ("people", "most")])
def test_it_goes_through_a_list_in_another_order(client, archives, of, order):
    whole = client.get(f"/api/v1/{of}?order={order}").json()["results"]
    assert walked(client, f"/api/v1/{of}?order={order}&limit=2") == whole
    if order == "oldest":
        assert whole == client.get(f"/api/v1/{of}").json()["results"][::-1]


@pytest.mark.parametrize("of", LISTS)
def test_it_asks_as_often_for_many_rows_as_for_one(client, archive, of):
    def asked(limit: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(path(of) + ("&" if "?" in path(of) else "?") + f"limit={limit}")
        return len(queries)

    assert asked(7) <= asked(1) + 1  # of one picture by itself less is prefetched
    assert asked(7) <= (BUDGET if of != "search" else 2 * BUDGET)


@pytest.mark.parametrize("of", LISTS)
def test_it_leads_to_the_pages_of_the_site(client, archive, of):
    for row in client.get(path(of)).json()["results"]:
        assert row["key"] and client.get(row["url"]).status_code == 200


def test_it_names_the_pages_of_a_list_in_link_headers(client, archive):
    answer = client.get("/api/v1/articles?limit=3&column=%E6%A0%8F%E7%94%B2")
    assert "next" not in answer["Link"]
    answer = client.get("/api/v1/articles?limit=3")
    first, on = "http://testserver/api/v1/articles?limit=3", answer.json()["next"]
    assert answer["Link"] == f'<{first}>; rel="self", <{first}>; rel="first", <{on}>; rel="next"'
    assert f'<{first}>; rel="first"' in client.get(on)["Link"]


@pytest.mark.parametrize(
    "query, keys",
    [
        ({"from": "2024-03-12"}, 4),
        ({"to": "2024-03-07"}, 2),
        ({"from": "2024-03-08", "to": "2024-03-08"}, 2),
        ({"from": "2024-03-08", "to": "2024-03-07"}, 0),
        ({"from": "0001-01-01"}, 14),
        ({"column": "栏 甲"}, 1),
        ({"place": "乙州"}, 1),
        ({"person": "程丙"}, 2),
        ({"page": "p3"}, 2),
        ({"publication": "江州日报", "to": "2024-03-08"}, 4),
        ({"publication": "没有的报"}, 0),
    ],
)
def test_it_narrows_articles(client, archives, query, keys):
    make_article(make_page(date=None, publication=""))
    answer = client.get("/api/v1/articles", query).json()
    assert answer["count"] == len(answer["results"]) == keys


def test_it_narrows_other_lists(client, archives):
    def count(of: str, **query) -> int:
        return client.get(f"/api/v1/{of}", query).json()["count"]

    assert count("pages", **{"from": "2024-03-08", "to": "2024-03-09"}) == 2
    assert count("pages", publication="没有的报") == 0
    assert (count("people", name="程甲"), count("people", name="程")) == (1, 0)
    assert (count("photos", person="程甲"), count("photos", to="2024-03-08")) == (1, 2)
    assert (count("errata", kind="misread"), count("errata", kind="misprint")) == (7, 0)
    assert (count("errata", publication="江州日报"), count("errata", publication="别报")) == (7, 0)


@pytest.mark.parametrize(
    "asked, said",
    [
        ("articles?limit=0", "limit 不对：须是 1 到 500 的整数"),
        ("articles?limit=501", "1 到 500"),
        ("articles?limit=１", "1 到 500"),
        ("articles?limit=1&limit=2", "limit 只能写一次"),
        ("articles?from=2024-02-30", "日期请写作 2024-01-09"),
        ("articles?from=20240109", "日期请写作 2024-01-09"),
        ("articles?column=", "column 不对：是空的"),
        ("articles?place=" + "字" * 61, "最多 60 字"),
        ("articles?colour=red", "没有“colour”这个参数，可用的是 from、"),
        ("articles?order=best", "只能是 newest、oldest"),
        ("articles?cursor=bm8", "不是本站给出的续页标记"),
        ("articles?cursor=%00", "不是本站给出的续页标记"),
        ("search", "须写明 q"),
        ("search?q=" + "水" * 101, "最多 100 字"),
        ("articles/x?limit=1", "这里不用参数"),
    ],
)
def test_it_says_plainly_what_is_wrong(client, db, asked, said):
    answer = client.get(f"/api/v1/{asked}")
    assert answer.status_code == answer.json()["status"] == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["title"] == "请求有误。" and said in answer.json()["detail"]


def test_it_takes_no_cursor_of_another_list(client, archives):
    cursor = client.get("/api/v1/pages?limit=1").json()["next"].partition("cursor=")[2]
    assert client.get(f"/api/v1/pages?cursor={cursor}").status_code == 200
    assert client.get(f"/api/v1/people?cursor={cursor}").status_code == 400


@pytest.mark.sqlite
def test_it_reads_every_row_by_an_index(client, archive):
    """However far on a page is: SQLite tells of no sorting and no walk through a table."""
    asked = ["articles?limit=2", "articles?limit=2&column=栏甲", "people?limit=2", "photos?limit=2", "errata?limit=2"]
    for first in [f"/api/v1/{path}" for path in asked]:
        on = client.get(first).json()["next"] or first
        with CaptureQueriesContext(connection) as queries:
            client.get(on)
        limited = [query["sql"] for query in queries if query["sql"].endswith("LIMIT 3")]
        with connection.cursor() as cursor:
            plans = [cursor.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall() for sql in limited]
        said = "\n".join(row[3] for plan in plans for row in plan)
        assert plans and "TEMP B-TREE FOR ORDER BY" not in said and "SCAN" not in said, (first, said)


def test_it_has_nothing_to_tell_of_an_empty_archive(client, db):
    for of in LISTS:
        answer = client.get(path(of)).json()
        assert (answer["count"], answer["results"], answer["next"]) == (0, [], None)


def test_it_tells_pictures_once_each(client, archive):
    keys = [row["key"] for row in client.get("/api/v1/photos").json()["results"]]
    assert len(set(keys)) == len(keys) == Figure.objects.count()
