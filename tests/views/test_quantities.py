"""数字: quoted numbers listed, narrowed, found by value, taken away."""

import csv
import datetime
import io

import pytest
from django.db import connection

from articles.loader.quantities import MOST
from articles.models import Quantity
from articles.queries.quantities import BY_DATE
from articles.views.api.parameters import signer
from tests.factories import make_article, make_load, make_page, quote
from tests.statements import statements
from tests.views.shown import Shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def quoted():
    text = ["泵站总投资24亿元。", "全年灌溉农田18万亩，较上年增长20.5%；水价下降3%。"]
    quote(make_article(sections=[("", text)], column="社　评", place="临溪", headline="泵站投运"))
    quote(make_article(sections=[("", ["渡口改造花费8000万元。"])], headline="渡口", figures=[("3艘船。", [])]))
    make_load()


def numbers(client, asked=""):
    return Shown(client, f"/quantities/{asked}").all(".//main//tbody//th/b")


def test_it_lists_the_greatest_first(client, quoted):
    assert numbers(client) == ["24", "8000", "18", "20.5", "3", "3"]
    assert numbers(client, "?order=least&unit=元") == ["8000", "24"]


@pytest.mark.parametrize(
    "asked, found",
    [
        ("q=24亿元", ["24"]),
        ("q=>1亿元", ["24"]),
        ("q=<1亿元", ["8000"]),
        ("q=增长>20%25", ["20.5"]),
        ("q=下降1%25..5%25", ["3"]),
        ("q=3", ["3", "3"]),
        ("unit=亩", ["18"]),
        ("column=社评&unit=元", ["24"]),
        ("place=临溪&unit=%25", ["20.5", "3"]),
        ("year=2024&unit=艘", ["3"]),
        ("q=徐坊", []),
        ("q=>900亿元", []),
    ],
)
def test_it_narrows(client, quoted, asked, found):
    assert numbers(client, f"?{asked}") == found


def test_it_leads_to_the_sentence(client, quoted):
    page = Shown(client, "/quantities/?unit=亩")
    (row,) = page.root.findall(".//main//tbody/tr")
    assert row.find(".//a").get("href").endswith("/#p2")
    assert page.all(".//main//tbody//mark") == ["18万亩"]
    assert Shown(client, row.find(".//a").get("href")).root.find(".//p[@id='p2']") is not None


def test_it_sets_the_sentence_as_print_does(client):
    quote(make_article(sections=[("", ["据悉,泵站总投资24亿元,明年建成。"])]))
    make_load()
    assert Shown(client, "/quantities/").all(".//main//tbody//td[2]") == ["据悉，泵站总投资24亿元，明年建成。"]


def test_it_marks_where_a_long_sentence_was_cut(client):
    quote(make_article(sections=[("", ["堤" * 200 + "，泵站总投资24亿元，" + "渠" * 200])]))
    make_load()
    (sentence,) = Shown(client, "/quantities/").all(".//main//tbody//td[2]")
    assert sentence.startswith("……堤") and sentence.endswith("渠……")


@pytest.fixture
def dated():
    """Of three days and of none, the values rising against the days."""
    for year, text in (
        (2021, "投资3亿元。"),
        (2020, "投资5亿元，占7%。"),
        (None, "投资9亿元。"),
        (2022, "投资1亿元。"),
    ):
        date = year and datetime.date(year, 3, 7)
        quote(make_article(make_page(date=date), sections=[("", [text])]))
    make_load()


# By date or by value, of all or of a unit.
WALKED = {
    (False, False): "quantity_of_number",
    (False, True): "quantity_by_value",
    (True, False): "quantity_by_date",
    (True, True): "quantity_of_unit_by_date",
}
ORDERED = {
    "": ["9", "5", "3", "1", "7"],
    "least": ["7", "1", "3", "5", "9"],
    "newest": ["1", "3", "5", "7"],
    "oldest": ["7", "5", "3", "1"],
}


@pytest.mark.parametrize("unit", ["", "元"])
@pytest.mark.parametrize("order", ORDERED)
def test_it_sorts_by_date_and_value(client, dated, order, unit):
    wanted = [one for one in ORDERED[order] if one != "7" or not unit]
    page = Shown(client, f"/quantities/?order={order}&unit={unit}")
    assert page.all(".//main//tbody//th/b") == wanted
    assert ("日期不明的不在此列" in page.main) == (order in ("newest", "oldest"))
    rows, on = [], f"/api/v1/quantities?limit=2&order={order or 'greatest'}" + (f"&unit={unit}" if unit else "")
    while on:
        answer = client.get(on).json()
        assert answer["count"] == len(wanted)
        rows, on = rows + answer["results"], answer["next"]
    assert [row["printed"].rstrip("亿元%") for row in rows] == wanted


def test_it_goes_on_in_another_order(client, dated):
    on = client.get("/api/v1/quantities?limit=1&order=greatest").json()["next"]  # after the one of no known day
    assert client.get(on.replace("greatest", "newest")).json()["results"] == []
    on = client.get("/api/v1/quantities?limit=3&order=greatest").json()["next"]
    assert [row["printed"] for row in client.get(on.replace("greatest", "newest")).json()["results"]] == ["5亿元", "7%"]


