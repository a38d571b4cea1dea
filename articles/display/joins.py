"""From which lines of the source each paragraph of an article was joined, and how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from articles.display.tracing import Stretch, stretches, trace

PAUSES = "，。、；：！？,;:!? "
# So many characters on either side of the break are the join, so many more tell where.
WIDTH, AROUND = 2, 4


@dataclass
class Join:
    """A column break as joined: the characters on both sides and a few around them."""

    before: str
    joined: str
    after: str


def trails(page: Any, article: Any) -> Iterator[tuple[int, Sequence[Stretch]]]:
    """(number, stretches of the source) of each paragraph of the article; those of the deck have no number, 0."""
    paragraphs = [paragraph for section in article.sections.all() for paragraph in section.paragraphs]
    yield from ((0, sources) for sources in trace(article.deck, _own(page, article, "deck"), page.text))
    yield from enumerate(trace(paragraphs, _own(page, article, "paragraph"), page.text), 1)


def _own(page: Any, article: Any, field: str) -> list[Stretch]:
    return stretches(page.spans, article.position, field)


def joins_in(page: Any, sources: Sequence[Stretch]) -> Iterator[tuple[int, Join]]:
    """(start of the later half, join) for each column break within a paragraph."""
    for first, second in zip(sources, sources[1:], strict=False):
        yield second.start, _join(page.text, first, second)


def _join(text: str, first: Stretch, second: Stretch) -> Join:
    before, after = text[first.start : first.end], text[second.start : second.end]
    ahead, behind = before[-WIDTH - AROUND : -WIDTH], after[WIDTH : WIDTH + AROUND]
    return Join(ahead.lstrip(PAUSES), before[-WIDTH:] + after[:WIDTH], behind.rstrip(PAUSES))
