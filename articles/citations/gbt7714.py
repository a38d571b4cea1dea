"""GB/T 7714, numeric style: the form of an article in a newspaper, of 2025 and of 2015."""

import datetime
from dataclasses import dataclass

from articles.citations.reference import Reference
from articles.typography import full_width

NAMED = 3  # of more authors the standard names three, then 等
OTHERS = "等"


@dataclass(frozen=True)
class _Signs:
    """The signs of an edition of the standard: between names, between source and date, around the page."""

    name: str
    date: str
    page: str


_2025 = _Signs("，", "，", "（{}）")
_2015 = _Signs(", ", ", ", "({})")


def gbt7714_2025(reference: Reference) -> str:
    """GB/T 7714—2025, in force since 2026-07-01; what is inferred stands in [ ], what is unknown is left out.

    徐小坊，吴小昊. 清泉入户[N/OL]. 江州日报，2024-03-07（2）. https://…
    """
    return _joined(reference, _2025)


def gbt7714_2015(reference: Reference, seen: datetime.date) -> str:
    """GB/T 7714—2015: half-width signs, and for what is on line the day it was seen.

    徐小坊, 吴小昊. 清泉入户[N/OL]. 江州日报, 2024-03-07(2)[2026-11-24]. https://…
    """
    return _joined(reference, _2015, f"[{seen.isoformat()}]" if reference.address else "")


def printed_in(reference: Reference) -> str:
    """Where it was printed, as the standard of 2025 has it: 江州日报，2024-03-07（2）; inferred facts in [ ]."""
    return _source(reference, _2025)


def _joined(reference: Reference, signs: _Signs, seen: str = "") -> str:
    names = signs.name.join([*reference.authors[:NAMED], *([OTHERS] if len(reference.authors) > NAMED else [])])
    title = f"{full_width(reference.title)}[{'N/OL' if reference.address else 'N'}]"
    source = f"{_source(reference, signs)}{seen}"
    return ". ".join(filter(None, [names, title, source, reference.address])) + ("" if reference.address else ".")


def _source(reference: Reference, signs: _Signs) -> str:
    day = reference.date.isoformat() if reference.date else ""
    printed = [_fact(reference, "publication", reference.publication), _fact(reference, "date", day)]
    number = _fact(reference, "number", reference.number)
    return signs.date.join(filter(None, printed)) + (signs.page.format(number) if number else "")


def _fact(reference: Reference, field: str, value: str) -> str:
    return f"[{value}]" if value and field in reference.inferred else value
