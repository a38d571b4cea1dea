"""The engines that are measured, this search first: the ratios are to it. PostgreSQL's would be one class more here."""

from tests.benchmarks.search.engines.archive import Archive
from tests.benchmarks.search.engines.base import Engine
from tests.benchmarks.search.engines.fts5 import Trigrams, Words
from tests.benchmarks.search.engines.tantivy_words import Tantivy
from tests.benchmarks.search.engines.whoosh_words import Whoosh

ENGINES: dict[str, type[Engine]] = {engine.name: engine for engine in (Archive, Words, Trigrams, Tantivy, Whoosh)}

__all__ = ["ENGINES", "Archive", "Engine", "Tantivy", "Trigrams", "Whoosh", "Words"]
