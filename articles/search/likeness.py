"""Words that a mistyped one may have meant: of the same sound, or one character off, and known to the dictionary."""

from collections.abc import Callable, Iterator
from itertools import islice, product

from articles.folding import fold, squeeze
from articles.search.sounds import common_characters, same_sounding
from articles.words import known

SHORTEST, LONGEST = 2, 8
MOST = 128
_REACH = 3  # characters on either side that a dictionary word may span
_MOST_PAIRS = 4_000


def same_sound(term: str) -> Iterator[str]:
    """The term respelt by sound so that words of the dictionary come out of it, the likeliest first.

    One character is replaced; a word of two characters may also be quite another of the same sound (权利 → 权力).
    Nothing for what is not in Han characters, or longer than eight.

    >>> next(same_sound("水酷移民"))
    '水库移民'
    """
    folded = squeeze(fold(term))
    if _is_fit(folded):
        yield from _better(folded, same_sounding)
        if len(folded) == SHORTEST:
            first, second = (sign + same_sounding(sign) for sign in folded)
            pairs = map("".join, islice(product(first, second), _MOST_PAIRS))
            yield from (pair for pair in pairs if pair != folded and known(pair) == [pair])


def one_off(term: str) -> list[str]:
    """The same with any other character in the place of one: as many as may be, in no telling order."""
    folded = squeeze(fold(term))
    if not _is_fit(folded) or len(folded) == SHORTEST:  # nearly any character makes a word with another
        return []
    return _better(folded, lambda sign: common_characters())[:MOST]


def _is_fit(folded: str) -> bool:
    return SHORTEST <= len(folded) <= LONGEST and all("\u4e00" <= sign <= "\u9fff" for sign in folded)


def _better(folded: str, instead: Callable[[str], str]) -> list[str]:
    """The term with one of its suspect characters replaced, where that leaves fewer pieces; the fewest first."""
    found: list[tuple[int, str]] = []
    for place in _suspect(folded):
        start, end = max(place - _REACH, 0), place + _REACH + 1
        before, after = folded[start:place], folded[place + 1 : end]
        pieces = len(known(folded[start:end]))
        for sign in instead(folded[place]):
            if (count := len(known(before + sign + after))) < pieces:
                found.append((count - pieces, folded[:place] + sign + folded[place + 1 :]))
    return [text for _, text in sorted(found, key=lambda item: item[0])]


def _suspect(folded: str) -> list[int]:
    """Where a word may have been broken: characters that stand alone; in a text of one word, all."""
    places, at = [], 0
    for word in known(folded):
        places += [at] if len(word) == 1 else []
        at += len(word)
    return places or (list(range(len(folded))) if len(folded) == SHORTEST else [])
