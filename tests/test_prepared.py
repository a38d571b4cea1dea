"""Statements that are written once."""

import pytest
from django.db import connection

from articles.models import Page
from articles.queries.prepared import fixed, prepared
from tests.factories import DAY, make_page

pytestmark = pytest.mark.django_db
asked: list[int] = []


@prepared
def facts(ids):
    asked.append(len(ids))
    return Page.objects.filter(pk__in=ids).order_by("pk").values_list("key", "date", "bases")


def test_it_gives_the_values_that_the_queryset_gives():
    ids = [make_page(bases={"date": "printed"}).pk, make_page(date=None, bases={}).pk]
    assert [tuple(row) for row in facts(ids, "default")] == list(
        Page.objects.filter(pk__in=ids).order_by("pk").values_list("key", "date", "bases")
    )
    assert facts(ids, "default")[0][1:] == [DAY, {"date": "printed"}]


def test_it_is_written_once_for_each_number_of_ids(django_assert_num_queries):
    ids = [make_page().pk for _ in range(3)]
    facts(ids, "default")
    asked.clear()
    with django_assert_num_queries(2):
        assert [len(facts(ids, "default")), len(facts(ids[::-1], "default"))] == [3, 3]
    assert asked == []


def test_it_asks_nothing_for_no_ids(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert facts([], connection.alias) == []


def test_it_reads_anew_what_has_no_parameters(django_assert_num_queries):
    keys = fixed(lambda: Page.objects.order_by("pk").values_list("key"))
    first = make_page().key
    assert keys("default") == [[first]]
    second = make_page().key
    with django_assert_num_queries(1):
        assert keys("default") == [[first], [second]]
