"""The normal form keeps every offset."""

from hypothesis import given
from hypothesis import strategies as st

from articles.reading.normal import normalise


@given(st.text())
def test_it_keeps_the_length(text):
    assert len(normalise(text)) == len(text)


def test_it_makes_signs_full_width_and_marks_simplified():
    assert normalise("本報訊(記者 Ａ１)攝:「圖為」") == "本报讯（记者 A1）摄：“图为”"
