"""The index tells when it is not whole."""

import pytest
from django.db import connection

from articles.search import Document
from articles.search.numbering import DAY_SIZE

DOCUMENTS = [Document(day * DAY_SIZE + n, f"水库{day}", f"移民搬迁第{n}天") for day in range(40) for n in range(3)]


def damage(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def test_it_finds_nothing_wrong_with_a_sound_index(index):
    assert index.check() == []
    index.put(DOCUMENTS)
    assert index.check() == []


TOKENS_GONE = {
    "sqlite": "INSERT INTO search_index (search_index) VALUES ('delete-all')",
    "postgresql": "DELETE FROM search_index",
}
INDEX_GONE = {"sqlite": "DROP TABLE search_index_data", "postgresql": "DROP INDEX search_index_tokens"}


@pytest.mark.parametrize(
    "statement",
    [
        TOKENS_GONE,
        INDEX_GONE,
        "DELETE FROM search_text",
        "DELETE FROM search_text WHERE number IN (SELECT min(number) FROM search_text)",
        "DELETE FROM search_fields",
        "DELETE FROM search_fields WHERE number IN (SELECT number FROM search_text ORDER BY number LIMIT 60 OFFSET 20)",
        "DROP TABLE search_values",
        "DELETE FROM search_meta",
    ],
)
def test_it_notices_damage(index, statement):
    index.put(DOCUMENTS)
    damage(statement if isinstance(statement, str) else statement[connection.vendor])
    assert index.check()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")  # the transaction goes on


def test_it_is_repaired_by_a_rebuild(index):
    index.put(DOCUMENTS)
    damage(TOKENS_GONE[connection.vendor], "DELETE FROM search_meta")
    index.rebuild(DOCUMENTS)
    assert index.check() == []
