"""Measures of a ranking against graded judgements."""

from collections.abc import Iterable, Mapping, Sequence
from math import log2
from typing import NamedTuple

CUT, DEPTH = 10, 20


class Measures(NamedTuple):
    """mrr: of the first article asked for; ndcg: at 10, gain 2^grade − 1; recall: at 20, of those about it (≥ 2)."""

    mrr: float
    ndcg: float
    recall: float


def measure(ranking: Sequence[int], grades: Mapping[int, int]) -> Measures:
    """The measures of one result list; what has no grade counts as 0."""
    first = next((at for at, number in enumerate(ranking, 1) if grades.get(number) == 3), 0)
    best = _gain(sorted(grades.values(), reverse=True))
    about = {number for number, grade in grades.items() if grade >= 2}
    return Measures(
        mrr=1 / first if first else 0.0,
        ndcg=_gain([grades.get(number, 0) for number in ranking]) / best,
        recall=len(about & set(ranking[:DEPTH])) / min(DEPTH, len(about)),
    )


def mean(measures: Iterable[Measures]) -> Measures:
    """The mean of each."""
    columns = zip(*measures, strict=True)
    return Measures(*(sum(column) / len(column) for column in columns))


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(at + 1) for at, grade in enumerate(grades[:CUT], 1))
