"""What a mistyped word may have meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search import sounds
from articles.search.likeness import LONGEST, MOST, one_off, same_sound


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("水酷移民", "水库移民"),
        ("江州日抱", "江州日报"),
        ("科技創薪", "科技创新"),
        ("汽侯变化", "气侯变化"),
        ("权利", "权力"),
    ],
)
def test_it_respells_by_sound(typed, meant):
    respelt = list(same_sound(typed))
    assert meant in respelt
    assert typed not in respelt


def test_it_takes_the_likeliest_first():
    assert next(same_sound("水酷移民")) == "水库移民"


def test_it_replaces_any_character():
    assert "乡村振奋" in one_off("乡村振欣")


@pytest.mark.parametrize("typed", ["人工智能", "f16战机", "水", "", "水" * (LONGEST + 1), "……"])
def test_it_leaves_alone_what_is_a_word_or_none(typed):
    assert not list(same_sound(typed))
    assert not one_off(typed)


def test_it_knows_characters_of_the_same_sound():
    assert "库" in sounds.same_sounding("酷")
    assert "酷" not in sounds.same_sounding("酷")
    assert len(sounds.common_characters()) == 3755


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=9) | st.text(max_size=9))
def test_it_never_raises_and_keeps_the_length(typed):
    for respelt in (*same_sound(typed), *one_off(typed)[:MOST]):
        assert len(respelt) == len(sounds.squeeze(sounds.fold(typed)))
