"""What is done in a process of its own, so that its memory can be told: building an index, asking it, making a site."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import psutil
from tqdm import tqdm

from tests.benchmarks.search.asked import Ask
from tests.benchmarks.search.corpus import Story, stories, story
from tests.benchmarks.search.engines import ENGINES
from tests.benchmarks.search.engines.tokens import spaced
from tests.benchmarks.search.kept import index_of, opened
from tests.benchmarks.search.site import make


def work(task: str, name: str, size: int) -> str:
    """As JSON. build: (seconds, bytes before, at the peak); memory: (bytes before, after the queries); site: null."""
    return json.dumps({"build": build, "memory": memory, "site": site}[task](name, size))


def build(name: str, size: int) -> tuple[float, int, int]:
    engine = ENGINES[name](index_of(name, size))
    spaced(story(0).body)  # the sentences and the dictionary are loaded, which are not the engine's
    Path("/proc/self/clear_refs").write_text("5")  # the peak so far is forgotten
    before = psutil.Process().memory_info().rss
    clock = _Clock(tqdm(stories(size), f"building {engine.title}, {size}", size, unit=""))
    start = perf_counter()
    engine.build(clock)
    return perf_counter() - start - clock.waited, before, _peak()


def memory(name: str, size: int) -> tuple[int, int]:
    spaced("词")
    before = psutil.Process().memory_info().rss
    engine = opened(name, size)
    for text, filters, facets in json.loads(sys.stdin.read()):
        engine.search(Ask(text, tuple(map(tuple, filters)), facets))
    return before, psutil.Process().memory_info().rss


def site(name: str, size: int) -> None:
    """In the data folder or on the server of the environment."""
    make(size)


def _peak() -> int:
    """The most memory this process has had; what its parent had, which getrusage tells, left out."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) << 10


class _Clock:
    """Hands articles on, and counts how long it took to make them: that is not the engine's time."""

    def __init__(self, made: Iterator[Story]) -> None:
        self.made = iter(made)
        self.waited = 0.0

    def __iter__(self) -> "_Clock":
        return self

    def __next__(self) -> Story:
        start = perf_counter()
        try:
            return next(self.made)
        finally:
            self.waited += perf_counter() - start
