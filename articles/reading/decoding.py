"""Bytes of a page to text: the encoding is found by strict trial, mojibake is refused."""

from __future__ import annotations

import codecs
import unicodedata
from itertools import chain

from articles.reading.normal import is_han

# Tried in this order, strictly: the first that decodes to plausible Chinese wins.
ENCODINGS = ("utf-8", "gb18030", "big5hkscs")
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# Text decoded wrongly shows rare Hanzi: the commonest 200 make up about half of any running Chinese text.
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相"
    "全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料"
    "這個國為時來們發動會說產種後對過經學於進著電裏實開還應當從業點體機現無間樣與關線內數問題條報記長華場區員車東書見廣港頭門萬將"
    "市省县乡村报记长员场区车东书见广城新年月日本社会议工作企业发展"
)
COMMON_SHARE = 0.2
# The signs of Latin-1 that newspapers do print.
PRINTED = "·×°±§÷é\xa0à"
# Other than tab and line ends, control characters mean that this is no text.
CONTROLS = frozenset(chain(range(0x09), range(0x0E, 0x20), (0x0B, 0x0C, 0x7F)))


class Unreadable(ValueError):
    """A seed that cannot be read: message in Chinese for the editor, and the line where known (from 1)."""

    def __init__(self, message: str, line: int | None = None):
        super().__init__(message)
        self.message, self.line = message, line


def decode(source: bytes) -> tuple[str, str]:
    """The text of a page (NFC, line ends as \\n, no byte order mark) and its encoding; raises Unreadable."""
    if not source.strip():
        raise Unreadable("文件是空的")
    text, encoding = _by_mark(source) or _by_trial(source)
    _refuse_controls(text)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise Unreadable("文件里只有空白")
    return text, encoding


def _by_mark(source: bytes) -> tuple[str, str] | None:
    for mark, encoding in BOMS:
        if source.startswith(mark):
            return _strict(source[len(mark) :], encoding), encoding
    return None


def _strict(source: bytes, encoding: str) -> str:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"按 {encoding} 解码失败，文件可能残缺", source[: error.start].count(b"\n") + 1) from error


def _by_trial(source: bytes) -> tuple[str, str]:
    if b"\0" in source:
        return _utf16(source)
    failure = None
    for encoding in ENCODINGS:
        try:
            text = source.decode(encoding)
        except UnicodeDecodeError as error:
            failure = failure or error
            continue
        if is_plausible(text) or (encoding == "utf-8" and not is_mojibake(text)):
            return text, encoding
    line = source[: failure.start].count(b"\n") + 1 if failure else None
    raise Unreadable("认不出编码：不是 UTF-8、GB18030、UTF-16 或 Big5，或者文字已经损坏", line)


def _utf16(source: bytes) -> tuple[str, str]:
    """UTF-16 without a mark; any other file with NUL bytes is binary."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = source.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_plausible(text):
            return text, encoding
    raise Unreadable("不是文字文件（含有二进制内容）", source[: source.index(b"\0")].count(b"\n") + 1)


def is_plausible(text: str) -> bool:
    """Whether the Hanzi look like running Chinese: 0.4 and more of real ones are among the commonest."""
    hanzi = [char for char in text if is_han(char)]
    common = sum(char in COMMON for char in hanzi)
    return (
        len(hanzi) * 4 >= len("".join(text.split()))
        and common >= COMMON_SHARE * len(hanzi)
        and _strange(text) * 50 <= len(text)
    )


def is_mojibake(text: str) -> bool:
    """Whether valid UTF-8 holds text that was decoded wrongly before: rare Hanzi, Latin-1 letters, holes."""
    hanzi = sum(is_han(char) for char in text)
    common = sum(char in COMMON for char in text)
    return _strange(text) * 20 > len(text) or (hanzi > 40 and common < COMMON_SHARE * hanzi)


def _strange(text: str) -> int:
    """How many characters no newspaper prints: private use, replacement characters, accented Latin letters."""
    return sum(
        "\ue000" <= char <= "\uf8ff" or char == "\ufffd" or "\x80" <= char <= "\xff" and char not in PRINTED
        for char in text
    )


def _refuse_controls(text: str) -> None:
    for offset, char in enumerate(text):
        if ord(char) in CONTROLS:
            raise Unreadable(f"含有控制字符 U+{ord(char):04X}，不像文字文件", text.count("\n", 0, offset) + 1)
