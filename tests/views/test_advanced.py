"""The form that writes a query."""

from urllib.parse import urlencode

import pytest

from articles.search.query import parse
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "typed"),
    [
        ({"all": "水库 清泉"}, "水库 清泉"),
        ({"phrase": "通水 之后"}, '"通水 之后"'),
        ({"any": "水库 泵站", "none": "旧 新"}, "水库|泵站 -旧 -新"),
        ({"all": "水库", "none": "旧 记者:甲"}, "水库 -旧 -记者:甲"),
        ({"title": "水库", "person": "甲某|乙某", "page": "A03"}, "题名:水库 记者:甲某|乙某 版:A3"),
        ({"column": "一 二", "place": "临溪", "paper": "江州日报"}, '栏目:"一 二" 地点:临溪 报纸:江州日报'),
        ({"start": "2019-03", "end": "2020"}, "日期:2019-03..2020"),
        ({"start": "2019"}, "日期:2019.."),
        ({"end": "2019年1月8日"}, "日期:..2019-01-08"),
        ({"all": "水库", "quantity": "＞ 100亿元"}, "水库 数字:>100亿元"),
    ],
)
def test_it_writes_what_one_would_type(client, fields, typed):
    answer = client.get("/search/advanced/", fields)
    assert (answer.status_code, answer.url) == (302, f"/search/?{urlencode({'q': str(parse(typed))})}")


def test_it_keeps_the_order(client):
    answer = client.get("/search/advanced/", {"all": "水库", "order": "oldest"})
    assert answer.url.endswith("&order=oldest")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"all": ""}, "至少写一项。"),
        ({"page": "头版"}, "写成 3 或 A3。"),
        ({"quantity": "很多"}, "写一个数和单位，如 >100亿元、增长>20%。"),
        ({"start": "去年"}, "写成 2024、2024-01 或 2024-01-09。"),
        ({"all": "水" * 101}, "最多 100 字，这里有 101 字"),
        ({"start": "2020", "end": "2019"}, "日期“从”在“到”之后。"),
    ],
)
def test_it_says_what_is_wrong_and_keeps_the_rest(client, fields, said):
    page = Shown(
        client, "/search/advanced/", query_params=fields | {"title": "标题"} if "all" not in fields else fields
    )
    assert said in page.main
    assert "all" in fields or page.root.find(".//input[@name='title']").get("value") == "标题"


@pytest.mark.parametrize(
    "typed",
    [
        '水库 "通水 之后" -旧',
        "甲乙|丙丁 题名:水库",
        "记者:甲某|乙某 栏目:江声 版:3",
        "日期:2019",
        "日期:2016..2018",
        "日期:2019..",
    ],
)
def test_it_opens_filled_with_a_query_and_writes_the_same_again(client, typed):
    page = Shown(client, f"/search/advanced/?{urlencode({'q': typed})}")
    fields = {
        field.get("name"): field.get("value") or "" for field in page.root.findall(".//form[@class='fields ui']//input")
    }
    answer = client.get("/search/advanced/", fields)
    assert answer.url == f"/search/?{urlencode({'q': str(parse(typed))})}"


def test_it_labels_every_field(client):
    page = Shown(client, "/search/advanced/")
    labels = {label.get("for") for label in page.root.findall(".//label")}
    fields = [*page.root.findall(".//main//input"), *page.root.findall(".//main//select")]
    assert len(fields) == 15 and all(field.get("id") in labels for field in fields)
