"""One folding for the index, the query and the highlighter, so that all ways of writing a thing find each other."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version

from opencc import OpenCC

_RULES = "1"
_SAME_SIGNS = {
    '"': "“”„‟〝〞〟«»「」『』",
    "'": "‘’‚‛′`",
    "-": "‐‑‒–—―−─━⁃",
    "~": "〜∼",
    "·": "•‧・∙⋅",
    "〇": "○◯",  # 二○二四年 is printed with a circle as often as with the numeral
}
_SIGNS = {sign: one for one, signs in _SAME_SIGNS.items() for sign in signs}
_UNSEEN = {"Mn", "Me", "Cf", "Cs", "Cc"}
_FIRST_HAN = "\u2e80"
_TABLE_LIMIT = 65_536  # no text can make the process remember all of Unicode
_NOT_SQUEEZED_RE = re.compile(r"[\W_]+")
_simplify = OpenCC("t2s").convert

FOLDING_VERSION = f"{_RULES}/unicode-{unicodedata.unidata_version}/opencc-{version('opencc')}"


def _compatible(char: str) -> str:
    """Width, circled and raised digits, ligatures: Ａ → A, ① → 1, ㎡ → m2."""
    return unicodedata.normalize("NFKC", char)


def _bare(char: str) -> str:
    """Accents off, é → e; 가 comes apart into letters, not marks, and so stays whole."""
    apart = unicodedata.normalize("NFD", char)
    return apart[0] if all(unicodedata.category(mark) == "Mn" for mark in apart[1:]) else char


def _seen(char: str) -> str:
    """Marks, joiners, controls and lone surrogates off; white space stays."""
    return "" if unicodedata.category(char) in _UNSEEN and not char.isspace() else char


def _simplified(char: str) -> str:
    """Traditional → Simplified by the character table, one for one."""
    return _simplify(char) if char >= _FIRST_HAN else char


def _plain_sign(char: str) -> str:
    return _SIGNS.get(char, char)


_STEPS = (_compatible, _bare, _seen, str.casefold, _simplified, _plain_sign)


def _fold_char(char: str) -> str:
    """One source character folded until nothing changes: a step may uncover work for an earlier one."""
    folded = char
    for step in _STEPS:
        folded = "".join(map(step, folded))
    return folded if folded == char else "".join(map(_fold_char, folded))


class _Table(dict[int, str]):
    """What each character folds to, filled as characters are met; `uneven` are those that fold to none or several."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        if len(folded) != 1:
            self.uneven.add(chr(code))
        if len(self) < _TABLE_LIMIT:
            self[code] = folded
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """The text with width, case, accents, quotes, dashes and script evened out: “１月８日，臺灣” → '"1月8日,台湾"'.

    Character by character, so fold(a) + fold(b) == fold(a + b); folding twice changes nothing. Never raises.
    """
    return text.translate(_TABLE)


def sources(text: str, folded: str) -> Sequence[int]:
    """For each character of `folded`, which is fold(text), the offset in `text` of the one it came from.

    >>> sources("5㎡", "5m2")
    [0, 1, 1]
    """
    uneven = _TABLE.uneven  # folding has met all characters of the text; seldom is one of them uneven
    if uneven.isdisjoint(text):
        return range(len(folded))
    origins: list[int] = []
    after = 0
    for offset in [offset for offset, char in enumerate(text) if char in uneven]:
        origins += range(after, offset)
        origins += [offset] * len(_TABLE[ord(text[offset])])
        after = offset + 1
    return [*origins, *range(after, len(text))]


def squeeze(folded: str) -> str:
    """Letters and digits only of a folded text: what must stand in an article for a term to be found there."""
    return _NOT_SQUEEZED_RE.sub("", folded)


@lru_cache(maxsize=1024)
def spread(squeezed: str) -> re.Pattern[str]:
    """What finds a squeezed string in a folded text, whatever is not a letter or digit between its characters."""
    return re.compile(r"[\W_]*".join(map(re.escape, squeezed)))
