"""What a search costs: no text is walked through, and what it reads it reads where it was told to."""

import re

import pytest
from django.db import connection

from articles.search import Document, parse
from articles.search import results as finding
from articles.search.conditions import Condition
from tests.search.asking import find


def plan_of(statement) -> list[str]:
    """The steps by which the database would answer the statement."""
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        cursor.execute(f"{explain} {statement.sql}", statement.params)
        return [row[-1] for row in cursor.fetchall()]


def test_it_never_scans_the_texts(index):
    index.put([Document(number, "水库移民", "今日") for number in range(1, 1_000)])
    index.settle()
    for typed in ("水", "水库移民", "水库 移民", "水库|江州市长 -移民局", "题名:水库移民"):
        plan = plan_of(finding.Hits(parse(typed), "default").page("DESC", 20))
        if connection.vendor == "sqlite":
            assert not [one for one in plan if one.startswith("SCAN") and "VIRTUAL" not in one or "TEMP" in one], plan
        else:
            assert not [one for one in plan if "Seq Scan" in one], plan
            assert [one for one in plan if "Function Scan on search_numbers" in one], plan


@pytest.mark.parametrize("scope", [None, [1, 2, 3]])
def test_it_walks_no_table_to_weigh_and_to_count(index, scope):
    index.put([Document(number, "水库移民", "今日") for number in range(1, 1_000)])
    index.settle()
    asked = []

    def noted(execute, sql, params, many, context):
        asked.append(Condition(sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noted):
        find("水库 移民", facets=True, scope=scope)
    plans = [step for statement in asked for step in plan_of(statement)]
    assert len(asked) > 5
    assert not [step for step in plans if re.search(r"SCAN search_(text|fields)|Seq Scan on search_index", step)]


@pytest.mark.django_db(databases=["default", "public"])
def test_it_reads_through_the_public_connection_unless_told_otherwise(index):
    index.put([Document(1, "水库")])
    assert index.find(parse("水库")).numbers == [1]
