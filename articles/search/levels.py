"""How much a word says of an article, in two levels: what BM25 would say, known before anyone asks.

BM25 grows with how often a word stands in an article and shrinks with the article's length. The index keeps, for each
word that weighs clearly more than one mention in a usual article, a token of its level; so the best of a hundred
thousand hits are found without looking at them all.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping

HEADLINE_WEIGHT = 5.0  # a mention in the headline stack counts as so many in the text
SATURATION, LENGTH_SHARE = 1.2, 0.5  # k1 and b of BM25
USUAL_LENGTH = 250  # words of a usual article: fixed, for a token must not depend on other articles
BOUNDS = (0.68, 0.8)  # the least weight of levels 1 and 2


def weight(mentions: float, length: float) -> float:
    """BM25's weight of a word in an article of `length` words, 0 to 1."""
    return mentions / (mentions + saturation(length))


def saturation(length: float) -> float:
    """How many mentions weigh one half in an article of this length."""
    return SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH)


def levels(headline: Iterable[str], body: Iterable[str]) -> Mapping[str, int]:
    """{word: 1 or 2} of the words of an article that weigh enough."""
    counts: Counter[str] = Counter(body)
    length = counts.total()
    for word in headline:
        counts[word] += HEADLINE_WEIGHT  # type: ignore[assignment]
    least = _least_mentions(length)
    return {word: bisect_right(least, count) for word, count in counts.items() if count >= least[0]}


def _least_mentions(length: int) -> tuple[float, ...]:
    """How many mentions reach each level in an article of this length: the formula of `weight` turned round."""
    share = saturation(length)
    return tuple(bound * share / (1 - bound) for bound in BOUNDS)
