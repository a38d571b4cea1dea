"""Twenty thousand queries of operators, fields, controls and scraps of text: none may raise, and none may take long."""

import random
from dataclasses import dataclass
from time import perf_counter

from tqdm import tqdm

from articles import search
from articles.search.fields import FIELDS, TRADITIONAL
from tests.benchmarks.search.corpus import story
from tests.benchmarks.search.engines import Archive
from tests.benchmarks.search.survey import piece

QUERIES = 20_000
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
class Fuzz:
    """errors: query and what it raised; slowest: (milliseconds, query)."""

    queries: int
    errors: tuple[str, ...]
    p50: float
    p99: float
    slowest: tuple[float, str]


def fuzz(archive: Archive, size: int) -> Fuzz:
    chance = random.Random(31)
    errors, took = [], []
    for _ in tqdm(range(QUERIES), "fuzz", unit=""):
        text, start = _text(chance, size), perf_counter()
        try:
            _search(chance, archive, text, size)
        except Exception as error:  # any: that is what is looked for
            errors.append(f"{text!r}: {error!r}")
        took.append(((perf_counter() - start) * 1000, text))
    ordered = sorted(took)
    return Fuzz(QUERIES, tuple(errors), ordered[QUERIES // 2][0], ordered[QUERIES * 99 // 100][0], ordered[-1])


def _search(chance: random.Random, archive: Archive, text: str, size: int) -> None:
    query = search.parse(text)
    again = str(query)
    assert search.parse(again) == query, f"typed again, {again!r}, the query is another"
    scope = None
    if chance.random() < 0.1:
        first, last = sorted(story(chance.randrange(size)).number for _ in range(2))
        scope = [range(first, last + 1), story(chance.randrange(size)).number]
    options = {"order": chance.choice(ORDERS), "offset": chance.choice((0, 0, 0, 40, 5_000)), "limit": 20}
    search.find(query, using=archive.reading, scope=scope, facets=chance.random() < 0.2, **options)


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
    return chance.choice(("", "", "-")) + chance.choice([*FIELDS, *TRADITIONAL]) + chance.choice(":：") + value


def _any_character(chance: random.Random, size: int) -> str:
    return chr(chance.randrange(0x110000))
