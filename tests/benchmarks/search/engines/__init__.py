"""The engines that are measured, this search first: the ratios are to it."""

from tests.benchmarks.search.engines.archive import Archive
from tests.benchmarks.search.engines.base import Engine
from tests.benchmarks.search.engines.fts5 import Trigrams, Words
from tests.benchmarks.search.engines.postgresql import PostgreSQL
from tests.benchmarks.search.engines.tantivy_words import Tantivy
from tests.benchmarks.search.engines.whoosh_words import Whoosh

_MEASURED: tuple[type[Engine], ...] = (Archive, PostgreSQL, Words, Trigrams, Tantivy, Whoosh)
ENGINES = {engine.name: engine for engine in _MEASURED}

__all__ = ["ENGINES", "Archive", "Engine", "PostgreSQL", "Tantivy", "Trigrams", "Whoosh", "Words"]
