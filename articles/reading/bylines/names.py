"""Personal names in a run of characters: separated by 、 or blanks, padded (何 勇 申智林), joined (徐坊吴昊)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from math import inf
from typing import NamedTuple

from articles.reading.bylines.likeness import (
    LONGEST_MINORITY_NAME,
    USUAL_SURNAMES,
    is_plainly_name,
    known_cost,
    may_be_unknown,
)
from articles.reading.bylines.patterns import INSTITUTION_RE, NAME_SEGMENT_RE, NOT_BLANK_RE, PLACE_END_RE
from articles.reading.bylines.stopwords import EVERYDAY
from articles.reading.bylines.surnames import COMMON_SURNAMES, COMPOUND_SURNAMES, ELEMENTS, SURNAMES
from articles.reading.drafts import Span
from articles.reading.plain import plain

LONGEST_RUN = 130
# A joined 和 between two names costs more than a name that ends in it (柳知和).
CONJUNCTION_COST = 1.2
# An unknown name of four (吉克乌沙) costs less than two with rare surnames.
UNKNOWN_COST = 2.8
# Joined names that cost more than this each are no names, where only brackets say so.
MOST_COST = 0.8

# What a division into names costs, and the names' places.
Division = tuple[float, tuple[tuple[int, int], ...]]
NO_DIVISION: Division = (inf, ())


class Trust(IntEnum):
    """How much stands beside a run of characters to say that it is names."""

    BARE = 0  # nothing: only what cannot well be a word
    LIKELY = 1  # a bracket or a mark: a known surname, but no everyday word
    KNOWN = 2  # a role or an action: any known surname
    LOOSE = 3  # a role and a blank: an unknown surname too


class NameSpan(NamedTuple):
    """A name without inner blanks and its place in the text, inner blanks included."""

    name: str
    start: int
    end: int


def split_names(text: str, trust: Trust = Trust.KNOWN) -> list[NameSpan] | None:
    """The names that a text consists of, or None: `何 禾 申志林` gives 何禾 and 申志林."""
    spans = name_spans(plain(text), 0, len(text), trust)
    return [NameSpan("".join(text[start:end].split()), start, end) for start, end in spans] if spans else None


def name_spans(line: str, start: int, end: int, trust: Trust) -> list[Span] | None:
    """The names that line[start:end], a plain text, consists of; None where anything else stands, or nothing."""
    if end - start > LONGEST_RUN:
        return None
    found: list[Span] = []
    for segment in NAME_SEGMENT_RE.finditer(line, start, end):
        for piece in pieces_of(line, *segment.span()) or (None,):
            names = piece and _names_in(line, piece, trust)
            if not names:
                return None
            found += names
    return found if found and _are_trusted(line, found, trust) else None


def pieces_of(line: str, start: int, end: int) -> list[Span] | None:
    """The words between blanks, lone characters paired: `何 禾 申志林`, `黎望舒高 远`; None if one is left over."""
    words = [Span(*match.span()) for match in NOT_BLANK_RE.finditer(line, start, end)]
    pieces: list[Span] = []
    while words:
        singles = _leading_singles(words)
        if singles:
            words = words[len(singles) :]
            if not _pair(line, pieces, singles, words):
                return None
        else:
            pieces.append(words.pop(0))
    return pieces


def _leading_singles(words: list[Span]) -> list[Span]:
    count = next((at for at, word in enumerate(words) if word.end - word.start > 1), len(words))
    return words[:count]


def _pair(line: str, pieces: list[Span], singles: list[Span], following: list[Span]) -> bool:
    """Add lone characters to the pieces, two by two; one too many goes with its neighbour, or it fails."""
    if len(singles) % 2:
        if pieces and _ends_in_surname(line, pieces[-1]):
            pieces += _shared(line, pieces.pop(), singles.pop(0))
        elif len(singles) == 3:
            pieces.append(Span(singles[0].start, singles[2].end))
            return True
        elif following and following[0].end - following[0].start == 2:
            following[0] = Span(singles.pop().start, following[0].end)
        else:
            return False
    pieces += [Span(left.start, right.end) for left, right in zip(singles[::2], singles[1::2], strict=True)]
    return True


def _ends_in_surname(line: str, piece: Span) -> bool:
    """Whether a word before a lone character ends in that one's surname (`黎望舒高 远`) or is it (`欧阳 明`)."""
    word = line[piece.start : piece.end]
    return word in COMPOUND_SURNAMES or (len(word) > 2 and " " not in word and word[-1] in SURNAMES)


