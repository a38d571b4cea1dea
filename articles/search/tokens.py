"""What stands in the index for an article, and what a term must find there: the same on every engine.

*Grams* find: every character and every pair of neighbours of the squeezed text, and triples inside Latin words and
numbers, whose pairs are too common to find by; those of the headline once more with a sign before them. *Levels* rank:
jieba's words that say more of the article than a passing mention would. *Fields* filter: who signed it, its column …
*Bands* find the same text printed again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.folding import fold, squeeze
from articles.search.documents import Document
from articles.search.levels import levels
from articles.search.resemblance import bands
from articles.words import words

_RUN_RE = re.compile(r"[^\W_]+")
_SIGN_RE = re.compile(r"[^\w\s]|_")
_ASCII_RE = re.compile(r"[0-9a-z]{3,}")
_LONGEST_NEEDLE = 120  # one character may fold to eighteen
_MOST_TOKENS = 40
# Signs that no squeezed text holds and no tokenizer parts from what follows: they tell the kinds of tokens apart.
_SIGN, TITLE, _FIELD, _LEVELS, _BAND = "·", "¶", "§", "¹²", "≈"


@dataclass(frozen=True, slots=True)
class Row:
    """A document as the index keeps it; all tokens are computed from it, so they can be taken out again.

    headline, body: folded runs of letters and digits, one space between runs; the headline has one line a field and is
    searched across them; the body is one line, the names follow it one a line, and nothing reaches across these.
    signs: the other visible characters of the article, each once; fields: as in Document, each once.
    """

    number: int
    headline: str
    body: str
    signs: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Atom:
    """What one term asks of an article: all `tokens` in its grams, and (where these prove too little) the `needle`.

    >>> atom("水库移民")
    Atom(tokens=('水库', '库移', '移民'), needle='水库移民', proven=False)
    """

    tokens: tuple[str, ...]
    needle: str
    proven: bool


def row_of(document: Document) -> Row:
    """The document folded and squeezed for the index."""
    headline, body, names = fold(document.headline), fold(document.body), fold(document.names)
    return Row(
        number=document.number,
        headline=_lines(headline),
        body="\n".join(filter(None, [_runs(body), _lines(names)])),
        signs="".join(sorted(set(_SIGN_RE.findall(headline + body + names)))),
        fields=tuple(dict.fromkeys((field, seen) for field, value in document.fields if (seen := _plain(value)))),
    )


def tokens(row: Row) -> set[str]:
    """All that stands in the index for an article."""
    headline, *body = gram_lines(row)
    titled = _line_grams(headline)
    return titled.union(map(title_token, titled), *map(_line_grams, body), telling_tokens(row))


def gram_lines(row: Row) -> list[str]:
    """The lines in whose grams an article is found: the headline stack as the first, then those of the body."""
    return [row.headline.replace("\n", ""), *row.body.split("\n")]


def telling_tokens(row: Row) -> Iterator[str]:
    """What else stands in the index for an article: signs, fields, levels, bands."""
    yield from map(sign_token, row.signs)
    yield from (field_token(field, value) for field, value in row.fields)
    weighed = levels(ranking_words(row.headline), ranking_words(row.body))
    yield from (level_token(word, level) for word, level in weighed.items())
    yield from map(band_token, bands(row.body))


def ranking_words(folded: str) -> list[str]:
    """The words that tell articles apart: single characters are left to the grams, which find them."""
    return [word for word in words(folded) if len(word) > 1]


def atom(term: str) -> Atom | None:
    """What a term as typed asks of an article; None if there is nothing in it that could be seen."""
    folded = fold(term)
    needle = squeeze(folded)[:_LONGEST_NEEDLE]
    if needle:
        tokens = _needed(needle)
        return Atom(tuple(tokens[:_MOST_TOKENS]), needle, proven=tokens == [needle])
    signs = sorted(set(_SIGN_RE.findall(folded)))
    return Atom(tuple(map(sign_token, signs)), "", proven=True) if signs else None


def sign_token(sign: str) -> str:
    """A sign as a token."""
    return f"{_SIGN}{ord(sign):x}"


def title_token(gram: str) -> str:
    """A gram of the headline stack as a token of its own."""
    return TITLE + gram


def level_token(word: str, level: int) -> str:
    """A word and its level (1 or 2) as a token: 水库, 2 → ²水库."""
    return _LEVELS[level - 1] + word


def band_token(band: str) -> str:
    """What texts that are mostly equal have in common, as a token (see resemblance)."""
    return _BAND + band


def field_token(field: str, value: str) -> str:
    """A field's value as a token; values that read alike (浙报·观察, 浙报观察) have one."""
    folded = fold(value)
    return f"{_FIELD}{field}{_SIGN}{squeeze(folded) or folded.encode().hex()}"


def _plain(value: str) -> str:
    return " ".join(value.split())


def _runs(folded: str) -> str:
    return " ".join(_RUN_RE.findall(folded))


def _lines(folded: str) -> str:
    return "\n".join(filter(None, map(_runs, folded.splitlines())))


def _line_grams(runs: str) -> set[str]:
    line = runs.replace(" ", "")
    triples = (run[i : i + 3] for run in _ASCII_RE.findall(line) for i in range(len(run) - 2))
    return {*line, *map(str.__add__, line, line[1:]), *triples}


def _needed(needle: str) -> list[str]:
    """The fewest tokens that together cover the needle's neighbours: triples where it is ASCII, else pairs."""
    if len(needle) < 3:
        return [needle]
    triples = [i for i in range(len(needle) - 2) if needle[i : i + 3].isascii()]
    covered = {*triples, *(i + 1 for i in triples)}
    pairs = [i for i in range(len(needle) - 1) if i not in covered]
    return list(dict.fromkeys([needle[i : i + 3] for i in triples] + [needle[i : i + 2] for i in pairs]))
