"""What a file itself states of a line of its page: the line's label, or which fact of the page it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from articles.reading.drafts import Fact, PageFacts
from articles.reading.facts import NUMBER_RE, page_number, printed_date
from articles.reading.lines import Line
from articles.reading.normal import normalise

# Facts of the page; a line that is one is furniture.
FACTS = ("publication", "date", "number", "name")
# A whole line of the article that began above it; which one, the reader finds.
INSIDE = "inside"
_INSIDE = "column deck_label deck byline continued_from continued_to heading paragraph resume caption credit furniture"
_INSIDE_LABELS = frozenset(_INSIDE.split())


def labels_meant(stated: str) -> frozenset[str]:
    """The labels that a line may have of which a file states something."""
    if stated == INSIDE:
        return _INSIDE_LABELS
    return frozenset({"furniture" if stated in FACTS else stated})


def with_stated(facts: PageFacts, lines: Iterable[Line]) -> PageFacts:
    """The facts of a page, what its file states of them first."""
    for line in lines:
        if line.stated in FACTS and (value := _value(line)):
            facts = replace(facts, **{line.stated: Fact(value, "printed")})
    return facts


def _value(line: Line) -> str:
    if line.stated == "date":
        fact = printed_date(normalise(line.text))
        return fact.value if fact else ""
    if line.stated == "number":
        match = NUMBER_RE.search(normalise(line.text))
        return page_number(match) if match else line.text
    return line.text