def _shared(line: str, piece: Span, single: Span) -> list[Span]:
    word = line[piece.start : piece.end]
    if word in COMPOUND_SURNAMES:
        return [Span(piece.start, single.end)]
    cut = piece.end - (2 if len(word) > 3 and word[-2:] in COMPOUND_SURNAMES else 1)
    return [Span(piece.start, cut), Span(cut, single.end)]


def _names_in(line: str, piece: Span, trust: Trust) -> list[Span] | None:
    """One name, or several joined ones, whichever is likelier."""
    word = line[piece.start : piece.end]
    alone = known_cost(word.replace(" ", ""))
    is_padded = len(word) == 3 and word[1] == " "
    if trust == Trust.LOOSE and (is_padded or may_be_unknown(word.replace(" ", ""))):
        alone = min(alone, UNKNOWN_COST)
    cost, cuts = _join(word) if len(word) > 3 and " " not in word else (inf, ())
    if cost < alone:
        return [Span(piece.start + start, piece.start + end) for start, end in cuts]
    return [piece] if alone < inf else None


@lru_cache(maxsize=4096)
def _join(word: str) -> Division:
    """The likeliest division of a word into two or more names."""
    best: list[Division] = [(0.0, ()), *([NO_DIVISION] * len(word))]
    for start in range(len(word) - 1):
        if best[start] is NO_DIVISION:
            continue
        for end, division in _continued(word, start, best[start]):
            best[end] = min(best[end], division)
    return best[-1]


def _continued(word: str, start: int, before: Division) -> Iterator[tuple[int, Division]]:
    """Each name that may follow a division of word[:start], and the conjunction, with where it ends."""
    cost, cuts = before
    for end in range(start + 2, min(len(word), start + LONGEST_MINORITY_NAME) + 1):
        more = known_cost(word[start:end])
        if more < inf and end - start < len(word):
            yield end, (cost + more, (*cuts, (start, end)))
    if start and word[start] == "和" and start + 2 < len(word):
        yield start + 1, (cost + CONJUNCTION_COST, cuts)


def _are_trusted(line: str, spans: list[Span], trust: Trust) -> bool:
    if trust >= Trust.KNOWN:
        return True
    words = [line[start:end] for start, end in spans]
    are_joined = any(left.end == right.start for left, right in zip(spans, spans[1:], strict=False))
    if trust == Trust.LIKELY:
        return _are_likely_joined(words) if are_joined else not all(map(_is_rather_word, words))
    plain_names = [word for word in words if is_plainly_name(word)]
    if are_joined:
        return len(plain_names) >= len(words) - (len(words) > 2) and _are_joined_bare(words)
    likely = [word for word in words if not _is_rather_word(word) and word not in plain_names]
    return 4 * len(plain_names) + 2 * len(likely) >= 3 * len(words) or 2 * len(plain_names) >= max(len(words), 3)


def _is_rather_word(word: str) -> bool:
    return word in EVERYDAY or (len(word) == 2 and word[0] not in USUAL_SURNAMES and word not in ELEMENTS)


def _are_joined_bare(words: list[str]) -> bool:
    long = sum(len(word) > 2 for word in words)
    common = all(len(word) > 2 or word[0] in COMMON_SURNAMES or long for word in words)
    return common and _are_likely_joined(words) and not any(map(_is_rather_word, words))


def _are_likely_joined(words: list[str]) -> bool:
    costs = sum(known_cost(word.replace(" ", "")) for word in words)
    is_body = INSTITUTION_RE.search("".join(words)) or PLACE_END_RE.search(words[-1])
    return costs <= MOST_COST * len(words) and not is_body
