"""Stories over several pages: which page a 上接 or 下转 mark means, and which parts belong together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from articles.reading.facts import to_number
from articles.reading.normal import normalise

NUMERAL = "[一二三四五六七八九]?十[一二三四五六七八九]?|[〇○零一二三四五六七八九]{1,3}"
MEANT_RE = re.compile(rf"\s*第?\s*(?P<code>[A-Za-z]{{0,2}})\s*(?P<number>[0-9]{{1,3}}|{NUMERAL})\s*(?:[版页]|$)")
# How much of the headline must be repeated: where the marks mean each other's numbers, and where a number is unknown.
ALIKE, UNMISTAKABLE = 0.4, 0.7
# A headline of fewer pairs of signs is found in others by chance: it must be repeated whole.
FEWEST_PAIRS = 3

Link = tuple[int, int]  # (the part that goes to another page, the part that comes from there)


class Titles(NamedTuple):
    """A headline stack."""

    headline: str
    kicker: str = ""
    subtitle: str = ""


@dataclass(frozen=True)
class Part:
    """An article with a mark: where it stands, and which pages its marks mean; "" is none or unknown."""

    id: int
    page: str
    number: str
    comes_from: str
    goes_to: str
    titles: Titles


def page_meant(mark: str) -> str:
    """The normal number of the page that a mark or a printed page number names, "" where it names none.

    第一版 → 1, 第 3 版 → 3, 十二版 → 12, A01版 → A1
    """
    match = MEANT_RE.match(normalise(mark))
    return f"{match['code'].upper()}{to_number(match['number'])}" if match else ""


def likeness(one: Titles, other: Titles) -> float:
    """From 0 to 1: how much of the one headline the other's stack repeats, in pairs of signs, the better way round.

    A part on another page repeats the headline, often shortened and without 引题 and 副题.
    """
    return max(_repeated(one.headline, other), _repeated(other.headline, one))


def _repeated(headline: str, stack: Titles) -> float:
    pairs, lines = _pairs_of_signs(headline), [_squeezed(line) for line in stack]
    if pairs.total() < FEWEST_PAIRS:
        return float(bool(_squeezed(headline)) and _squeezed(headline) in lines)
    found = sum((_pairs_of_signs(line) for line in lines), Counter[str]())
    return (pairs & found).total() / pairs.total()


@lru_cache(maxsize=1024)
def _pairs_of_signs(text: str) -> Counter[str]:
    signs = _squeezed(text)
    return Counter(signs[at : at + 2] for at in range(len(signs) - 1))


def _squeezed(text: str) -> str:
    return "".join(sign for sign in normalise(text).casefold() if sign.isalnum())


def links(parts: Collection[Part]) -> dict[int, int]:
    """{part: the part it goes on from} among the parts of one issue, whatever their order.

    Each end is linked once, and only where nothing else fits as well. Parts in a ring are not linked at all: their
    marks do not say where the story begins.
    """
    sure, unsure = _likely(parts)
    found = _best(sure)
    found |= _alone(_untouched(unsure, found))
    return {part: before for part, before in found.items() if not _returns(part, found)}


def _likely(parts: Collection[Part]) -> tuple[dict[Link, float], dict[Link, float]]:
    """The links that marks and headlines allow, with their likeness: all numbers known, and some number unknown."""
    sure: dict[Link, float] = {}
    unsure: dict[Link, float] = {}
    for before, part in _pointing(parts):
        known = bool(before.number and part.number)
        score = likeness(before.titles, part.titles)
        if known and not any(part.titles):
            score = ALIKE  # printed without a headline: nothing speaks against it
        if score >= (ALIKE if known else UNMISTAKABLE):
            (sure if known else unsure)[before.id, part.id] = score
    return sure, unsure


def _pointing(parts: Collection[Part]) -> Iterator[tuple[Part, Part]]:
    """Parts of different pages whose marks mean each other's page, as far as its number is known."""
    going: dict[tuple[str, str], list[Part]] = defaultdict(list)
    coming: dict[tuple[str, str], list[Part]] = defaultdict(list)
    for part in parts:
        if part.goes_to:
            going[part.page, part.number].append(part)
        if part.comes_from:
            coming[part.page, part.number].append(part)
    for (page, number), (other_page, other_number) in product(going, coming):
        if page != other_page:
            befores = [part for part in going[page, number] if other_number in ("", part.goes_to)]
            afters = [part for part in coming[other_page, other_number] if number in ("", part.comes_from)]
            yield from product(befores, afters)


def _best(scores: Mapping[Link, float]) -> dict[int, int]:
    """Links each of whose ends likes no other as well, then those among what is left, and so on; ties stay open."""
    found: dict[int, int] = {}
    left = dict(scores)
    while chosen := _leading(left):
        found |= {part: before for before, part in chosen}
        left = _untouched(left, found)
    return found


def _leading(scores: Mapping[Link, float]) -> list[Link]:
    by_end: dict[tuple[int, int], list[float]] = defaultdict(list)
    for link, score in scores.items():
        for end in enumerate(link):
            by_end[end].append(score)
    leaders = {end: max(rivals) for end, rivals in by_end.items() if rivals.count(max(rivals)) == 1}
    return [link for link, score in scores.items() if all(leaders.get(end) == score for end in enumerate(link))]


def _untouched(scores: Mapping[Link, float], found: Mapping[int, int]) -> dict[Link, float]:
    """The links neither of whose ends is linked yet."""
    gone = set(found.values())
    return {link: score for link, score in scores.items() if link[0] not in gone and link[1] not in found}


def _alone(scores: Mapping[Link, float]) -> dict[int, int]:
    """Links neither of whose ends could go with any other."""
    befores, parts = (Counter(link[place] for link in scores) for place in (0, 1))
    return {part: before for before, part in scores if befores[before] == parts[part] == 1}


def _returns(part: int, found: Mapping[int, int]) -> bool:
    """Whether the way back from a part leads to it again."""
    at = found.get(part)
    while at is not None and at != part:
        at = found.get(at)
    return at == part
