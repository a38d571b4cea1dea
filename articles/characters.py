"""Characters that no document holds: what is stored keeps them, what is shown or handed out does not."""

import re

_PLANES = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
# Controls but tab and line ends, halves of surrogate pairs, code points that are no characters: errors in HTML
# (13.2.3.5), most of them in XML 1.0 (2.2) too, where they end the reading.
UNSEEN_RE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")
# What nearly all texts are made of: to look for each code point of the class above takes thirty times as long.
_LEGIBLE_RE = re.compile(r"[\t\n\r -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]*")


def legible(text: str, instead: str = "\ufffd") -> str:
    """The text with a sign of loss, or what is wanted instead, for each character that no document holds.

    >>> legible("泵站\\x01启动"), legible("泵站\\x01启动", "")
    ('泵站\\ufffd启动', '泵站启动')
    """
    return text if _LEGIBLE_RE.fullmatch(text) else UNSEEN_RE.sub(instead, text)
