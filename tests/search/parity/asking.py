"""The same questions put to two databases, and where the answers differ."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from articles import search
from articles.search.fields import FIELD_NAMES
from tests.benchmarks.search.corpus import stories
from tests.benchmarks.search.odd import drawn
from tests.search.judged.judging import judgements
from tests.search.judged.trial import archive

ORDERS = ("relevance", "newest", "oldest")
STORIES = 2_600  # more than are ranked, so that common words have too many hits
Answer = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in words, and the answer of the database of an alias."""

    text: str
    answer: Answer


def differing(questions: Iterable[Question], one: str, other: str) -> tuple[int, list[str]]:
    """How many questions there were, and those that the two databases answer otherwise, with both answers."""
    asked, different = 0, []
    for question in questions:
        asked += 1
        answers = question.answer(one), question.answer(other)
        if answers[0] != answers[1]:
            different.append(f"{question.text}\n  {one}: {answers[0]}\n  {other}: {answers[1]}")
    return asked, different


def fill(documents: Iterable[search.Document], *databases: str) -> None:
    """Both databases hold just these."""
    kept = list(documents)
    for using in databases:
        search.rebuild(kept, using)


def judged_documents() -> list[search.Document]:
    return [one.document(number) for number, one in archive().items()]


def judged_questions() -> Iterator[Question]:
    """Every judged query in every order, with all that is counted."""
    for judgement in judgements(archive()):
        for order in ORDERS:
            yield _found(judgement.query, {"order": order, "limit": 100, "facets": True})


def story_documents() -> list[search.Document]:
    return [story.document for story in stories(STORIES)]


def odd_questions(count: int) -> Iterator[Question]:
    """Operators, fields, controls and scraps of text, with scopes, orders, offsets and facets."""
    return (_found(odd.text, odd.options) for odd in drawn(count, STORIES))


def word_questions() -> Iterator[Question]:
    """Single common characters and words: too many hits to be ranked as a whole."""
    for text in ("的", "一", "市", "江", "记者", "昨日", "本报", "的 一", "市 -江", "题名:的"):
        for order in ORDERS:
            for offset in (0, 15, 1_990):
                yield _found(text, {"order": order, "offset": offset, "limit": 30, "facets": True})


def name_questions() -> Iterator[Question]:
    """What is offered for a name typed in part, what names mean, what is like them."""
    values = dict.fromkeys(pair for document in story_documents()[::40] for pair in document.fields)
    for field, value in values:
        for typed in (value, value[:1], value[-1:], value[::-1]):
            yield Question(f"values {field} {typed}", lambda using, a=field, b=typed: search.values(a, b, using))
            yield Question(f"near {field} {typed}", lambda using, a=field, b=typed: search.near(a, b, using))
            if field in FIELD_NAMES:
                yield Question(f"meant {field} {typed}", lambda using, a=field, b=typed: search.meant(a, b, using))


def _found(text: str, options: dict[str, Any]) -> Question:
    query = search.parse(text)
    return Question(f"{text!r} {options}", lambda using: search.find(query, using=using, **options))
