"""Batches hold every item once, in order, and never more than asked."""

from hypothesis import given
from hypothesis import strategies as st

from articles.batches import batches


@given(st.lists(st.integers()), st.integers(1, 9))
def test_it_keeps_all_in_order(items, size):
    some = list(batches(iter(items), size))
    assert [item for batch in some for item in batch] == items
    assert all(len(batch) == size for batch in some[:-1]) and all(some)
