"""Cutting headlines and subheads out of running text: clauses with their function words dropped."""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

from tests.training.chance import chance

DROPPED = frozenset({"t", "d", "y", "e", "o"})
WEAK_FIRST = frozenset({"p", "c", "r", "d", "u", "f", "y", "k"})
WEAK_LAST = frozenset({"p", "c", "u", "d", "y", "f", "r"})
OPENERS_RE = re.compile(
    r"^(?:但是?|而且|同时|此外|另外|因此|所以|然而|不过|其中|据了解|据悉|据介绍|记者|目前|如今|并且?|于是|当然|其实|首先|其次|对此|截至|为了|由于|随着|不仅如此|与此同时)"
)
CLAUSE_RE = re.compile(r"[，。；：！？、（）《》“”…—\s「」『』]+")
END_RE = re.compile(r"(?:的|了|着|和|与|及|等|在|对|把|为|将|是|从|向|到|于|而|以|也|都|还|之)+$")
SPEAKING = ("指出", "强调", "要求", "时", "说", "表示", "认为", "宣布", "揭晓", "闭幕", "开幕", "发布")


class Token(NamedTuple):
    """A word and its class, as in the corpus: 中国 ns."""

    word: str
    tag: str


def clause_phrases(words: list[Token], low: int = 4, high: int = 22) -> list[str]:
    """Clauses of a paragraph as headline phrases: time, adverbs and weak ends dropped."""
    clauses: list[list[Token]] = [[]]
    for token in words:
        if token.tag == "w" and token.word not in "“”《》·、":
            clauses.append([])
        elif token.tag not in DROPPED and token.word not in ("了", "的", "地", "们"):
            clauses[-1].append(token)
    phrases = [text_of(trimmed(clause, high)) for clause in clauses]
    return [phrase for phrase in dict.fromkeys(phrases) if low <= len(phrase) <= high and balanced(phrase)]


def text_of(words: list[Token]) -> str:
    """Words as a string."""
    return "".join(token.word for token in words).strip("、·— ")


def trimmed(clause: list[Token], high: int) -> list[Token]:
    """Drop what cannot open or close a headline; keep at most `high` characters."""
    while clause and clause[0].tag in WEAK_FIRST:
        clause = clause[1:]
    while clause and (clause[-1].tag in WEAK_LAST or len(text_of(clause)) > high):
        clause = clause[:-1]
    return clause


def balanced(text: str) -> bool:
    """Whether quotation marks and brackets close."""
    return all(text.count(left) == text.count(right) for left, right in ("“”", "《》", "（）", "「」", "『』"))


def quoted(rng: Random, words: list[Token]) -> str:
    """A phrase with one of its words in quotation marks: 老酱园里来了“新伙计”."""
    fit = [i for i, token in enumerate(words) if 2 <= len(token.word) <= 4 and token.tag[0] in "nva"]
    if not fit or "“" in text_of(words):
        return text_of(words)
    at = rng.choice(fit)
    return "".join(f"“{token.word}”" if i == at else token.word for i, token in enumerate(words))


def halves(rng: Random, words: list[Token]) -> list[str]:
    """A run-together title -> its two lines, split at the likeliest place near the middle; short titles stay whole."""
    text = text_of(words)
    if len(text) < 17:
        return [quoted(rng, words) if chance(rng, 0.15) else text]
    best, at, position = 99.0, 0, 0
    for left, right in zip(words, words[1:], strict=False):
        position += len(left.word)
        cost = (
            abs(position - len(text) / 2) / 2
            + (left.tag in ("p", "c", "u", "d", "w")) * 5
            - (left.word in SPEAKING) * 4
        )
        cost += (right.tag not in ("n", "ns", "nr", "nt", "nz", "j", "m", "v", "b")) * 3
        if cost < best:
            best, at = cost, position
    pair = [text[:at], text[at:]]
    return pair if all(balanced(part) and len(part) > 3 for part in pair) else [text]


def clauses(text: str) -> list[str]:
    """The clauses of plain text, opening connectives dropped."""
    found = [END_RE.sub("", OPENERS_RE.sub("", clause)) for clause in CLAUSE_RE.split(text)]
    return [clause for clause in found if len(clause) > 1]


def subhead(rng: Random, paragraphs: list[str], low: int = 4, high: int = 14) -> str:
    """A short phrase from the paragraphs it will stand over: one that the source cut, else a clause."""
    for cut in (_known, clauses):
        fitting = [phrase for text in paragraphs for phrase in cut(text) if low <= len(phrase) <= high]
        if fitting and not (cut is _known and chance(rng, 0.15)):
            return rng.choice(fitting)
    text = max((clause for text in paragraphs for clause in clauses(text)), key=len, default="新的变化")
    return text[:high]


def _known(text: str) -> list[str]:
    return list(getattr(text, "phrases", ()))
