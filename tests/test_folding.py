"""Folding: what must find each other is one text, and every folded character knows where it came from."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.folding import FOLDING_VERSION, fold, sources, spread, squeeze

ANY = st.text(st.characters() | st.sampled_from("臺灣１月㎡ﬁİßé①“」—…㈱\x00\ud800\u200b\u0301"), max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("１月８日", "1月8日"),
        ("ＧＤＰ", "gdp"),
        ("臺灣髮廊", "台湾发廊"),
        ("水庫移民", "水库移民"),
        ("“两山”", '"两山"'),
        ("「两山」", '"两山"'),
        ("——江州", "--江州"),
        ("买买提·艾力", "买买提・艾力"),
        ("二○二四年", "二〇二四年"),
        ("㎡", "m2"),
        ("①", "1"),
        ("café", "cafe\u0301"),
        ("水\u200b库", "水库"),
        ("江\u3000州", "江 州"),
    ],
)
def test_it_folds_all_ways_of_writing_to_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("different", [("水库", "水厂"), ("一", "1"), ("a", "b"), ("江州", "江洲")])
def test_it_keeps_apart_what_differs(different):
    one, other = different
    assert fold(one) != fold(other)


def test_it_folds_each_han_character_to_one():
    assert all(len(fold(chr(code))) == 1 for code in range(0x3400, 0xA000))


def test_it_drops_what_no_database_takes():
    assert fold("a\x00b\ud800c") == "abc"


@given(ANY, ANY)
def test_it_folds_character_by_character(one, other):
    assert fold(one) + fold(other) == fold(one + other)


@given(ANY)
def test_it_changes_nothing_the_second_time(text):
    assert fold(fold(text)) == fold(text)


@given(ANY)
@example("水……库")
@example("5㎡ﷺ\u0301臺")
def test_it_knows_the_source_of_every_folded_character(text):
    folded = fold(text)
    origin = list(sources(text, folded))
    assert len(origin) == len(folded)
    assert origin == sorted(origin)
    assert all(char in fold(text[offset]) for char, offset in zip(folded, origin, strict=True))


@given(ANY)
def test_it_squeezes_to_letters_and_digits(text):
    squeezed = squeeze(fold(text))
    assert squeezed == "".join(char for char in fold(text) if char.isalnum())


@given(ANY, ANY)
@example("水库", "水，\n库")
def test_it_finds_a_squeezed_string_where_it_stands_spread_out(sought, text):
    needle = squeeze(fold(sought))
    found = spread(needle).search(fold(text)) if needle else None
    assert bool(found) == bool(needle and needle in squeeze(fold(text)))
    assert found is None or squeeze(found[0]) == needle


def test_it_states_its_version():
    assert "unicode" in FOLDING_VERSION
    assert "opencc" in FOLDING_VERSION
