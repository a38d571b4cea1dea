"""What no document holds is told from all other signs, and stands in none."""

import sys
import unicodedata
from xml.etree import ElementTree

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from articles.characters import legible

ANY = st.text(st.characters(exclude_categories=[]), max_size=40)


@given(ANY)
def test_it_makes_any_text_one_that_documents_hold(text):
    shown = legible(text).replace("&", "").replace("<", "")
    ElementTree.fromstring(f"<p>{shown}</p>".encode())
    html5lib.HTMLParser(strict=True).parse(f"<!doctype html><title>甲</title><p>{shown}</p>")
    assert len(legible(text)) == len(text)


def test_it_leaves_every_sign_that_may_be_printed():
    kept = ("C", "Zl", "Zp")
    text = "".join(sign for sign in map(chr, range(sys.maxunicode)) if not unicodedata.category(sign).startswith(kept))
    assert legible(text + "\t\n\r\u2028\u200b\ue000\U000f0000") == text + "\t\n\r\u2028\u200b\ue000\U000f0000"


def test_it_says_where_something_is_lost():
    assert legible("泵\x00\x0b\x1f\x85\ud800\ufdd0\ufffe\U0001ffff站\r\n") == "泵" + "\ufffd" * 8 + "站\r\n"
    assert legible("泵\x01站", "") == "泵站"
