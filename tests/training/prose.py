"""Invented prose: sentences from a grammar over topic words, so that each text has its own vocabulary and hangs together."""

from __future__ import annotations

from random import Random

from tests.training.chance import chance, weighted
from tests.training.documents import Document, Paragraph, Prose
from tests.training.people import person
from tests.training.wordlists import sentences
from tests.training.world import World

GRAMMAR = {**sentences("grammar"), **sentences("opinions"), **sentences("essays")}
ORDERS = {
    "news": ("back", "measure", "number", "topic", "quote", "problem", "number", "expert", "outlook"),
    "feature": (
        "scene",
        "back",
        "problem",
        "quote",
        "topic",
        "measure",
        "number",
        "scene",
        "quote",
        "topic",
        "expert",
        "number",
        "measure",
        "outlook",
    ),
    "world": ("topic", "problem", "topic", "quote", "expert", "number", "topic", "outlook"),
    "opinion": ("opinion argue", "opinion argue", "opinion argue", "problem", "opinion argue"),
}
BRIDGES = (
    "",
    "",
    "",
    "",
    "",
    "据介绍，",
    "目前，",
    "与此同时，",
    "不仅如此，",
    "说到底，",
    "如今，",
    "据了解，",
    "去年，",
    "事实上，",
    "记者了解到，",
    "另一方面，",
)
LENGTHS = ((1, 20.0), (2, 34.0), (3, 26.0), (4, 13.0), (5, 7.0))


class Invented(Prose):
    """Texts about invented matters, of every kind a page needs."""

    name = "invented"

    def __init__(self) -> None:
        self.left: dict[str, list[str]] = {}  # the forms of a page: none comes twice while others are left

    def form(self, rng: Random, part: str, forms: tuple[str, ...]) -> str:
        """The next form of that part."""
        left = self.left.setdefault(part, [])
        if not left:
            left.extend(rng.sample(list(forms), len(forms)))
        return left.pop()

    def draw(self, rng: Random, kind: str, paragraphs: int) -> Document:
        """A text of about that many paragraphs."""
        if kind == "essay":
            return Essay(rng, self).document(paragraphs)
        return Report(rng, kind, self).document(paragraphs)


class Report:
    """A news text, feature or opinion about one world."""

    def __init__(self, rng: Random, kind: str, page: Invented) -> None:
        self.rng, self.kind, self.page = rng, kind, page
        self.world = World(rng, kind)

    def sentence(self, part: str) -> str:
        """A sentence of that part; the topic's own sentences are shared by all texts of the topic."""
        if part == "topic":
            own = self.world.topic["s"]
            return self.world.fill(self.page.form(self.rng, own[0], own))
        return self.world.fill(self.page.form(self.rng, part, GRAMMAR[part]))

    def paragraph(self, order: list[str]) -> str:
        """One to five sentences, the parts taken in order."""
        text = ""
        for index in range(weighted(self.rng, LENGTHS)):
            part = order.pop(0)
            order.append(part)
            sentence = self.sentence(part)
            plain = self.kind != "opinion" and index and sentence[0] not in "“据记目但可然"
            bridge = self.rng.choice(BRIDGES) if plain else ""
            text += bridge + sentence
        return text

    def document(self, count: int) -> Document:
        """The text with headline phrases cut from the same world."""
        rng, kind = self.rng, self.kind
        order = list(ORDERS.get(kind, ORDERS["feature" if chance(rng, 0.4) else "news"]))
        turn = rng.randrange(3)
        order = order[turn:] + order[:turn]
        first = {"world": "lead world", "opinion": "opinion lead", "feature": "scene"}.get(kind, "lead")
        texts = [self.sentence(first) + ("" if chance(rng, 0.4) else self.sentence(order[0]))]
        texts += [self.paragraph(order) for _ in range(max(0, count - 2))]
        if count > 1:
            texts.append(
                self.sentence("opinion end" if kind == "opinion" else "outlook")
                if chance(rng, 0.6)
                else self.paragraph(order)
            )
        cut = [Paragraph(text, self.world.phrases(text)) for text in texts]
        return Document(
            kind,
            list(cut),
            self.titles(),
            self.details(),
            self.some("kicker", 3),
            self.captions(),
            self.world.few["t"][0],
            self.world.fixed["place"],
        )

    def some(self, section: str, count: int) -> list[str]:
        """A few lines of a section of the grammar."""
        return [self.world.fill(form) for form in self.rng.sample(list(GRAMMAR[section]), count)]

    def captions(self) -> list[str]:
        """A long caption, then short ones."""
        long = self.some("caption lead", 1)[0] + "".join(
            self.sentence(part) for part in self.rng.sample(["back", "number", "outlook"], self.rng.randint(0, 2))
        )
        return [long, *self.some("caption", 4)]

    def titles(self) -> list[str]:
        """Headline phrases, 5 to 24 characters."""
        section = (
            "headline world" if self.kind == "world" else ("headline short" if self.kind == "opinion" else "headline")
        )
        found = dict.fromkeys(
            self.some("headline punchy" if section == "headline" and chance(self.rng, 0.4) else section, 6)
        )
        return [title for title in found if 4 <= len(title) <= 26] or [self.world.fill("{t}{good}")]

    def details(self) -> list[str]:
        """Longer phrases with figures."""
        return self.some("detail", 3)


class Essay:
    """A personal essay about a person, a thing and a place."""

    def __init__(self, rng: Random, page: Invented) -> None:
        self.rng, self.page = rng, page
        words = {
            slot: rng.choice(GRAMMAR[f"essay {name}"][0].split())
            for slot, name in (("w", "person"), ("n", "thing"), ("p", "place"), ("s", "season"))
        }
        self.words = words

    def fill(self, template: str) -> str:
        """A sentence with its slots filled."""
        season = self.words["s"] if chance(self.rng, 0.6) else self.rng.choice(GRAMMAR["essay season"][0].split())
        return template.format(**{**self.words, "s": season}, say=self.rng.choice(GRAMMAR["essay say"]))

    def sentence(self) -> str:
        """The next sentence."""
        return self.fill(self.page.form(self.rng, "essay", GRAMMAR["essay"]))

    def document(self, count: int) -> Document:
        """The essay; a third of its paragraphs are a single line."""
        texts = ["".join(self.sentence() for _ in range(weighted(self.rng, LENGTHS))) for _ in range(count)]
        titles = [self.fill(form) for form in self.rng.sample(list(GRAMMAR["essay title"]), 5)]
        return Document(
            "essay",
            texts,
            titles,
            [f"{self.words['w']}和{self.words['n']}的往事", f"写给{person(self.rng)}"],
            subject=self.words["n"],
            place=self.words["p"],
        )
