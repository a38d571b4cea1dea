"""The order of hits: the best, the newest or the oldest first, page by page."""

import pytest

from articles.search import Document
from articles.search import ranking as rank
from articles.search import results as finding
from tests.search.asking import found


def test_it_puts_the_headline_that_is_the_query_first_then_those_that_hold_it(index):
    fine = "天气晴好，" * 200
    index.put(
        [
            Document(1, "水库移民", fine),
            Document(2, f"江州水库移民搬迁{fine}", fine),
            Document(3, "江州新闻", "水库移民，" * 50),
            Document(4, "江州要闻", "水库移民，" + fine),
            Document(5, "江州天气", "移民，晴，水库，晴，" * 50),
        ]
    )
    assert found("水库移民") == [1, 2, 3, 4, 5]


def test_it_puts_a_line_of_the_stack_that_is_the_query_first(index, monkeypatch):
    stack = "天气晴好，" * 50 + "\n水库移民"
    index.put([Document(1, stack), Document(2, "水库移民水库移民"), Document(3, "水库移民记")])
    assert found("水库移民")[0] == 1
    monkeypatch.setattr(finding, "POOL", 2)
    assert found("水库移民")[0] == 1


def test_it_weighs_the_headline_more(index):
    index.put([Document(1, "搬迁", "水库边，水库上，水库下，移民"), Document(2, "水库", "移民搬到水库外住")])
    assert found("移民 水库")[0] == 2


def test_it_puts_terms_side_by_side_before_terms_apart(index):
    index.put([Document(1, "", "水库移民" + "天气晴好，" * 200), Document(2, "", "移民，晴，水库，晴，" * 50)])
    assert found("水库 移民") == [1, 2]


@pytest.mark.parametrize("read", [60, 9])
def test_it_puts_what_was_copied_across_a_line_before_headlines_with_the_terms_apart(index, monkeypatch, read):
    monkeypatch.setattr(rank, "READ", read)
    titled = [Document(number, f"水库边的{number}户移民", "水库移民") for number in range(2, 40)]
    apart = [Document(one.number, one.headline, "天气") for one in titled]
    source = Document(1, "", "天气晴好，" * 200 + "水库\n移民")
    index.put([source, *apart])
    assert found("水库\n移民")[0] == 1
    index.put([source, *titled])  # so many hold it side by side that it was no copy
    assert found("水库\n移民")[0] != 1


def test_it_breaks_ties_by_date_and_sorts_by_it(index):
    index.put([Document(number, "", "水库") for number in (3, 1, 2)])
    assert found("水库") == found("水库", order="newest") == [3, 2, 1]
    assert found("水库", order="oldest") == [1, 2, 3]


@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
def test_it_pages_without_gap_or_repetition(index, order, monkeypatch):
    index.put([Document(number, "水库" if number % 5 == 0 else "", "水库天气") for number in range(1, 60)])
    everything = found("水库", order=order, limit=100)
    assert sorted(everything) == list(range(1, 60))
    for pool in (1000, 20):  # ranked as a whole, or too many for that
        monkeypatch.setattr(finding, "POOL", pool)
        monkeypatch.setattr(rank, "READ", 9)
        pages = [number for at in range(0, 60, 7) for number in found("水库", order=order, offset=at, limit=7)]
        assert sorted(pages) == list(range(1, 60))
    assert found("水库", offset=1000) == []
    assert found("水库", limit=0, offset=-3) == []


def test_it_ranks_within_a_scope_whatever_lies_outside_it(index, monkeypatch):
    monkeypatch.setattr(finding, "POOL", 5)
    monkeypatch.setattr(rank, "READ", 1)
    inside = [Document(1, "水库"), Document(2, "", "水库"), Document(3, "", "水库")]
    index.put([*inside, *(Document(number, "水库") for number in range(10, 30))])
    assert found("水库", scope=[1, 2, 3])[0] == 1


def test_it_lifts_the_string_as_it_was_typed_out_of_however_many_hits(index, monkeypatch):
    index.put([Document(1, "", "水库 移民"), *(Document(number, "", f"移民{number}水库") for number in range(2, 40))])
    monkeypatch.setattr(rank, "READ", 6)
    for pool in (100, 10):  # ranked as a whole, or too many for that
        monkeypatch.setattr(finding, "POOL", pool)
        assert found("水库 移民")[0] == 1


def test_it_puts_all_that_hold_it_in_the_headline_before_the_others_however_many_and_old(index):
    titled = [Document(number, f"水库{number}") for number in range(1, 31)]
    index.put([*titled, *(Document(number, "", f"水库{number}") for number in range(100, 170))])
    first, others = found("水库", limit=30), found("水库", limit=70, offset=30)
    assert set(first) == set(range(1, 31))
    assert set(others) == set(range(100, 170))
