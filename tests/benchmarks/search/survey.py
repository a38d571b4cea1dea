"""What really stands in an archive, counted by reading all of it: the truth that recall is judged by."""

import json
import random
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from tqdm import tqdm

from articles.folding import fold, squeeze
from articles.words import cut
from tests.benchmarks.search.corpus import Story, stories, story
from tests.benchmarks.search.versions import CORPUS_VERSION, sources

NEEDLES, LONGEST = 1_000, 12
SAMPLE = 300  # articles whose words are counted, for classes of queries


@dataclass(frozen=True, slots=True)
class Needle:
    """A string cut out of an article: `holders` articles hold it, letters and digits alone compared."""

    text: str
    number: int
    holders: int


@dataclass(frozen=True, slots=True)
class Survey:
    """size: articles; bytes: their text in UTF-8; needles; words: {word: articles that hold it}."""

    size: int
    bytes: int
    characters: int
    needles: list[Needle]
    words: dict[str, int]


def survey(size: int, folder: Path) -> Survey:
    """The survey of the archive of that size, kept in the folder from one run to the next."""
    file = folder / f"survey-{CORPUS_VERSION}-{sources(__name__)}.json"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        partly = file.with_suffix(".part")
        partly.write_text(json.dumps(asdict(_count(size)), ensure_ascii=False), encoding="utf-8")
        partly.rename(file)
    kept = json.loads(file.read_text(encoding="utf-8"))
    return Survey(**kept | {"needles": [Needle(**needle) for needle in kept["needles"]]})


def _count(size: int) -> Survey:
    cuts = list(_cuts(size))
    counter = _Counter({*(squeeze(fold(text)) for text, _ in cuts), *_some_words(size)})
    taken = characters = 0
    for one in tqdm(stories(size), "reading all articles", size, unit=""):
        texts = (one.stack, one.body, one.person)
        characters += sum(map(len, texts))
        taken += sum(len(text.encode()) for text in texts)
        counter.read(texts)
    held = counter.held
    needles = [Needle(text, number, held[squeeze(fold(text))]) for text, number in cuts]
    return Survey(size, taken, characters, needles, {word: held[word] for word in _some_words(size)})


def _cuts(size: int) -> Iterable[tuple[str, int]]:
    """Strings of 1 to 12 characters from headlines, texts and names, with the number of their article."""
    chance = random.Random(13)
    for _ in range(NEEDLES):
        source = story(chance.randrange(size))
        text = piece(chance, chance.choice((source.stack, source.body, source.body, source.person)), LONGEST)
        if squeeze(fold(text)):
            yield text, source.number


def piece(chance: random.Random, text: str, longest: int, shortest: int = 1) -> str:
    length = min(chance.randint(shortest, longest), len(text))
    at = chance.randrange(len(text) - length + 1)
    return text[at : at + length]


def _some_words(size: int) -> list[str]:
    chance = random.Random(17)
    found: set[str] = set()
    for _ in range(SAMPLE):
        found.update(word for word in words_of(story(chance.randrange(size))) if len(word) > 1)
    return sorted(found)


def words_of(source: Story) -> list[str]:
    """The Chinese words of an article's text."""
    return [word for word in cut(fold(source.body)) if word.isalpha() and not word.isascii()]


class _Counter:
    """Counts the articles that hold each of many strings; tries only those whose first two characters a text has."""

    def __init__(self, needles: Iterable[str]) -> None:
        self.held = dict.fromkeys(needles, 0)
        self.by_start: dict[str, list[str]] = {}
        for needle in self.held:
            self.by_start.setdefault(needle[:2], []).append(needle)

    def read(self, texts: Iterable[str]) -> None:
        whole = "\n".join(squeeze(fold(text)) for text in texts)
        starts = {*whole, *map(str.__add__, whole, whole[1:])} & self.by_start.keys()
        for needle in (needle for start in starts for needle in self.by_start[start]):
            self.held[needle] += needle in whole
