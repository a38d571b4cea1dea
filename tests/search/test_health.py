"""The index tells when it is not whole, and no search takes longer than it may."""

import pytest
from django.db import OperationalError, connection

from articles.search import Document, QueryTimeout, time_limit

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
DOCUMENTS = [Document(day * 1024 + n, f"水库{day}", f"移民搬迁第{n}天") for day in range(40) for n in range(3)]


def damage(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def test_it_finds_nothing_wrong_with_a_sound_index(index):
    assert index.check() == []
    index.put(DOCUMENTS)
    assert index.check() == []


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO search_grams (search_grams) VALUES ('delete-all')",
        "INSERT INTO search_words (search_words) VALUES ('delete-all')",
        "DELETE FROM search_text",
        "DROP TABLE search_titles",
        "DELETE FROM search_meta",
        "DROP TABLE search_words_data",
    ],
)
def test_it_notices_damage(index, statement):
    index.put(DOCUMENTS)
    damage(statement)
    assert index.check()


def test_it_is_repaired_by_a_rebuild(index):
    index.put(DOCUMENTS)
    damage("INSERT INTO search_words (search_words) VALUES ('delete-all')", "DELETE FROM search_meta")
    index.rebuild(DOCUMENTS)
    assert index.check() == []


def test_it_stops_what_takes_too_long_and_goes_on(index):
    with pytest.raises(QueryTimeout) as stopped, time_limit("default", 0.05):
        damage(ENDLESS)
    assert isinstance(stopped.value, OperationalError)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_it_holds_inside_a_longer_limit_for_each_statement(index):
    def patient(execute, sql, params, many, context):
        connection.connection.set_progress_handler(None, 0)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(patient), pytest.raises(QueryTimeout), time_limit("default", 0.05):
        damage("SELECT 1", ENDLESS)


def test_it_passes_other_errors_on(index):
    with pytest.raises(OperationalError, match="no such table"), time_limit("default", 5):
        damage("SELECT * FROM nowhere")
