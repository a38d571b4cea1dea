"""Characters that PDF writers put for the Hanzi that look like them: radicals and compatibility forms."""

from __future__ import annotations

import unicodedata

# Radicals that Unicode itself does not call the same as the character (⻋ for 车), each followed by it; and the two
# that it calls the same as an older form (⼾ for 戶).
_PAIRS = (
    "⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺜日⺝月⺛旡⺒巳⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞"
    "⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼾户⾭青"
)
_LIKE = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
# Kangxi radicals, compatibility ideographs, vertical and small forms of signs.
_RANGES = ((0x2F00, 0x2FD6), (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE4F), (0x2F800, 0x2FA1F), (0xFB00, 0xFB06))
_COMPATIBLE = {
    code: unicodedata.normalize("NFKC", chr(code)) for first, last in _RANGES for code in range(first, last + 1)
}
# Vertical forms of quotation marks and dashes normalise to signs that are not printed across; dashes may be one sign.
_SIGNS = str.maketrans({**dict(zip("︱︳﹁﹂﹃﹄", "——“”‘’", strict=True)), "⸺": "——", "⸻": "———"})
_TABLE = _COMPATIBLE | str.maketrans(_LIKE) | _SIGNS


def as_written(text: str) -> str:
    """The text in the characters that a writer would type: `⻋⽇` gives `车日`."""
    return text.translate(_TABLE)
