"""The engines are twins: what is asked of one can be asked of the other."""

import inspect

import pytest

from articles.search.postgresql import asking as asked_of_postgresql
from articles.search.postgresql import storing as stored_in_postgresql
from articles.search.sqlite import asking as asked_of_sqlite
from articles.search.sqlite import storing as stored_in_sqlite


def own(module) -> set[str]:
    """The public functions that a module defines."""
    functions = inspect.getmembers(module, inspect.isfunction)
    return {name for name, one in functions if one.__module__ == module.__name__ and not name.startswith("_")}


@pytest.mark.parametrize(
    ("one", "other"), [(asked_of_sqlite, asked_of_postgresql), (stored_in_sqlite, stored_in_postgresql)]
)
def test_they_have_the_same_functions(one, other):
    assert own(one) == own(other)
