"""Bytes to text: every encoding of the field is read, what is no text is refused with its line."""

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.decoding import Unreadable, decode

TEXT = "本报讯(记者 何禾)昨天,江边的老码头重新开放。\n\n市民可以在这里坐船到对岸,票价两元。\n" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_it_reads_one_text_from_every_encoding(encoding):
    assert decode(TEXT.encode(encoding))[0] == TEXT


def test_it_reads_big5_when_it_clearly_is():
    text = "【本報訊】昨日，江邊的舊碼頭重新開放，市民可以在這裏坐船到對岸，票價兩元。社會各界都說好。\n" * 4
    assert decode(text.encode("big5hkscs")) == (text, "big5hkscs")


def test_it_makes_line_ends_one_and_drops_the_mark():
    assert decode(codecs.BOM_UTF8 + "一行\r\n二行\r三行".encode())[0] == "一行\n二行\n三行"


@pytest.mark.parametrize("source", [b"", b"  \n\t\r\n", codecs.BOM_UTF8 + b" \n"])
def test_it_refuses_an_empty_file(source):
    with pytest.raises(Unreadable, match="空"):
        decode(source)


def test_it_names_the_line_of_a_control_character():
    with pytest.raises(Unreadable, match=r"U\+0007") as refusal:
        decode("头一行\n第二行\x07".encode())
    assert refusal.value.line == 2


def test_it_refuses_binary():
    with pytest.raises(Unreadable, match="二进制"):
        decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9)


def test_it_refuses_half_a_character():
    with pytest.raises(Unreadable):
        decode(TEXT.encode()[:-2] + b"\xe4\xbd")


@pytest.mark.parametrize("wrong", [("utf-8", "gb18030"), ("utf-8", "latin-1"), ("gb18030", "latin-1")])
def test_it_refuses_mojibake(wrong):
    written, read = wrong
    broken = TEXT.encode(written).decode(read, "replace")
    with pytest.raises(Unreadable):
        decode(broken.encode())


@given(st.binary(max_size=400))
def test_it_decodes_or_refuses_anything(source):
    try:
        text, _ = decode(source)
    except Unreadable as refusal:
        assert refusal.message
    else:
        assert text.strip()
        assert text == unicodedata.normalize("NFC", text)
