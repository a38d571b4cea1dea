"""The vector that PostgreSQL makes of the lines it keeps: the tokens of the article, whatever its text."""

import random

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.search import Document
from articles.search.postgresql.lexemes import lexeme, sources
from articles.search.tokens import Row, row_of, tokens
from tests.conftest import instead

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db]

TEXT = st.text(st.sampled_from("江州水库臺灣Ff16２０24，·'\\ \n😀㎡é") | st.characters(), max_size=40)
FIELDS = st.lists(st.tuples(st.sampled_from(["person", "column"]), TEXT), max_size=2).map(tuple)


@pytest.fixture(autouse=True)
def server(postgresql):
    with instead(postgresql):
        yield


def kept(row: Row) -> set[str]:
    """The lexemes of its vector."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(search_tokens(%s, %s))", sources(row))
        return set(cursor.fetchone()[0])


def test_it_has_all_tokens_and_no_others():
    @settings(max_examples=200, deadline=None)
    @given(st.builds(Document, st.just(1), TEXT, TEXT, TEXT, FIELDS))
    def check(document):
        row = row_of(document)
        assert kept(row) == set(map(lexeme, tokens(row)))

    check()


def test_an_article_of_two_megabytes_is_found_by_all_its_characters():
    chance = random.Random(1)
    row = row_of(Document(1, "江州水库", "".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(700_000))))
    assert kept(row) < set(map(lexeme, tokens(row)))
    assert {one for one in tokens(row) if len(one) == 1} <= kept(row)
