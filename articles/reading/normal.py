"""A normal form of the same length, so that a pattern is written once and offsets hold in the original."""

from __future__ import annotations

# Half-width signs that exporters print between Han characters, and the quotation marks of Traditional pages.
_SIGNS = dict(zip(",:;?!()「」『』〝〞﹐﹔／｜丨[]{}", "，：；？！（）“”‘’“”，；/||［］｛｝", strict=True))
# Traditional forms of the characters that marks, roles and labels are written with.
_TRADITIONAL = dict(
    zip(
        "為記訊電報導編輯責圖攝訪稱號間來轉廣專欄題評論東國華社體財經濟聞頁計設視覺員畫閣開點談話錄釋譯輿場觀調長關",
        "为记讯电报导编辑责图摄访称号间来转广专栏题评论东国华社体财经济闻页计设视觉员画阁开点谈话录释译舆场观调长关",
        strict=True,
    )
)
_DIGITS = {chr(0xFF10 + digit): str(digit) for digit in range(10)}
_LETTERS = {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_BLANKS = dict.fromkeys("\u3000\xa0\t\u2002\u2003\u2009", " ")
NORMAL = str.maketrans({**_SIGNS, **_TRADITIONAL, **_DIGITS, **_LETTERS, **_BLANKS})


def normalise(text: str) -> str:
    """The text with signs full-width, digits and Latin half-width and label characters Simplified; length kept."""
    return text.translate(NORMAL)


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one (〇 too)."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or char == "〇"
        or "\U00020000" <= char <= "\U0003ffff"
    )
