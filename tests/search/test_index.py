"""Writing the index: what is put in can be taken out again without a trace, whatever came between."""

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.search import Document, OutOfStep, parse
from articles.search import index as writing
from tests.benchmarks.search.versions import INDEXING, sources

TEXT = st.text(st.sampled_from("江州水库移民臺灣Ff16２０24，。 \n😀㎡é"), max_size=30)
FIELDS = st.lists(st.tuples(st.sampled_from(["person", "alias", "column", "page"]), TEXT), max_size=3).map(tuple)
DOCUMENT = st.builds(Document, st.integers(1, 6), TEXT, TEXT, TEXT, FIELDS)
PUT, DROP = st.lists(DOCUMENT, max_size=3), st.lists(st.integers(1, 6))
STEP = st.tuples(st.just("put"), PUT) | st.tuples(st.just("drop"), DROP)


TOKENS = {
    "sqlite": (
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_index_seen USING fts5vocab(main, search_index, instance)",
        "SELECT term, doc FROM temp.search_index_seen ORDER BY term, doc",
    ),
    "postgresql": (
        "SELECT lexeme, number FROM search_index, unnest(search_tokens(lines, others)) ORDER BY lexeme, number",
    ),
}


def contents() -> dict:
    """Everything in the index: rows, and each token with its article."""
    seen = {}
    with connection.cursor() as cursor:
        for name in ("search_text", "search_fields", "search_values", "search_meta"):
            cursor.execute(f"SELECT * FROM {name} ORDER BY 1, 2")
            seen[name] = cursor.fetchall()
        for statement in TOKENS[connection.vendor]:
            cursor.execute(statement)
        seen["search_index"] = cursor.fetchall()
    return seen


def test_it_equals_a_fresh_build_whatever_was_put_and_dropped(index):
    @settings(max_examples=60, deadline=None)
    @given(st.lists(STEP, max_size=6))
    def check(steps):
        index.rebuild([])
        kept: dict[int, Document] = {}
        for verb, items in steps:
            getattr(index, verb)(items)
            if verb == "put":
                kept |= {document.number: document for document in items}
            else:
                kept = {number: document for number, document in kept.items() if number not in items}
        grown = contents()
        index.rebuild(kept.values())
        assert contents() == grown
        assert index.count() == len(kept)
        assert index.check() == []

    check()


def test_it_counts_what_it_did(index):
    assert index.put([Document(1, "甲"), Document(2, "乙"), Document(2, "丙")]) == 2
    assert index.put([Document(1, "丁")]) == 1
    assert index.drop([1, 1, 99]) == 1
    assert index.count() == 1


def test_it_writes_in_batches(index, monkeypatch):
    monkeypatch.setattr(writing, "_BATCH", 2)
    assert index.rebuild(Document(number, f"甲{number}") for number in range(1, 8)) == 7
    assert index.find(parse("甲7"), using="default").numbers == [7]


def test_it_belongs_to_the_transaction_of_the_caller(index):
    class Undone(Exception):
        pass

    index.put([Document(1, "水库")])
    before = contents()
    with pytest.raises(Undone), transaction.atomic():
        index.drop([1])
        index.put([Document(2, "移民")])
        raise Undone
    assert contents() == before


@pytest.mark.parametrize("name", ["folding", "dictionary"])
def test_it_changes_nothing_that_was_built_with_other_rules(index, name):
    index.put([Document(1, "水库")])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE search_meta SET value = 'other' WHERE name = %s", [name])
    for change in (lambda: index.put([Document(1, "移民")]), lambda: index.drop([1])):
        with pytest.raises(OutOfStep):
            change()
    assert "other" in index.check()[0]
    index.rebuild([Document(1, "移民")])
    assert index.check() == []


def test_it_takes_any_text(index):
    hostile = "\x00\ud800\"' AND NOT * <b> " + "a" * 40_000 + "水" * 5_000
    assert index.put([Document(1, hostile, hostile, hostile)]) == 1
    assert index.find(parse("水水水"), using="default").numbers == [1]
    assert index.drop([1]) == 1
    assert contents()["search_index"] == []


def test_the_benchmark_makes_it_anew_when_a_module_that_makes_it_changes():
    assert sources(*(f"articles.search.{module}" for module in INDEXING)), "a module that it names is not there"
