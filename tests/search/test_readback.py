"""The query as structure, with what its names mean in the archive."""

import json

import pytest

from articles.search import Document, find, parse
from articles.search.readback import explain, sounding


@pytest.fixture
def signed(index):
    index.put(
        [
            Document(1, "水库通水", "清泉来了", "徐坊", (("person", "徐坊"), ("column", "江声周末"), ("page", "A3"))),
            Document(2, "水库清淤", "清淤之后", "许放", (("person", "许放"), ("column", "江声"), ("type", "图片"))),
            Document(3, "水库夜话", "", "徐坊", (("person", "徐坊"),)),
        ]
    )


def test_it_tells_the_parts_of_a_query(signed):
    told = explain(parse("水库通水 “清泉” 甲|乙 -淤 题名:水库 -记者:xf 版:"), using="default")
    assert told["terms"] == ["水库通水"]
    assert told["phrases"] == ["清泉"]
    assert told["alternatives"] == [["甲", "乙"]]
    assert told["excluded"] == ["淤"]
    assert [(item["field"], item["means"]) for item in told["avoided"]] == [("person", ["徐坊", "许放"])]
    assert told["titles"] == ["水库"]
    assert told["words"] == ["水库", "通水", "清泉"]
    assert "版:" in told["notes"][0]
    assert parse(told["query"]) == parse("水库通水 “清泉” 甲|乙 -淤 题名:水库 -记者:xf")
    json.dumps(told)


def test_it_tells_what_names_mean(signed):
    told = explain(parse("by:xf 栏目:周末 版:A03 类型:照片 日期:2024年1月 数字:＞1亿元"), using="default")
    assert [(item["field"], item["values"], item["means"]) for item in told["filters"]] == [
        ("person", ["xf"], ["徐坊", "许放"]),
        ("column", ["周末"], ["江声周末"]),
        ("page", ["A3"], ["A3"]),
        ("type", ["图片"], ["图片"]),
        ("date", ["2024-01"], ["2024-01"]),
        ("quantity", [">1亿元"], [">1亿元"]),
    ]
    assert told["filters"][0]["label"] == "记者"


@pytest.mark.parametrize("typed", ["xufang", "xu fang", "Xu Fang", "xf", "水库 xufang"])
def test_it_offers_the_people_of_a_bare_latin_term(signed, typed):
    assert [(value.value, value.count) for value in sounding(parse(typed), "default")] == [("徐坊", 2), ("许放", 1)]


@pytest.mark.parametrize("typed", ["水库", "x", "123", "xufan"])
def test_it_offers_nobody_otherwise(signed, typed):
    assert explain(parse(typed), using="default")["people"] == []


def test_it_tells_how_the_query_was_loosened(signed):
    query = parse("通水清泉")
    found = find(query, using="default")
    assert explain(query, found, "default")["relaxed"] == found.relaxed != ""
