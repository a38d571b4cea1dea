"""A story over several pages as one text: what other pages print of it follows, each part under a 接 note."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from articles.display.annotation import Annotated, text_of
from articles.display.notes import Note
from articles.display.paragraphs import Paragraph, Part, paragraphs_of

CONTENTS_FROM = 3


@dataclass
class Seam(Note):
    """The 接 note: from here on the text is that of an article on another page, to which the print refers by a mark.

    runs_on: a sentence goes on across the seam; by_headline: the number of one of the pages is not known.
    """

    number: int = 0
    mark: str = ""
    article: Any = None
    runs_on: bool = False
    by_headline: bool = False

    @property
    def anchor(self) -> str:
        return f"{self.seal}{self.number}"

    @property
    def prefix(self) -> str:
        """What the anchors of the text after it begin with."""
        return f"p{self.number}"


@dataclass
class Leg:
    """A part on another page; where its seam runs on, its first paragraph has gone to the sentence it ends.

    opening: then the paragraph it has gone to, and after how many characters of it.
    """

    article: Any
    seam: Seam
    parts: list[Part]
    opening: tuple[Paragraph, int] | None = None

    @property
    def prefix(self) -> str:
        return self.seam.prefix

    @property
    def paragraphs(self) -> list[Paragraph]:
        return paragraphs_of(self.parts)


@dataclass
class Story:
    """The article asked for with its notes, and the parts that follow it."""

    article: Any
    annotated: Annotated
    legs: list[Leg] = field(default_factory=list)

    @property
    def last(self) -> Any:
        """The part after which nothing more is known."""
        return self.legs[-1].article if self.legs else self.article

    @property
    def parts(self) -> list[Part]:
        return [*self.annotated.parts, *(part for leg in self.legs for part in leg.parts)]

    @property
    def paragraphs(self) -> list[Paragraph]:
        return paragraphs_of(self.parts)

    @property
    def length(self) -> int:
        """Characters of all its parts."""
        return self.article.length + sum(leg.article.length for leg in self.legs)

    @property
    def contents(self) -> list[Part]:
        """The subheads for a table of contents: three or more, or none."""
        headed = [part for part in self.parts if part.heading]
        return headed if len(headed) >= CONTENTS_FROM else []

    @property
    def numbered(self) -> int:
        """How many notes have a number."""
        notes = [note for paragraph in self.paragraphs for note in paragraph.notes]
        return sum(note.seal.isdigit() for note in (*self.annotated.head, *notes))


def following(article: Any, parts: Iterable[Any]) -> list[Any]:
    """Those of the parts that go on from the article, in their order."""
    after = {part.continues_id: part for part in parts if part.continues_id}
    found = []
    while (article := after.pop(article.pk, None)) is not None:
        found.append(article)
    return found


def tell(article: Any, annotated: Annotated, rest: Sequence[Any]) -> Story:
    """The story of an annotated article and the parts that follow it."""
    story = Story(article, annotated)
    for number, part in enumerate(rest, 2):
        story.legs.append(_leg(story, part, number))
    return story


def _leg(story: Story, article: Any, number: int) -> Leg:
    before, paragraphs = story.last, story.paragraphs
    seam = Seam("接", number=number, mark=before.continued_to, article=article)
    parts = text_of(article, prefix=seam.prefix, after=story.numbered)
    seam.by_headline = not (before.page.number and article.page.number)
    seam.runs_on = bool(before.truncated and paragraphs and _opens_bare(article, parts))
    opening = (paragraphs[-1], len(paragraphs[-1].text)) if seam.runs_on else None
    if seam.runs_on:
        paragraphs[-1].parts += [("", seam), *parts[0].paragraphs.pop(0).parts]
    return Leg(article, seam, parts, opening)


def _opens_bare(article: Any, parts: Sequence[Part]) -> bool:
    """Whether the part begins with text, so that it can be the rest of a sentence."""
    return bool(parts and parts[0].paragraphs) and not parts[0].heading and not article.deck
