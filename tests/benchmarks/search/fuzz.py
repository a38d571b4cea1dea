"""Twenty thousand odd queries: none may raise, and none may take long."""

from dataclasses import dataclass
from time import perf_counter

from tqdm import tqdm

from articles import search
from tests.benchmarks.search.engines import Archive
from tests.benchmarks.search.odd import Odd, drawn

QUERIES = 20_000


@dataclass(frozen=True, slots=True)
class Fuzz:
    """errors: query and what it raised; slowest: (milliseconds, query)."""

    queries: int
    errors: tuple[str, ...]
    p50: float
    p99: float
    slowest: tuple[float, str]


def fuzz(archive: Archive, size: int) -> Fuzz:
    errors, took = [], []
    for odd in tqdm(drawn(QUERIES, size), "fuzz", QUERIES, unit=""):
        start = perf_counter()
        try:
            _search(archive, odd)
        except Exception as error:  # any: that is what is looked for
            errors.append(f"{odd.text!r}: {error!r}")
        took.append(((perf_counter() - start) * 1000, odd.text))
    ordered = sorted(took)
    return Fuzz(QUERIES, tuple(errors), ordered[QUERIES // 2][0], ordered[QUERIES * 99 // 100][0], ordered[-1])


def _search(archive: Archive, odd: Odd) -> None:
    query = search.parse(odd.text)
    again = str(query)
    assert search.parse(again) == query, f"typed again, {again!r}, the query is another"
    search.find(query, using=archive.reading, **odd.options)
