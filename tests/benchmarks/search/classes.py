"""The classes of queries, drawn from the archive that is searched."""

import random
from collections.abc import Callable

from tests.benchmarks.search.asked import Ask
from tests.benchmarks.search.corpus import Story, story
from tests.benchmarks.search.survey import Survey, piece, words_of

EACH = 200
COMMON, RARE = 0.1, 0.001  # shares of the articles

Draw = Callable[["_Draws"], Ask]


def classes(survey: Survey, each: int = EACH) -> dict[str, list[Ask]]:
    """{class: its queries}, the same in every run over an archive of that size."""
    return {
        name: [draw(draws) for _ in range(each)] for name, draw in CLASSES.items() for draws in [_Draws(survey, name)]
    }


def headlines(size: int, each: int) -> list[tuple[Ask, Story]]:
    """Headlines as queries, with the article that bears them."""
    chance = random.Random(23)
    sources = [story(chance.randrange(size)) for _ in range(each)]
    return [(Ask(source.headline), source) for source in sources]


class _Draws:
    """Chance over one archive, for one class."""

    def __init__(self, survey: Survey, name: str) -> None:
        self.chance = random.Random(f"{survey.size} {name}")
        self.size = survey.size
        counts = sorted(survey.words.items())
        self.common = [word for word, held in counts if held > COMMON * survey.size]
        self.rare = [word for word, held in counts if held < max(RARE * survey.size, 20)]

    @property
    def story(self) -> Story:
        return story(self.chance.randrange(self.size))

    def rare_word(self) -> Ask:
        return Ask(self.chance.choice(self.rare))

    def common_word(self) -> Ask:
        return Ask(self.chance.choice(self.common))

    def two_words(self) -> Ask:
        """Half of them two common words, half two words of one article."""
        if self.chance.random() < 0.5:
            return Ask(" ".join(self.chance.sample(self.common, 2)))
        words = sorted({word for word in words_of(self.story) if len(word) > 1})
        return Ask(" ".join(self.chance.sample(words, 2)))

    def cut(self, length: int) -> Ask:
        return Ask(piece(self.chance, self.story.body.replace("\n", ""), length, length))

    def headline(self) -> Ask:
        return Ask(self.story.headline)

    def character(self) -> Ask:
        return Ask(self.chance.choice([char for char in self.story.body if char.isalpha()]))

    def person(self) -> Ask:
        return Ask(self.story.person)

    def fielded(self) -> Ask:
        """A word, and one or two fields of an article that has it, with counts by field."""
        source = self.story
        words = [word for word in words_of(source) if len(word) > 1]
        fields = dict(source.fields)
        names = self.chance.choice([("person",), ("column",), ("paper", "page"), ("paper", "column")])
        filters = tuple((name, fields[name]) for name in names if name in fields)
        return Ask(self.chance.choice(words), filters, facets=True)


CLASSES: dict[str, Draw] = {
    "rare word": _Draws.rare_word,
    "common word": _Draws.common_word,
    "two words": _Draws.two_words,
    "10 characters": lambda draws: draws.cut(10),
    "4 characters": lambda draws: draws.cut(4),
    "headline": _Draws.headline,
    "one character": _Draws.character,
    "person": _Draws.person,
    "fields, facets": _Draws.fielded,
}
