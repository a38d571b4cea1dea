"""Invented articles, the same on every run: about a topic, naming it in passing, or in another sense of it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from tests.search.judged.articles import Known

HERE = Path(__file__).parent
FIRST_DAY, DAYS = date(1988, 3, 1), 365 * 36
HEADED, ASIDE, SENSE, PASSING, FILLER = 12, 6, 6, 10, 280  # how many of each kind, of a topic or in all


@dataclass(frozen=True)
class Story:
    """The making of an article: its headline's pattern and its sentences' patterns."""

    part: str
    topic: str
    head: str
    texts: list[str]
    mentions: frozenset[str] = frozenset()


def articles() -> list[Known]:
    """All invented articles."""
    press = Press(Random(11))
    return [press.printed(story) for story in press.stories()]


class Press:
    """Tells stories and prints them; all chance comes from one seed."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.common = _table("filler.toml")
        self.topics = _table("topics.toml")["topic"]

    def stories(self) -> Iterator[Story]:
        for topic in self.topics:
            yield from (self._headed(topic) for _ in range(HEADED))
            yield from (self._aside(topic) for _ in range(ASIDE))
            for sense in topic.get("sense", ()):
                yield from (self._sense(topic, sense) for _ in range(SENSE))
            yield from (self._passing(topic) for _ in range(PASSING))
        yield from (self._filler(number) for number in range(FILLER))

    def _headed(self, topic: dict[str, Any]) -> Story:
        texts = [self._one(topic["leads"]), *topic["plain"], *self._fillers(0, 4)]
        return Story("headline", topic["key"], self._one(topic["heads"]), texts)

    def _aside(self, topic: dict[str, Any]) -> Story:
        texts = [*topic["leads"], *topic["plain"], *self._fillers(1, 4)]
        return Story("text", topic["key"], self._one(topic["asides"]), texts)

    def _sense(self, topic: dict[str, Any], sense: dict[str, Any]) -> Story:
        return Story("sense", topic["key"], self._one(sense["heads"]), [*sense["texts"], *self._fillers(2, 5)])

    def _passing(self, topic: dict[str, Any]) -> Story:
        """A long article about another topic that names this one once."""
        other = self.chance.choice([one for one in self.topics if one is not topic])
        story = self._headed(other)
        texts = [*story.texts, *self._fillers(8, 24)]
        texts.insert(self.chance.randrange(1, len(texts)), self._one(topic["passing"]))
        return replace(story, texts=texts, mentions=frozenset({topic["key"]}))

    def _filler(self, number: int) -> Story:
        """Every tenth names the landscape that is also a reporter's name."""
        texts = [*self._fillers(3, 12), *([self._one(self.common["landscape"])] if number % 10 == 0 else [])]
        return Story("filler", "", self._one(self.common["heads"]), texts)

    def _fillers(self, least: int, most: int) -> list[str]:
        return self.chance.sample(self.common["texts"], self.chance.randint(least, most))

    def _one(self, among: list[str]) -> str:
        return self.chance.choice(among)

    def printed(self, story: Story) -> Known:
        """The story with place, date, byline and paper; a third passes through a second place."""
        place, day = self._one(self.common["places"]), FIRST_DAY + timedelta(self.chance.randrange(DAYS))
        people = tuple(self.chance.sample(self.common["people"], self.chance.randint(1, 2)))
        column = self.chance.choice(self.common["columns"]) if self.chance.random() < 0.25 else ""
        further = self.chance.choice(self.common["places"]) if self.chance.random() < 0.3 else place
        texts = [self._filled(text, place) for text in story.texts]
        texts += [f"{further}也有人来看过，问得仔细。"] if further != place else []
        headline = self._filled(story.head, place)
        return Known(
            key="", day=day, headline=headline, stack="\n".join(filter(None, [headline, column])),
            body=self._dateline(place, day, people) + self._paragraphs(texts),
            names="\n".join(["本报记者 " + " ".join(people), *people]), people=people, roles=("记者",), place=place,
            paper=self.chance.choice(self.common["papers"]), column=column, page=str(self.chance.randint(1, 8)),
            topic=story.topic, part=story.part,
            mentions=story.mentions | ({further} - {place}),
        )  # fmt: skip

    def _filled(self, pattern: str, place: str) -> str:
        return pattern.format(p=place, n=self.chance.randint(12, 980))

    def _paragraphs(self, texts: list[str]) -> str:
        return "\n".join("".join(texts[at : at + 3]) for at in range(0, len(texts), 3))

    def _dateline(self, place: str, day: date, people: tuple[str, ...]) -> str:
        return f"本报{place}{day.month}月{day.day}日电（记者{' '.join(people)}）"


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text("utf-8"))