def test_it_refuses_a_cursor_of_an_older_release(client, dated):
    cursor = signer("quantities").sign_object({"value": "3.0", "id": 7})
    assert client.get("/api/v1/quantities", {"order": "newest", "cursor": cursor}).status_code == 400


@pytest.fixture
def many():
    """Two hundred numbers of each of ten units, and what the database is told of them."""
    rows = quote(make_article(sections=[("", ["投资3亿元。"])]))
    units = [f"单位{number}" for number in range(10)]
    made = [copied(rows[0], unit, number) for unit in units for number in range(200)]
    Quantity.objects.bulk_create(made)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def copied(one: Quantity, unit: str, number: int) -> Quantity:
    date = datetime.date(2000 + number % 25, 1, 1 + number % 28)
    return Quantity(**fields_of(one) | {"id": None, "unit": unit, "value": number, "date": date})


def fields_of(one: Quantity) -> dict:
    return {field.attname: getattr(one, field.attname) for field in Quantity._meta.concrete_fields}


@pytest.mark.sqlite
@pytest.mark.parametrize("unit", ["", "单位3"])
@pytest.mark.parametrize("order", ["greatest", "least", "newest", "oldest"])
def test_it_walks_an_index_in_every_order(many, order, unit):
    rows = Quantity.objects.of_unit(unit) if unit else Quantity.objects.all()
    plan = rows.in_order(order)[:50].explain()
    assert "TEMP B-TREE" not in plan and f"INDEX {WALKED[order in BY_DATE, bool(unit)]} " in f"{plan} ".replace(
        "\n", " "
    )


def test_it_sets_a_number_as_it_is_printed(client):
    quote(make_article(sections=[("", ["惠及约70万户，投资上千亿元，占1/13，长1149多公里，跑11秒8。"])]))
    make_load()
    printed = Shown(client, "/quantities/?order=newest").all(".//main//tbody//th")
    assert printed == ["上千亿元", "约70万户", "1149多公里", "11秒8", "1/13"]


@pytest.mark.parametrize("asked", ["order=nonsense", "year=1800", "page=99"])
def test_it_knows_no_other_lists(client, quoted, asked):
    assert client.get(f"/quantities/?{asked}").status_code == 404


@pytest.mark.parametrize("asked", ["q=%00", "q=<script>", "unit='", "column=%00", "q=" + "9" * 300])
def test_it_takes_anything_typed(client, quoted, asked):
    assert client.get(f"/quantities/?{asked}").status_code == 200


def test_it_says_so_where_there_is_nothing(client):
    assert "还没有读出数字" in client.get("/quantities/").content.decode()


def test_it_gives_a_table(client, quoted):
    body = b"".join(client.get("/quantities.csv?unit=元").streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(body)))
    assert [(row["原文"], row["值"], row["题名"]) for row in rows] == [
        ("24亿元", "2400000000.0", "泵站投运"),
        ("8000万元", "80000000.0", "渡口"),
    ]


def test_it_keeps_so_many_of_an_article():
    rows = quote(make_article(sections=[("", ["投资3亿元。" * (MOST + 5)])]))
    assert len(rows) == MOST
    assert all(one.sentence[one.offset : one.offset + len(one.printed)] == one.printed for one in rows)


def test_it_lists_in_a_fixed_number_of_queries(client, quoted, django_assert_max_num_queries):
    with django_assert_max_num_queries(statements(5)):
        assert client.get("/quantities/").status_code == 200


def test_it_is_told_to_programs_page_by_page(client, quoted):
    rows, on = [], "/api/v1/quantities?limit=2"
    while on:
        answer = client.get(on).json()
        assert answer["count"] == 6
        rows, on = rows + answer["results"], answer["next"]
    assert [row["printed"] for row in rows] == ["24亿元", "8000万元", "18万亩", "20.5%", "3艘", "3%"]
    assert rows[3]["comparison"] == {"printed": "较上年增长", "change": "增长", "base": "上年"}
    assert rows[3]["span"] == {"paragraph": 2, "start": 16, "end": 21}
    assert client.get("/api/v1/quantities?q=nonsense").status_code == 400
    found = client.get("/api/v1/quantities?q=下降3%25&from=2024-01-01&to=2024-12-31").json()["results"]
    assert [row["printed"] for row in found] == ["3%"]


@pytest.mark.parametrize("typed", [">1亿元", "＞1亿元", "数字:24亿元", "quantity:2400000000元", "增长>20%25"])
def test_the_search_box_leads_to_it(client, quoted, typed):
    answer = client.get(f"/search/?q={typed}", follow=True)
    assert answer.request["PATH_INFO"] == "/quantities/"
    assert "<tbody>" in answer.content.decode()


@pytest.mark.parametrize("typed", ["徐坊", "24亿元", "数字经济", "数字:经济", "a>b", "数字:"])
def test_words_are_searched_as_before(client, quoted, typed):
    page = client.get(f"/search/?q={typed}")
    assert page.status_code == 200
    assert ("是一个数" in page.content.decode()) == (typed == "24亿元")
