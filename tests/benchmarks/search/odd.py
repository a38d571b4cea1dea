"""Odd queries: operators, fields, controls and scraps of text, the same ones in every run."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from articles.search.fields import FIELDS, TRADITIONAL
from tests.benchmarks.search.corpus import story
from tests.benchmarks.search.survey import piece

NAMES = [
    name for name in (*FIELDS, *TRADITIONAL) if not name.startswith(("数字", "數字", "quantity"))
]  # a site's table
ORDERS = ("relevance", "newest", "oldest")
SIGNS = [
    '"',
    "“",
    "”",
    "「",
    "」",
    "|",
    "｜",
    "-",
    "－",
    "—",
    ":",
    "：",
    "..",
    "*",
    "^",
    "(",
    ")",
    "NEAR",
    "OR",
    "AND",
    "'",
    ";",
]
SIGNS += ["%", "_", "\\", "{", "}", "+", "@", "$", "\0", "\x01", "\x1f", "\x7f", "\ud800", "\udfff", "\u200b", "\u202e"]
SIGNS += [
    "\ue000",
    "\ufffe",
    "\ufeff",
    "e\u0301",
    "\u3000",
    "𠮷",
    "😀",
    "👨‍👩‍👧",
    "㎡",
    "①",
    "ﬁ",
    "İ",
    "ß",
    "가",
    "\n",
    "\t",
]
VALUES = [
    "2024",
    "1998-01",
    "1998年1月8日",
    "1998-01..1998-02",
    "..",
    "9999-99-99",
    "3",
    "A3",
    "第三版",
    "图片",
    "有",
    "xf",
    "王",
]


@dataclass(frozen=True, slots=True)
class Odd:
    """What is typed, and the options of the search."""

    text: str
    options: dict[str, Any]


def drawn(count: int, size: int) -> Iterator[Odd]:
    """So many of them, for an archive of `size` articles of the corpus."""
    chance = random.Random(31)
    for _ in range(count):
        yield Odd(_text(chance, size), _options(chance, size))


def _options(chance: random.Random, size: int) -> dict[str, Any]:
    scope = None
    if chance.random() < 0.1:
        first, last = sorted(story(chance.randrange(size)).number for _ in range(2))
        scope = [range(first, last + 1), story(chance.randrange(size)).number]
    page = {"order": chance.choice(ORDERS), "offset": chance.choice((0, 0, 0, 40, 5_000)), "limit": 20}
    return {"scope": scope, "facets": chance.random() < 0.2, **page}


def _text(chance: random.Random, size: int) -> str:
    makers = (_scrap, _scrap, _sign, _sign, _field, _any_character)
    pieces = (chance.choice(makers)(chance, size) for _ in range(chance.choice((1, 2, 3, 4, 6, 9, 40))))
    return chance.choice(("", " ")).join(pieces)


def _scrap(chance: random.Random, size: int) -> str:
    source = story(chance.randrange(size))
    return piece(chance, chance.choice((source.stack, source.body, source.person)), 12)


def _sign(chance: random.Random, size: int) -> str:
    return chance.choice(SIGNS)


def _field(chance: random.Random, size: int) -> str:
    source = dict(story(chance.randrange(size)).fields)
    value = chance.choice([*source.values(), *VALUES])
    return chance.choice(("", "", "-")) + chance.choice(NAMES) + chance.choice(":：") + value


def _any_character(chance: random.Random, size: int) -> str:
    return chr(chance.randrange(0x110000))
