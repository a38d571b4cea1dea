"""数字:>100亿元 finds the articles that quote such a number, on either engine, by list or one by one."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import search
from articles.search import quantities
from tests.factories import index, make_article, quote

SCAN_RE = re.compile(r"SCAN (?:articles_\w+|a)\b")
TEXTS = {
    "dam": ["水库总投资24亿元。", "灌溉18万亩，较上年增长20.5%。"],
    "boat": ["渡口改造花费8000万元，水库水价下降3%。"],
    "share": ["水库占全市土地面积的1/13。"],
    "none": ["水库没有数字。"],
}


@pytest.fixture(params=[5_000, 0], ids=["list", "each"])
def archive(engine, request, monkeypatch) -> dict[int, str]:
    """Each text an article; looked up as a list, or one article after the other as where many rows fit."""
    monkeypatch.setattr(quantities, "FEW", request.param)
    articles = {name: make_article(headline=name, sections=[("", texts)]) for name, texts in TEXTS.items()}
    for article in articles.values():
        quote(article)
    index(*articles.values())
    return {article.number: name for name, article in articles.items()}


def found(archive: dict[int, str], typed: str, **options) -> set[str]:
    return {archive[number] for number in search.find(search.parse(typed), using="default", **options).numbers}


@pytest.mark.parametrize(
    "typed, names",
    [
        ("数字:24亿元", {"dam"}),
        ("數字：２４亿元", {"dam"}),
        ("数字:>1亿元", {"dam"}),
        ("数字:<1亿元", {"boat"}),
        ("数字:>=8000万元", {"dam", "boat"}),
        ("数字:>8000万元", {"dam"}),
        ("数字:1亿元..30亿元", {"dam"}),
        ("数字:增长>20%", {"dam"}),
        ("数字:下降>1%", {"boat"}),
        ("数字:3%|1/13", {"boat", "share"}),
        ("quantity:1/13", {"share"}),
        ("数字:180000", {"dam"}),
        ("数字:>900亿元", set()),
        ("数字:>1亿元 数字:增长>20%", {"dam"}),
        ("数字:>1亿元 数字:下降>1%", set()),
        ("水库 数字:>1元", {"dam", "boat"}),
        ("渡口 数字:>1元", {"boat"}),
        ("渡口 数字:>1亿元", set()),
        ("水库 -渡口 数字:>1元", {"dam"}),
        ("题名:dam 数字:>1元", {"dam"}),
        ("水库 -数字:>1亿元", {"boat", "share", "none"}),
        ("水库 数字:>1元 -数字:下降>1%", {"dam"}),
        ("日期:2024 数字:>1元", {"dam", "boat"}),
        ("日期:1999 数字:>1元", set()),
    ],
)
@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
def test_it_finds_articles_that_quote_such_a_number(archive, typed, names, order):
    assert found(archive, typed, order=order) == names
    query = search.parse(typed)
    assert search.parse(str(query)) == query


def test_it_counts_them(archive):
    told = search.find(search.parse("数字:>1元"), using="default", facets=True)
    assert told.total == 2 and told.facets.months


def test_numbers_are_looked_up_in_indexes(archive):
    with CaptureQueriesContext(connection) as asked:
        assert found(archive, "水库 数字:>1元") == {"dam", "boat"}
    about = [one["sql"] for one in asked if "articles_quantity" in one["sql"]]
    assert about
    for sql in about:
        assert_walks_indexes(sql)


@pytest.mark.parametrize(
    "typed, index_name",
    [(">1亿元", "quantity_by_value"), (">1", "quantity_of_number"), ("增长>1", "quantity_of_change")],
)
def test_articles_are_told_by_an_index_alone(engine, typed, index_name):
    article = make_article(sections=[("", TEXTS["dam"])])
    quote(article)
    index(article)
    with CaptureQueriesContext(connection) as asked:
        assert search.find(search.parse(f"数字:{typed}"), using="default").numbers == [article.number]
    plans = [plan_of(one["sql"]) for one in asked if "articles_quantity" in one["sql"]]
    assert len(plans) == 2
    for plan in plans:
        assert f"COVERING INDEX {index_name} " in plan or f"Index Only Scan using {index_name} " in plan, plan


def plan_of(sql: str) -> str:
    """PostgreSQL scans a table of some rows whatever its indexes, unless it is told to walk an index."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for way in ("seqscan", "bitmapscan"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(("EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN ") + sql)
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


def assert_walks_indexes(sql: str) -> None:
    """SQLite's plan names what it scans; PostgreSQL scans a table of some rows whatever its indexes."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("EXPLAIN QUERY PLAN " + sql)
            steps = [row[3] for row in cursor.fetchall()]
        assert not [step for step in steps if SCAN_RE.match(step)], steps


@pytest.mark.parametrize("typed", ["数字:经济", "数字:", "数字:>", "数字:200亿元..1元", "数字:5公里..9吨", "数字:第"])
def test_it_searches_what_is_no_number_as_it_stands_and_says_so(typed):
    query = search.parse(typed)
    assert query.filters == () and query.notes


def test_a_text_that_holds_the_very_words_is_found_too(archive):
    article = make_article(sections=[("", ["表头写着“数字:>1亿元”。"])])
    index(article)
    numbers = search.find(search.parse("数字:>1亿元"), using="default").numbers
    assert article.number in numbers and len(numbers) == 2
