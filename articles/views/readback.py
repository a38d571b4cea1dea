"""The query read back as a sentence, each of its parts with the query that remains without it."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.display.wording import worded
from articles.search.narrowing import dropped
from articles.search.query import Query

JOINTS = {"person": "署名", "column": "栏目", "place": "电头", "type": "体裁为", "quantity": "文中数字"}
# The same before what was left out.
AVOIDING = {
    "person": "没有署名",
    "column": "不在栏目",
    "place": "电头不是",
    "paper": "不在",
    "type": "体裁不是",
    "doubt": "没",
    "quantity": "文中没有数字",
}


@dataclass(frozen=True)
class Part:
    """Words of the sentence; a term of the query is `term`, and `without` the query that drops it."""

    words: str = ""
    term: str = ""
    without: str = ""


def readback(query: Query) -> list[Part]:
    """在全部报纸中，找正文或标题里同时有“甲”和“乙”、署名丙的报道。"""
    papers = _filters(query, {"paper"}) or [Part("全部报纸")]
    return [Part("在"), *papers, Part("中，找"), *_clauses(query), Part("的报道")]


def _clauses(query: Query) -> Iterator[Part]:
    """The clauses with 、 between them."""
    first = True
    asked = map(list, (_wanted(query), _titles(query), _excluded(query)))
    for clause in (*asked, *_named(query), *_avoided(query)):
        if clause:
            yield from ([] if first else [Part("、")])
            yield from clause
            first = False


def _wanted(query: Query) -> Iterator[Part]:
    terms = [Part("", term, str(dropped(query, "terms", term))) for term in query.terms]
    either = [Part("", "或".join(group), str(dropped(query, "alternatives", group))) for group in query.alternatives]
    everything = terms + either
    if everything:
        yield Part("正文或标题里同时有" if len(everything) > 1 else "正文或标题里有")
    for place, part in enumerate(everything):
        if place:
            yield Part("和" if place == len(everything) - 1 else "、")
        yield part


def _titles(query: Query) -> Iterator[Part]:
    for place, title in enumerate(query.titles):
        yield Part("和" if place else "标题里有")
        yield Part("", title, str(dropped(query, "titles", title)))


def _excluded(query: Query) -> Iterator[Part]:
    for place, term in enumerate(query.excluded):
        yield Part("和" if place else "没有")
        yield Part("", term, str(dropped(query, "excluded", term)))


def _avoided(query: Query) -> Iterator[list[Part]]:
    """没有署名丙、不是第4版."""
    for item in query.avoided:
        rest = str(dropped(query, "avoided", item))
        yield [Part(AVOIDING.get(item.field, "不是")), Part("", _words(item), rest)]


def _named(query: Query) -> Iterator[list[Part]]:
    for name in ("person", "column", "place", "date", "page", "type", "doubt", "quantity"):
        if parts := _filters(query, {name}):
            yield [Part(JOINTS[name]), *parts] if name in JOINTS else parts


def _filters(query: Query, names: set[str]) -> list[Part]:
    return [
        Part("", _words(item), str(dropped(query, "filters", item))) for item in query.filters if item.field in names
    ]


def _words(item) -> str:
    """A filter's values for the sentence, alternatives with 或."""
    return "或".join(worded(item.field, value) for value in item.values)
