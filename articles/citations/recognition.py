"""What a line that cites an article says: title, date, page, address, in this archive's style or another."""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.citations.reference import one_line

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<word>[A-Za-z]{3})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})"
# 2024-01-09, 2024年1月9日 · 9 Jan. 2024 · January 9, 2024 · 2024, January 9
DATE_RES = tuple(
    map(
        re.compile,
        (
            rf"(?P<year>\d{{4}})\s*[-/.年]\s*(?P<month>\d{{1,2}})\s*[-/.月]\s*{_DAY}(?!\d)\s*日?",
            rf"\b{_DAY}\s+{_MONTH},?\s+(?P<year>\d{{4}})",
            rf"\b{_MONTH}\s+{_DAY},\s*(?P<year>\d{{4}})",
            rf"(?P<year>\d{{4}}),\s*{_MONTH}\s+{_DAY}\b",
        ),
    )
)
_NUMBER = r"[A-Za-z]{0,2}\d{1,3}|[〇零一二三四五六七八九十]{1,3}"
# (2), ([2]) · 第2版, A06版, 第二版 · p. 2 · , 2. at the end
NUMBER_RE = re.compile(
    rf"\(\[?(?P<bracketed>[A-Za-z]{{0,2}}\d{{1,3}})\]?\)|第?\s*(?P<called>{_NUMBER})\s*版"
    r"|\bpp?\.\s*(?P<english>[A-Za-z]?\d{1,3})|,\s*(?P<last>\d{1,3})\.?\s*$"
)
MARK_RE = re.compile(r"\s*\[N(?:/OL)?\]\s*[.,:]?\s*")
QUOTED_RE = re.compile(r"《([^《》]+)》|“([^“”]+)”|\"([^\"]+)\"")
ADDRESS_RE = re.compile(r"(?:https?://[^\s/]+)?/(?P<kind>articles|pages)/(?P<key>[^\s/?#]+)/?[^\s]*")
KEY_RE = re.compile(r"[0-9a-hjkmnp-tv-z]{10}(?:-[0-9a-hjkmnp-tv-z]{4})?")
# A paper, a day and a page, and nothing else: 江州日报，2024-01-09（2）.
PLACE_RE = re.compile(
    r"(?:(?:《(?P<quoted>[^《》]+)》|\[?(?P<paper>[^\s,.。:《》\[\]\d]{2,40})\]?)\s*,?\s*)?"
    r"\[?\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\]?\s*,?\s*"
    rf"(?:\(\[?[A-Za-z]{{0,2}}\d{{1,3}}\]?\)|第?\s*(?:{_NUMBER})\s*版)\s*\.?"
)


@dataclass(frozen=True)
class Cited:
    """One line as it was typed, at one width; what it names is read from it when it is asked for."""

    text: str

    @cached_property
    def key(self) -> str:
        """Of an article, named by its address or by itself; "" if none is."""
        return self._addressed("articles") or (self.text if KEY_RE.fullmatch(self.text) else "")

    @cached_property
    def page_key(self) -> str:
        return self._addressed("pages")

    @cached_property
    def is_bare(self) -> bool:
        """Nothing but a key or an address."""
        return bool(KEY_RE.fullmatch(self.text) or ADDRESS_RE.fullmatch(self.text))

    @cached_property
    def date(self) -> datetime.date | None:
        return next(filter(None, map(_date, self._dates())), None)

    @cached_property
    def number(self) -> str:
        """版次 as typed, looked for behind the date first; "" if none is."""
        end = next((match.end() for match in self._dates() if _date(match)), 0)
        found = NUMBER_RE.search(self.source, end) or (NUMBER_RE.search(self.source) if end else None)
        return next(filter(None, found.groups()), "") if found else ""

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What may be the title: what stands before [N], with and without the names before it, or in quotes."""
        mark = MARK_RE.search(self.text)
        if not mark:
            return tuple(next(filter(None, match.groups())) for match in QUOTED_RE.finditer(self.text))
        head = self.text[: mark.start()]
        return tuple(filter(None, dict.fromkeys((head.partition(".")[2].strip(), head.strip()))))

    @cached_property
    def paper(self) -> str:
        """The paper of a line that is a place and nothing else."""
        match = PLACE_RE.fullmatch(self.text)
        return (match["quoted"] or match["paper"] or "") if match else ""

    @cached_property
    def source(self) -> str:
        """The part where paper, date and page stand: behind [N], or behind the last quotation; else the whole."""
        ends = [match.end() for pattern in (MARK_RE, QUOTED_RE) for match in pattern.finditer(self.text)]
        rest = self.text[max(ends, default=0) :]
        return rest if any(pattern.search(rest) for pattern in DATE_RES) else self.text

    def _dates(self) -> Iterator[re.Match[str]]:
        found = (match for pattern in DATE_RES for match in pattern.finditer(self.source))
        return iter(sorted(found, key=lambda match: match.start()))

    def _addressed(self, kind: str) -> str:
        return next((match["key"] for match in ADDRESS_RE.finditer(self.text) if match["kind"] == kind), "")


def recognise(line: str) -> Cited:
    """Any line; full-width signs and digits are taken for half-width ones.

    >>> recognise("徐小坊. 清泉入户[N]. 江州日报，2024-03-07（2）.").titles
    ('清泉入户', '徐小坊. 清泉入户')
    """
    return Cited(unicodedata.normalize("NFKC", one_line(line)))


def _date(match: re.Match[str]) -> datetime.date | None:
    found = match.groupdict()
    word = (found.get("word") or "").lower()
    if word and word not in MONTHS:
        return None
    month = MONTHS.index(word) + 1 if word else int(found["month"])
    try:
        return datetime.date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None
