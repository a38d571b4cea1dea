"""Whatever stands in an article finds it, and whatever is typed is answered."""

import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from articles.search import Document, parse
from articles.search import results as finding

ALPHABET = [
    *"江州水库移民搬迁的了在今年度臺灣髮後１２３45 6７Ｆfgt㎡①é",
    *"，。！“”「」：:—-|·《》\n　😀👨‍👩‍👧㊣〇○𠮷ガ한",
]
PHRASES = [
    "水库",
    "水庫",
    "移民",
    "江州市",
    "GDP",
    "ＧＤＰ",
    "3.5%",
    "1月8日",
    "记者：",
    "题名:",
    "日期：2024",
    " -",
    '"',
]
FUZZ = [*PHRASES, "AND", "NOT ", "NEAR(", "^", "*", "(", "headline:", "{a b}:", "+", "\x00", "\ud800", "|", "'", "%s"]


def random_text(chance: random.Random, length: int) -> str:
    return "".join(chance.choice(PHRASES) if chance.random() < 0.15 else chance.choice(ALPHABET) for _ in range(length))


def random_documents(count: int) -> list[Document]:
    chance = random.Random(5)
    return [
        Document(number, random_text(chance, 12), random_text(chance, chance.randint(1, 120)), random_text(chance, 5))
        for number in range(1, count + 1)
    ]


def test_it_finds_an_article_by_anything_that_stands_in_it(index):
    documents = random_documents(80)
    index.put(documents)

    @settings(max_examples=600, deadline=None)
    @given(st.sampled_from(documents), st.sampled_from(["headline", "body", "names"]), st.data())
    def check(document, field, data):
        text = getattr(document, field)
        start = data.draw(st.integers(0, len(text) - 1))
        query = parse(text[start : start + data.draw(st.integers(1, 12))])
        assume(query and not query.excluded)  # “甲 -乙” asks for articles without 乙, even where it stands just so
        result = finding.find(query, using="default", limit=100)
        assert document.number in result.numbers
        assert result.total == len(result.numbers)

    check()


@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
def test_it_answers_whatever_is_typed(index, order):
    index.put(random_documents(20))

    @settings(max_examples=300, deadline=None)
    @given(st.lists(st.sampled_from(FUZZ) | st.text(max_size=5), max_size=12).map("".join))
    def check(text):
        query = parse(text)
        result = finding.find(query, using="default", order=order, facets=True)
        assert len(set(result.numbers)) == len(result.numbers) <= min(result.total, 20)

    check()
