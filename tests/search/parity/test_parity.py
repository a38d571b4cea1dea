"""SQLite and PostgreSQL answer alike: numbers, order, counts, facets, names."""

import pytest
from django.db import connections, transaction

from tests.search.parity import asking

pytestmark = [pytest.mark.postgresql, pytest.mark.slow]
BOTH = ("default", "twin")


@pytest.fixture
def both(db, postgresql):
    """SQLite is `default`, PostgreSQL `twin`."""
    connections["twin"] = postgresql
    with transaction.atomic("twin"):
        yield BOTH
        transaction.set_rollback(True, "twin")
    del connections["twin"]


def agree(questions) -> None:
    asked, different = asking.differing(questions, *BOTH)
    assert asked
    assert not different, "\n".join(different[:5])


def test_they_agree_on_all_judged_queries(both):
    asking.fill(asking.judged_documents(), *both)
    agree(asking.judged_questions())


def test_they_agree_on_common_words_names_and_odd_queries(both):
    asking.fill(asking.story_documents(), *both)
    agree(asking.word_questions())
    agree(asking.name_questions())
    agree(asking.odd_questions(150))
