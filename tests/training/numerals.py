"""Chinese numerals, as papers printed numbers before the 1990s: 1986年 -> 一九八六年, 23.5% -> 百分之二十三点五."""

from __future__ import annotations

import re

from tests.training.documents import Document, Paragraph

DIGITS = "〇一二三四五六七八九"
UNITS = ("", "十", "百", "千")
YEAR_RE = re.compile(r"(?<!\d)[12]\d{3}(?=年)")
SHARE_RE = re.compile(r"(\d+(?:\.\d+)?)%")
NUMBER_RE = re.compile(r"(?<![\dA-Za-z.])\d{1,8}(?:\.\d+)?(?![\dA-Za-z])")


def spelled(text: str) -> str:
    """All numbers of a text in Chinese numerals."""
    text = YEAR_RE.sub(lambda match: digits(match[0]), text)
    text = SHARE_RE.sub(lambda match: f"百分之{read(match[1])}", text)
    return NUMBER_RE.sub(lambda match: read(match[0]), text)


def digits(number: str) -> str:
    """Digit by digit: 1986 -> 一九八六."""
    return "".join(DIGITS[int(digit)] for digit in number)


def read(number: str) -> str:
    """As it is read: 463 -> 四百六十三, 1.42 -> 一点四二, 21640 -> 二万一千六百四十."""
    whole, _, rest = number.partition(".")
    high, low = divmod(int(whole), 10000)
    text = (f"{below(high)}万" if high else "") + (below(low) if low or not high else "")
    return f"{text}点{digits(rest)}" if rest else text


def below(value: int) -> str:
    """A number below ten thousand."""
    if value == 0:
        return "零"
    text = ""
    for place, digit in enumerate(reversed(str(value))):
        if digit != "0":
            text = DIGITS[int(digit)] + UNITS[place] + text
        elif text and not text.startswith("零"):
            text = "零" + text
    return text[1:] if text.startswith("一十") else text


def spell_document(doc: Document) -> Document:
    """A document as an old paper prints it."""
    texts: list[str] = [
        Paragraph(
            spelled(text), [spelled(phrase) for phrase in getattr(text, "phrases", ())], getattr(text, "head", None)
        )
        for text in doc.paragraphs
    ]
    short = {
        name: [spelled(text) for text in getattr(doc, name)] for name in ("titles", "details", "kickers", "captions")
    }
    return Document(
        doc.kind, texts, short["titles"], short["details"], short["kickers"], short["captions"], doc.subject, doc.place
    )
