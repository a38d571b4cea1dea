"""Folded text as bytes for the index: half the size of UTF-8, and a piece of text stands in it as its own bytes.

One byte for digits and the most common characters, two for letters and the next two thousand, three for the rest of
GB 2312, five for all others. First and following bytes come from different ranges, so bytes are never found across
characters: SQL's instr() can search the code.
"""

import re
from collections.abc import Iterator
from itertools import product

from articles.search.frequent import FREQUENT

BREAK, LINE = " ", "\n"
_DIGITS, _LETTERS = "0123456789", "·abcdefghijklmnopqrstuvwxyz"
_ONE_BYTE = range(1, 0xA3)
_TWO_BYTES, _THREE_BYTES, _ESCAPE = range(0xA3, 0xCD), range(0xCD, 0xCF), 0xCF  # first bytes
_TRAILS = range(0xD0, 0x100)
_CHAR_RE = re.compile(r"[\x01-\xa2]|[\xa3-\xcc][\xd0-\xff]|[\xcd\xce][\xd0-\xff]{2}|\xcf[\xd0-\xff]{4}")
_ESCAPED = 4  # digits of a character outside the tables, to the base of the trails


def _gb2312() -> str:
    """The Han characters of GB 2312 in its order: the first 3,755 are the everyday ones."""
    rows = range(0xB0, 0xF8)
    return "".join(bytes([row, cell]).decode("gb2312", "ignore") for row in rows for cell in range(0xA1, 0xFF))


def _codes() -> Iterator[str]:
    """All codes, the shortest first."""
    for places in ((_ONE_BYTE,), (_TWO_BYTES, _TRAILS), (_THREE_BYTES, _TRAILS, _TRAILS)):
        yield from ("".join(map(chr, code)) for code in product(*places))


def _characters() -> Iterator[str]:
    """The characters of the tables, the most common first; letters begin with the second byte."""
    first = len(_ONE_BYTE) - len(LINE + BREAK + _DIGITS)
    yield from dict.fromkeys(LINE + BREAK + _DIGITS + FREQUENT[:first] + _LETTERS + FREQUENT[first:] + _gb2312())


class _Codes(dict[int, str]):
    """The code of each character as characters of Latin-1; those outside the tables are spelt as they are met."""

    def __missing__(self, code: int) -> str:
        digits = []
        for _ in range(_ESCAPED):
            code, digit = divmod(code, len(_TRAILS))
            digits.append(chr(_TRAILS[digit]))
        return chr(_ESCAPE) + "".join(reversed(digits))


_CODES = _Codes({ord(char): code for char, code in zip(_characters(), _codes(), strict=False)})


class _Chars(dict[str, str]):
    """The character of each code; those outside the tables are read as they are met."""

    def __missing__(self, code: str) -> str:
        number = 0
        for digit in code[1:]:
            number = number * len(_TRAILS) + _TRAILS.index(ord(digit))
        return chr(number)


_CHARS = _Chars({code: chr(char) for char, code in _CODES.items()})


def encode(folded: str) -> bytes:
    """The text as bytes: encode(a) stands in encode(b) exactly where a stands in b."""
    return folded.translate(_CODES).encode("latin-1")


def decode(coded: bytes) -> str:
    """The text again."""
    return "".join(map(_CHARS.__getitem__, _CHAR_RE.findall(coded.decode("latin-1"))))
