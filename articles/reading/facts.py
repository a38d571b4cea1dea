"""Publication, issue date, page number and page name: as printed at the page's head or foot, else from datelines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from articles.reading.drafts import ArticleDraft, Fact, PageFacts, Text
from articles.reading.normal import normalise
from articles.reading.numerals import han_number

NUMERAL = "[〇○零一二三四五六七八九十两]"
DATE_RE = re.compile(
    rf"(?P<year>\d{{4}}|{NUMERAL}{{4}})年\s*(?P<month>\d{{1,2}}|{NUMERAL}{{1,2}})月\s*(?P<day>\d{{1,2}}|{NUMERAL}{{1,3}})日"
)
SHORT_DATE_RE = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)")
DAY_RE = re.compile(rf"(?P<month>\d{{1,2}}|{NUMERAL}{{1,2}})月(?P<day>\d{{1,2}}|{NUMERAL}{{1,3}})日")
NUMBER_RE = re.compile(
    rf"(?:第\s*(?P<number>\d{{1,3}}|{NUMERAL}{{1,3}})\s*版|(?<![A-Za-z\d])(?P<code>[A-Z]{{1,2}}\d{{1,2}})\s*版?|(?<!\d)(?P<bare>\d{{1,2}})\s*版)"
)
NAME_RE = re.compile(r"^\s*[:：·—\-|]?\s*(?P<name>[^\s\d:：]{2,10}?)(?:\s|$)")
PUBLICATION_RE = re.compile(
    r"(?:^|\s)(?P<name>[^\s，。：《》]{1,8}(?:日报|晚报|早报|晨报|商报|时报|时報|時報|日報|晚報|商報|都市报|周报|周刊|导报|青年报|农民报|工人报|新报|快报|报))(?=\s|$)"
)
# A year that is named as a goal is not the year of the paper.
YEAR_RE = re.compile(r"(?<![到至于\d])(?P<year>(?:19|20)\d{2})年(?![前底])")
OWN_AGENCIES = ("本报", "晚报", "晨报", "日报", "商报", "导报", "早报", "时报")
EVENING = "晚报"


def to_number(printed: str) -> int:
    """An Arabic or Chinese number up to 99, or a year written digit by digit; 0 where it makes no sense (十十)."""
    return int(printed) if printed.isdigit() else int(han_number(printed) or 0)


def read_facts(text: str, articles: Sequence[ArticleDraft], furniture: Iterable[Text]) -> PageFacts:
    """What the page's furniture states of the page, and a date inferred from datelines where it states none."""
    publication = issued = number = name = None
    for line in furniture:
        plain = normalise(line.value)
        publication = publication or _publication(plain, line.value)
        issued = issued or printed_date(plain)
        if number is None and (match := NUMBER_RE.search(plain)):
            number = Fact(page_number(match), "printed")
            name = _page_name(line.value[match.end() :])
    return PageFacts(publication, issued or inferred_date(text, articles), number, name)


def _publication(plain: str, original: str) -> Fact | None:
    match = PUBLICATION_RE.search(plain)
    return Fact(original[slice(*match.span("name"))], "printed") if match else None


def printed_date(plain: str) -> Fact | None:
    """The first full date in a line in normal form."""
    for match in (*DATE_RE.finditer(plain), *SHORT_DATE_RE.finditer(plain)):
        if found := _date(*(to_number(match[part]) for part in ("year", "month", "day"))):
            return Fact(found.isoformat(), "printed")
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def page_number(match: re.Match[str]) -> str:
    """The number that NUMBER_RE found: `第四版` is 4, `A06版` is A06."""
    return match["code"] or str(to_number(match["number"] or match["bare"]))


def _page_name(rest: str) -> Fact | None:
    match = NAME_RE.match(rest)
    return Fact(match["name"], "printed") if match else None


def inferred_date(text: str, articles: Sequence[ArticleDraft]) -> Fact | None:
    """The day after the newest own dateline (the same day for an evening paper), in the newest year the text names."""
    years = [int(match["year"]) for match in YEAR_RE.finditer(text)]
    days = [day for article in articles if (day := _own_day(article))]
    if not years or not days:
        return None
    agency, month, number = max(days, key=lambda day: day[1:])
    if {month for _, month, _ in days} >= {1, 12}:
        agency, month, number = max((day for day in days if day[1] == 1), key=lambda day: day[2])
    newest = _date(max(years), month, number)
    if newest is None:
        return None
    return Fact((newest if agency.endswith(EVENING) else newest + timedelta(days=1)).isoformat(), "inferred")


def _own_day(article: ArticleDraft) -> tuple[str, int, int] | None:
    line = article.dateline
    if line is None or not line.agency or not line.date or not normalise(line.agency).endswith(OWN_AGENCIES):
        return None
    match = DAY_RE.search(line.date)
    return (line.agency, to_number(match["month"]), to_number(match["day"])) if match else None
