"""tantivy, a search engine in Rust: the same words, headline boosted, one thread, hits counted as this search does."""

from collections.abc import Iterable
from pathlib import Path

import tantivy

from tests.benchmarks.search.asked import Ask
from tests.benchmarks.search.corpus import Story
from tests.benchmarks.search.engines.base import FACETS, FIRST_PAGE, Engine
from tests.benchmarks.search.engines.tokens import asked, spaced
from tests.benchmarks.search.versions import release

WORDS = "words"  # the analyzer: words come ready-made, with spaces between
HEAP = 128_000_000
TEXTS, BOOSTS = ["headline", "body"], {"headline": 10.0, "body": 1.0}


class Tantivy(Engine):
    name = "tantivy"
    title = "tantivy, jieba"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.index = tantivy.Index(_schema(), path=str(folder))
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self.index.register_tokenizer(WORDS, words)
        self.index.reload()
        self.searcher = self.index.searcher()
        self.writer: tantivy.IndexWriter | None = None

    @classmethod
    def versions(cls) -> dict[str, str]:
        return super().versions() | release("tantivy")

    def build(self, stories: Iterable[Story]) -> None:
        writer = self.index.writer(HEAP, num_threads=1)
        for story in stories:
            writer.add_document(_document(story))
        writer.commit()
        writer.wait_merging_threads()

    def search(self, ask: Ask) -> list[int] | None:
        query = self._query(ask)
        hits = self.searcher.search(query, FIRST_PAGE).hits
        if ask.facets:
            counts = {field: {"terms": {"field": field, "size": 30}} for field in FACETS}
            self.searcher.aggregate(query, counts)
        return list(self.searcher.fast_field_values("number", [address for _, address in hits]))

    def holds(self, text: str, number: int) -> bool:
        this = tantivy.Query.term_query(self.index.schema, "number", number)
        both = [(tantivy.Occur.Must, self._query(Ask(text))), (tantivy.Occur.Must, this)]
        return bool(self.searcher.search(tantivy.Query.boolean_query(both), 1).hits)

    def prepare_puts(self) -> None:
        self.writer = self.index.writer(HEAP, num_threads=1)

    def put(self, old: Story, new: Story) -> None:
        assert self.writer
        self.writer.delete_documents_by_term("number", old.number)
        self.writer.add_document(_document(new))
        self.writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()

    def size(self) -> int:
        return sum(file.stat().st_size for file in self.folder.iterdir())

    def _query(self, ask: Ask) -> tantivy.Query:
        words = [self._either(word) for word in asked(ask.text)]
        fields = [tantivy.Query.term_query(self.index.schema, field, value) for field, value in ask.filters]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in (*words, *fields)])

    def _either(self, word: str) -> tantivy.Query:
        """The word in the headline or in the body."""
        schema = self.index.schema
        terms = [(tantivy.Query.term_query(schema, field, word), BOOSTS[field]) for field in TEXTS]
        boosted = [(tantivy.Occur.Should, tantivy.Query.boost_query(term, boost)) for term, boost in terms]
        return tantivy.Query.boolean_query(boosted)


def _schema() -> tantivy.Schema:
    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("number", indexed=True, fast=True)
    for field in TEXTS:
        schema.add_text_field(field, tokenizer_name=WORDS, index_option="freq")
    for field in FACETS:
        schema.add_text_field(field, fast=True, tokenizer_name="raw", index_option="basic")
    return schema.build()


def _document(story: Story) -> tantivy.Document:
    body = spaced(f"{story.body}\n{story.person}")
    values = {field: value for field, value in story.fields if field in FACETS}
    return tantivy.Document(number=story.number, headline=spaced(story.stack), body=body, **values)
