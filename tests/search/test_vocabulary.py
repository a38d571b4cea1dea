"""The vocabulary: counted as articles come and go, and asked by what a reader types of a name."""

import pytest
from django.db import connection

from articles.search import tally, vocabulary
from articles.search.fields import Value

pytestmark = pytest.mark.django_db

HELD = {
    ("person", "徐坊"): 5,
    ("person", "徐坊（摄影）"): 2,
    ("person", "许放"): 3,
    ("person", "徐方圆"): 1,
    ("person", "仇小方"): 4,
    ("person", "覃小方"): 4,
    ("person", "吕方"): 1,
    ("person", "尉迟安"): 1,
    ("person", "Anna Lee"): 1,
    ("alias", "徐仿"): 1,
    ("column", "浙报观察"): 9,
    ("column", "浙报·深度"): 4,
    ("column", "观察"): 2,
    ("place", "杭州"): 7,
    ("place", "浙江杭州"): 3,
    ("paper", "江州日报"): 20,
    ("page", "A3"): 6,
    ("type", "图片"): 8,
    ("doubt", "有"): 1,
}


@pytest.fixture
def held(engine):
    """A table of its own, where the migration has made none; HELD is in it."""
    with connection.cursor() as cursor:
        if "search_values" not in connection.introspection.table_names(cursor):
            for statement in tally.tables("TEXT"):  # a test of SQLite without migrations
                cursor.execute(statement)
        tally.clear(cursor)
        tally.change(cursor, HELD)
    return vocabulary


def change(deltas):
    with connection.cursor() as cursor:
        tally.change(cursor, deltas)


def names(found):
    return [value.value for value in found]


def test_it_counts_up_and_down_and_forgets_what_is_held_no_longer(held):
    change({("person", "徐坊"): -2, ("person", "许放"): -3, ("place", "江港"): 1, ("place", "无"): -1})
    with connection.cursor() as cursor:
        cursor.execute("SELECT field, value, articles FROM search_values")
        rows = {(field, value): count for field, value, count in cursor.fetchall()}
    expected = {**HELD, ("person", "徐坊"): 3, ("place", "江港"): 1}
    del expected["person", "许放"]
    assert rows == expected


def test_it_takes_a_batch_larger_than_a_statement(held):
    deltas = {("person", f"某{number}"): 1 for number in range(1300)}
    change(deltas)
    change(deltas)
    assert {value.count for value in held.values("person", "某", "default", 2000)} == {2}
    change(dict.fromkeys(deltas, -2))
    assert held.values("person", "某", "default", 2000) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("徐坊", ("徐坊", "徐坊（摄影）")),
        ("徐 坊", ("徐坊", "徐坊（摄影）")),
        ("呂方", ("吕方",)),
        ("徐仿", ("徐仿",)),  # as printed
        ("xufang", ("徐坊", "许放", "徐坊（摄影）", "徐仿")),
        ("Xu Fang", ("徐坊", "许放", "徐坊（摄影）", "徐仿")),
        ("fang xu", ("徐坊", "许放", "徐坊（摄影）", "徐仿")),
        ("xf", ("徐坊", "许放", "徐坊（摄影）", "徐仿")),
        ("qiuxiaofang", ("仇小方",)),
        ("chou xiaofang", ("仇小方",)),
        ("tanxiaofang", ("覃小方",)),
        ("lü fang", ("吕方",)),
        ("yuchian", ("尉迟安",)),
        ("anna lee", ("Anna Lee",)),
        ("徐", ()),
        ("xu", ()),
        ("……", ()),
    ],
)
def test_it_knows_whom_a_name_means(held, typed, meant):
    assert held.meant("person", typed, "default") == meant


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        ("column", "浙报", ("浙报观察", "浙报·深度")),
        ("column", "浙报深度", ("浙报·深度",)),
        ("column", "浙報·觀察", ("浙报观察",)),
        ("column", "观察", ("观察",)),  # a whole name means itself
        ("column", "%", ()),
        ("place", "杭", ("杭州", "浙江杭州")),
        ("place", "浙江", ("浙江杭州",)),
        ("paper", "江州", ("江州日报",)),
        ("page", "A03", ("A3",)),
        ("page", "9", ()),
        ("type", "照片", ("图片",)),
        ("type", "photo", ("图片",)),
        ("type", "text", ()),
        ("doubt", "有", ("有",)),
        ("doubt", "怎样", ()),
    ],
)
def test_it_knows_what_other_values_mean(held, field, typed, meant):
    assert held.meant(field, typed, "default") == meant


def test_it_offers_what_is_typed_so_far_the_best_first(held):
    assert names(held.values("person", "徐坊", "default", 9)) == ["徐坊", "徐坊（摄影）"]
    assert names(held.values("person", "徐", "default", 9)) == ["徐坊", "徐坊（摄影）", "徐方圆"]
    assert names(held.values("person", "xu", "default", 9)) == ["徐坊", "许放", "徐坊（摄影）", "徐方圆"]
    assert names(held.values("person", "xfy", "default", 9)) == ["徐方圆"]
    assert names(held.values("person", "小方", "default", 1)) == ["仇小方"]
    assert names(held.values(("column", "place"), "zb", "default", 9)) == ["浙报观察", "浙报·深度"]
    assert names(held.values("column", "观察", "default", 9)) == ["观察", "浙报观察"]
    assert held.values("paper", "江州日报", "default", 9) == [Value("paper", "江州日报", 20)]
    assert held.values("person", " ·", "default", 9) == []


def test_it_finds_names_like_a_mistyped_one(held):
    assert names(held.near("person", "徐放", "default", 9)) == ["徐坊", "许放", "徐坊（摄影）"]
    assert names(held.near("person", "徐方园", "default", 9)) == ["徐方圆"]
    assert names(held.near("person", "秋小方", "default", 9)) == ["仇小方", "覃小方"]
    assert names(held.near("column", "浙报观查", "default", 9)) == ["浙报观察"]
    assert names(held.near("column", "浙报观", "default", 9)) == ["浙报观察"]
    assert held.near("person", "……", "default", 9) == []


def test_it_looks_names_up_in_an_index(held):
    """Equality and beginnings are ranges of an index; only names that contain a text are looked through, per field."""
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        tally.change(cursor, {("person", f"某{number}"): 1 for number in range(2_000)})
        cursor.execute("ANALYZE search_values")
        for column, comparison in (*vocabulary._EQUAL, *vocabulary._BEGINS):
            condition, params = vocabulary._condition(column, comparison, "xu")
            statement = f"{explain} SELECT value FROM search_values WHERE field = %s AND {condition}"
            cursor.execute(statement, ["person", *params])
            plan = " ".join(row[-1] for row in cursor.fetchall())
            assert f"search_values_{column}" in plan, plan
