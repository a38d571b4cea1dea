"""Times, recall and rank of the engines, side by side: every class is put to all of them, round by round."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, quantiles
from time import perf_counter

from tqdm import tqdm

from tests.benchmarks.search.asked import Ask
from tests.benchmarks.search.classes import headlines
from tests.benchmarks.search.corpus import Story, story
from tests.benchmarks.search.engines import Archive, Engine
from tests.benchmarks.search.engines.base import FIRST_PAGE
from tests.benchmarks.search.survey import Survey

ROUNDS = 3  # a query's time is the best of so many, for others use the machine too
SECONDS, FEWEST = 20.0, 20  # a round of one class ends after so many seconds, but not before so many queries
PUTS = 100

Engines = Mapping[str, Engine]


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds that half of the queries, and 95 of 100, stay under."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Recall:
    """Shares of the needles that found their article, and of those few hold, on page one (None: not asked)."""

    found: float
    first_page: float | None
    missed: tuple[str, ...]


def times(engines: Engines, asks: Sequence[Ask]) -> dict[str, Times | None]:
    """{engine: its times}; None where it cannot search for such queries."""
    rounds: dict[str, list[list[float]]] = {name: [] for name in engines}
    for _ in range(ROUNDS):
        for name, engine in engines.items():
            rounds[name].append(_round(engine, asks))
    return {name: _times(runs) for name, runs in rounds.items()}


def _round(engine: Engine, asks: Sequence[Ask]) -> list[float]:
    took: list[float] = []
    for ask in asks[: engine.most]:
        start = perf_counter()
        able = engine.search(ask) is not None
        took.append((perf_counter() - start) * 1000)
        if not able:
            return []
        if len(took) >= FEWEST and sum(took) > SECONDS * 1000:
            break
    return took


def _times(runs: Sequence[Sequence[float]]) -> Times | None:
    best = [min(took) for took in zip(*runs, strict=False)]
    if len(best) < 2:
        return None
    cuts = quantiles(best, n=20, method="inclusive")
    return Times(cuts[9], cuts[18])


def mean_ratio(measured: Mapping[str, Mapping[str, Times | None]], name: str, to: str) -> float:
    """The mean over the classes of one engine's p50, by that of another."""
    both = [(own, other) for row in measured.values() if (own := row[name]) and (other := row[to])]
    return fmean(own.p50 for own, _ in both) / fmean(other.p50 for _, other in both)


def recall(engine: Engine, survey: Survey) -> Recall:
    missed = [
        needle.text
        for needle in tqdm(survey.needles, f"recall of {engine.title}", unit="")
        if not engine.holds(needle.text, needle.number)
    ]
    found = 1 - len(missed) / len(survey.needles)
    return Recall(found, _first_page(engine, survey), tuple(missed[:10]))


def _first_page(engine: Engine, survey: Survey) -> float | None:
    """Only this search promises it."""
    if not isinstance(engine, Archive):
        return None
    few = [needle for needle in survey.needles if needle.holders <= FIRST_PAGE]
    return fmean(needle.number in engine.search(Ask(needle.text)) for needle in few)


def headline_rank(engine: Engine, size: int) -> float:
    """Mean reciprocal rank, over the first page, of the article whose headline is the query."""
    return fmean(map(_reciprocal_rank(engine), headlines(size, engine.most)))


def _reciprocal_rank(engine: Engine) -> Callable[[tuple[Ask, Story]], float]:
    def rank(pair: tuple[Ask, Story]) -> float:
        ask, source = pair
        numbers = engine.search(ask) or []
        return 1 / (numbers.index(source.number) + 1) if source.number in numbers else 0.0

    return rank


def puts(engine: Engine, size: int) -> Times:
    """Milliseconds of putting one article again, as another edition and back, so that the index stays what it was."""
    engine.prepare_puts()
    took = []
    for n in range(0, size, max(size * 2 // min(PUTS, engine.most), 1)):
        old, new = story(n), story(n, edition=1)
        for was, becomes in ((old, new), (new, old)):
            start = perf_counter()
            engine.put(was, becomes)
            took.append((perf_counter() - start) * 1000)
    cuts = quantiles(took, n=20, method="inclusive")
    return Times(cuts[9], cuts[18])
