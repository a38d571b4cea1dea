"""Whether a word is cut in two where one printed line ends and the next begins."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from pathlib import Path

# The commonest words of two and of three characters, run together; from the word list of jieba (MIT licence).
LEXICON = Path(__file__).parent / "lexicon"
FILES = {"two.txt": 2, "three.txt": 3}
# No paragraph, headline or subhead begins with the first, none ends with the second.
NEVER_FIRST = frozenset("了的着过地得们等及与和之于而且也还都就者性化率却并")
NEVER_LAST = frozenset("的在是和与及为于将把被对从向以到由让给使就都也还又再更最很不没每各该这那其并且而或")


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Common words of two and three characters."""
    return frozenset(word for name, size in FILES.items() for word in _words(name, size))


def _words(name: str, size: int) -> list[str]:
    text = "".join((LEXICON / name).read_text("utf-8").split())
    return [text[start : start + size] for start in range(0, len(text), size)]


def seam(before: str, after: str, seen: Container[str]) -> str:
    """A letter for what the end of one plain line and the start of the next make together.

    3, 2: a word of so many characters; m: a word, but both sides end in words of their own; w: a pair that stands
    elsewhere on the page (seen); n: nothing known; empty where one side is no Han character.
    """
    pair = before[-1:] + after[:1]
    if len(pair) < 2 or not all("一" <= char <= "鿿" for char in pair):
        return ""
    words = common_words()
    if before[-2:] + after[0] in words or before[-1] + after[:2] in words:
        return "3"
    if pair in words:
        return "m" if before[-2:] in words and after[:2] in words else "2"
    return "w" if pair in seen else "n"


def edges(before: str, after: str) -> str:
    """Whether function words at the edges say that the line goes on: `l` at the end before, `f` at the start after."""
    return ("l" if before[-1:] in NEVER_LAST else "") + ("f" if after[:1] in NEVER_FIRST else "")
