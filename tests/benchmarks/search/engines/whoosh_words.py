"""whoosh-reloaded, a search engine in Python: the same words, the headline boosted. Slow, so asked less."""

from collections.abc import Iterable
from pathlib import Path

from whoosh import index, query
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, NUMERIC, TEXT, Schema

from tests.benchmarks.search.asked import Ask
from tests.benchmarks.search.corpus import Story
from tests.benchmarks.search.engines.base import FACETS, FIRST_PAGE, Engine
from tests.benchmarks.search.engines.tokens import asked, spaced
from tests.benchmarks.search.versions import release

TEXTS, BOOSTS = ("headline", "body"), {"headline": 10.0, "body": 1.0}
MEMORY = 256  # MB that the writer may use


class Whoosh(Engine):
    name = "whoosh"
    title = "whoosh, jieba"
    most = 40
    largest = 10_000

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        made = index.exists_in(folder)
        self.index = index.open_dir(folder) if made else index.create_in(folder, _schema())
        self.searcher = self.index.searcher()

    @classmethod
    def versions(cls) -> dict[str, str]:
        return super().versions() | release("whoosh-reloaded")

    def build(self, stories: Iterable[Story]) -> None:
        writer = self.index.writer(limitmb=MEMORY)
        for story in stories:
            writer.add_document(**_document(story))
        writer.commit(optimize=True)

    def search(self, ask: Ask) -> list[int] | None:
        if not (asked_for := _query(ask)):
            return None
        groups = list(FACETS) if ask.facets else None
        results = self.searcher.search(asked_for, limit=FIRST_PAGE, groupedby=groups)
        return [hit["number"] for hit in results]

    def holds(self, text: str, number: int) -> bool:
        asked_for = _query(Ask(text))
        this = query.Term("number", self.index.schema["number"].to_bytes(number))
        return bool(asked_for) and bool(self.searcher.search(asked_for, limit=1, filter=this))

    def put(self, old: Story, new: Story) -> None:
        writer = self.index.writer()
        writer.update_document(**_document(new))
        writer.commit()
        self.searcher = self.searcher.refresh()

    def size(self) -> int:
        return sum(file.stat().st_size for file in self.folder.iterdir())


def _query(ask: Ask) -> query.And | None:
    words = [query.Or([query.Term(field, word, boost=BOOSTS[field]) for field in TEXTS]) for word in asked(ask.text)]
    fields = [query.Term(field, value) for field, value in ask.filters]
    return query.And([*words, *fields]) if words else None


def _schema() -> Schema:
    text = TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False)
    fields = {field: ID(sortable=True) for field in FACETS}
    return Schema(number=NUMERIC(stored=True, unique=True, bits=64, signed=False), headline=text, body=text, **fields)


def _document(story: Story) -> dict[str, object]:
    body = spaced(f"{story.body}\n{story.person}")
    values = {field: value for field, value in story.fields if field in FACETS}
    return {"number": story.number, "headline": spaced(story.stack), "body": body, **values}
