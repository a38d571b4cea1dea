"""Small draws from a random.Random: chances, weighted choices, samples; nothing depends on hashing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import TypeVar

T = TypeVar("T")


def chance(rng: Random, share: float) -> bool:
    """True in that share of draws."""
    return rng.random() < share


def weighted(rng: Random, choices: Sequence[tuple[T, float]]) -> T:
    """One of (value, weight) pairs."""
    point = rng.random() * sum(weight for _, weight in choices)
    for value, weight in choices:
        point -= weight
        if point < 0:
            return value
    return choices[-1][0]


@lru_cache(maxsize=512)
def _odds(text: str) -> tuple[tuple[str, float], ...]:
    parts = text.split()
    return tuple(zip(parts[::2], map(float, parts[1::2]), strict=True))


def odds(rng: Random, text: str) -> str:
    """One of the words of `head 80 foot 20`, by the weight behind it."""
    return weighted(rng, _odds(text))


def some(rng: Random, items: Sequence[T], low: int, high: int) -> list[T]:
    """low to high different items, in random order (fewer where there are not so many)."""
    return rng.sample(list(items), min(len(items), rng.randint(low, high)))


def number(rng: Random, low: float, high: float, digits: int | None = None) -> str:
    """A number as newspapers print it: 3.26, 120, 8.7; log-uniform between low and high."""
    value = low * (high / low) ** rng.random()
    places = digits if digits is not None else (0 if value >= 100 else rng.choice((0, 1, 1, 2)))
    return f"{value:.{places}f}" if places else str(max(1, round(value)))
