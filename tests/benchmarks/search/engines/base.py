"""What an engine must be able to do to be measured."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path

from articles.folding import FOLDING_VERSION
from articles.words import dictionary_version
from tests.benchmarks.search.asked import Ask
from tests.benchmarks.search.corpus import Story
from tests.benchmarks.search.versions import CORPUS_VERSION, sources

FIRST_PAGE = 20
FACETS = ("person", "column", "paper", "page")


class Engine(ABC):
    """One engine with its index in a folder of its own; an instance opens what `build` has made there."""

    name = ""
    title = ""
    most = 200  # queries of a class: fewer for a slow engine
    largest = 10_000_000  # articles it is asked to hold

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    @classmethod
    def versions(cls) -> dict[str, str]:
        """What an index kept from an earlier run depends on."""
        own = {"corpus": CORPUS_VERSION, "engine": sources(cls.__module__)}
        return own | {"folding": FOLDING_VERSION, "dictionary": dictionary_version()}

    @abstractmethod
    def build(self, stories: Iterable[Story]) -> None:
        """Index all of them, in the quickest way the engine offers."""

    @abstractmethod
    def search(self, ask: Ask) -> list[int] | None:
        """The numbers of the best results, a page of them; None where the engine cannot search for this at all."""

    @abstractmethod
    def holds(self, text: str, number: int) -> bool:
        """Whether the article is among all results of the query."""

    @abstractmethod
    def put(self, old: Story, new: Story) -> None:
        """Replace one article, so that the next search sees it."""

    @abstractmethod
    def size(self) -> int:
        """Bytes of the index, without what only shows articles."""

    def prepare_puts(self) -> None:  # noqa: B027
        """Whatever must be opened before the first put; not timed."""
