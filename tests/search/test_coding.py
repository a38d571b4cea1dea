"""The code of the index: text comes out as it went in, and pieces are found where they stand and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from articles.folding import fold
from articles.search.coding import decode, encode

FOLDED = st.text(st.sampled_from("的水库移民龘靐f16 \n한😀é") | st.characters(), max_size=40).map(fold)


@given(FOLDED)
def test_it_gives_the_text_again(text):
    assert decode(encode(text)) == text


@given(FOLDED, FOLDED)
def test_it_finds_a_piece_where_it_stands_and_nowhere_else(text, piece):
    assert (encode(piece) in encode(text)) == (piece in text)


def test_it_is_half_as_long_as_utf_8():
    text = "江州水库的移民在新建的村庄里过上了好日子"
    assert len(encode(text)) < 0.65 * len(text.encode())
