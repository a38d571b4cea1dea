"""By which grams SQLite looks for a string that is then proved."""

import pytest
from django.db import connection

from articles.search import Document
from articles.search.sqlite.asking import telling

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
FAR_APART = 1_000_000  # their lists of numbers take more room
ALL_KINDS = "".join(map(chr, range(0x4E00, 0x9FA5, 3)))  # terms between those asked for, as in any archive


@pytest.fixture
def common(index):
    """The pair 水库 in three thousand articles, 库搬 and 搬迁 in one of them."""
    index.put(Document(number * FAR_APART, "", "水库") for number in range(3_000))
    index.put([Document(1, "", "水库搬迁户"), Document(2, "", ALL_KINDS)])


def asked(*tokens: str) -> list[str]:
    with connection.cursor() as cursor:
        return list(telling(cursor, tokens, 3))


def test_the_common_gram_is_left_out(index, common):
    index.settle()
    assert asked("水库", "库搬", "搬迁", "迁户") == ["库搬", "搬迁", "迁户"]
    assert asked("库搬", "水库", "搬迁", "水库", "无此") == ["库搬", "搬迁", "无此"]


def test_few_are_all_asked_for(common):
    assert asked("水库", "库搬", "搬迁") == ["水库", "库搬", "搬迁"]


def test_of_an_empty_index_any_will_do(index):
    assert len(asked("水库", "库搬", "搬迁", "迁户")) == 3
