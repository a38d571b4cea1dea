"""What one page has in common: paper, day, width of punctuation, spacing, furniture habits."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from random import Random

from tests.training.chance import chance

HALF = str.maketrans({"，": ",", "：": ":", "；": ";", "？": "?", "！": "!", "（": "(", "）": ")"})
HONG_KONG_QUOTES = str.maketrans("“”‘’", "「」『』")
WEEKDAYS = "一二三四五六日"
DIGITS = "〇一二三四五六七八九"


@dataclass
class Style:
    """The habits of one printed page; every article of the page is set with them."""

    genre: str
    paper: str
    date: datetime.date
    half: bool = False  # , : ; ? ! ( ) printed half-width, as some exports do
    traditional: bool = False
    han_digits: bool = False  # dates in Chinese numerals, the habit before 1996
    pad: str = " "  # what spreads two-character names in byline lines; empty: nothing
    pad_inline: str = ""  # and in brackets
    name_gap: str = " "  # between names in a line
    inline_gap: str = "、"  # between names in a bracket
    role_gap: str = " "  # between role and name in a line
    inline_role_gap: str = ""  # and in a bracket
    group_mark: bool = False  # 记者X、通讯员Y: the roles too are joined by 、
    credit_gap: str = " "  # before 摄
    dateline_gap: str = ""  # between 电 and its bracket
    after_bracket: str = ""
    tight_heads: bool = False  # headline stack and byline in one block
    tight_text: bool = False  # the paragraphs of an article in one block
    gap: int = 1  # blank lines between blocks; 0: none on the whole page
    article_gap: int | None = None
    photo_gap: int | None = None
    indent: str = ""
    lead_newlines: int = 0
    breaks: float = 0.2  # share of long paragraphs that a column break cuts
    truncated: bool = False
    furniture: str = "head"  # none, head, foot, both
    label_in_brackets: bool = False  # column labels stand at the end of the headline
    dated: float = 0.5  # share of own news with 本报X月X日电 rather than 本报讯

    @property
    def modern(self) -> bool:
        """Whether the paper has electronic habits: clients, 全媒体记者."""
        return self.date.year >= 2012

    @property
    def yesterday(self) -> datetime.date:
        """The day a morning paper writes about."""
        return self.date - datetime.timedelta(days=1)


def random_date(rng: Random, first: int, last: int) -> datetime.date:
    """A day between two years, both included."""
    start, end = datetime.date(first, 1, 1), datetime.date(last, 12, 31)
    return start + datetime.timedelta(days=rng.randrange((end - start).days + 1))


def numeral(value: int, han: bool) -> str:
    """31 -> 31 or 三十一 (below 100)."""
    if not han:
        return str(value)
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else DIGITS[tens] + "十")
    return head + (DIGITS[ones] if ones or not tens else "")


def month_day(day: datetime.date, style: Style) -> str:
    """1月31日, or 一月三十一日 in the papers that print Chinese numerals."""
    return f"{numeral(day.month, style.han_digits)}月{numeral(day.day, style.han_digits)}日"


def full_date(day: datetime.date, style: Style) -> str:
    """2019年10月18日, or 一九八六年十月十八日."""
    year = "".join(DIGITS[int(digit)] for digit in str(day.year)) if style.han_digits else str(day.year)
    return f"{year}年{month_day(day, style)}"


def habits(rng: Random, style: Style) -> Style:
    """Draw what varies in every genre: spacing, blank lines, indents, breaks, truncation."""
    style.pad = rng.choice((" ", " ", " ", " ", " ", "　", "", ""))
    style.pad_inline = style.pad if chance(rng, 0.15) else ""
    style.name_gap = rng.choice((" ", " ", " ", "、", "　"))
    style.inline_gap = rng.choice(("、", "、", " "))
    style.role_gap = rng.choice((" ", " ", " ", ""))
    style.inline_role_gap = rng.choice(("", "", " "))
    style.group_mark = chance(rng, 0.25)
    style.credit_gap = rng.choice((" ", ""))
    style.dateline_gap = rng.choice(("", "", " "))
    style.after_bracket = rng.choice(("", "", "", " "))
    style.tight_heads, style.tight_text = chance(rng, 0.07), chance(rng, 0.04)
    style.gap = 0 if chance(rng, 0.1) else 1
    style.article_gap = rng.choice((None, None, None, None, 2, 3)) if style.gap else rng.choice((None, None, 1))
    style.photo_gap = rng.choice((None, 3, 3)) if style.gap else None
    style.indent = "　　" if chance(rng, 0.12) else ""
    style.lead_newlines = rng.choice((0, 0, 1, 2, 2))
    style.breaks = rng.choice((0.0, 0.1, 0.2, 0.25, 0.35, 0.5))
    style.truncated = chance(rng, 0.35)
    style.furniture = rng.choice(("none", "head", "head", "head", "foot", "both"))
    return style
