"""How well readings agree with the truth: F1 a field, over the items that each article of a page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

Page = dict[str, Any]
Item = tuple[str, ...]


def field_scores(pairs: Iterable[tuple[Page, Page]]) -> dict[str, float]:
    """(truth, reading) pages -> F1 of every field that occurs, from 0 to 1."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for truth, reading in pairs:
        gold, read = Counter(items(truth)), Counter(items(reading))
        for item, count in (gold & read).items():
            right[item[0]] += count
        for item, count in (gold + read).items():
            total[item[0]] += count
    return {field: 2 * right[field] / total[field] for field in sorted(total)}


def mean(scores: dict[str, float]) -> float:
    """The mean over fields."""
    return sum(scores.values()) / len(scores)


def items(page: Page) -> Iterator[Item]:
    """The comparable items of a page; names and titles count only in the right article (told by how it opens)."""
    yield from (("furniture", _squeezed(line)) for line in page["furniture"])
    for article in page["articles"]:
        opening = _opening(article)
        yield ("article", opening)
        yield from ((field, *rest, opening) for field, *rest in _article_items(article))


def _article_items(article: Page) -> Iterator[Item]:
    for field in ("headline", "kicker", "subtitle", "column", "continued_from", "continued_to"):
        if article[field]:
            yield (field, _spaced(article[field]))
    if article["truncated"]:
        yield ("truncated",)
    yield from (("deck", _spaced(text)) for text in article["deck"])
    yield from (("dateline", part, _squeezed(value)) for part, value in (article["dateline"] or {}).items() if value)
    yield from (("byline", _squeezed(one["name"]), str(one["role"])) for one in article["bylines"])
    for section in article["sections"]:
        if section["heading"]:
            yield ("heading", _spaced(section["heading"]))
        yield from (("paragraph", _spaced(text)) for text in section["paragraphs"])
    for figure in article["figures"]:
        if figure["caption"]:
            yield ("caption", _squeezed(figure["caption"]))
        yield from (("credit", _squeezed(one["name"]), str(one["action"])) for one in figure["credits"])


def _opening(article: Page) -> str:
    texts = [text for section in article["sections"] for text in section["paragraphs"]]
    texts += [figure["caption"] or "" for figure in article["figures"]]
    return _squeezed(texts[0] if texts else article["headline"])[:12]


def _squeezed(text: str | None) -> str:
    return "".join((text or "").split())


def _spaced(text: str) -> str:
    return " ".join(text.split())
