"""Results of a search: what is shown of each article, and the text that passages are cut from."""

import datetime
from dataclasses import dataclass, field
from typing import NamedTuple

from articles.addresses import address
from articles.models import Page
from articles.models.articles import title_of


class Source(NamedTuple):
    """Where the article stood, as Page tells it."""

    publication: str
    date: datetime.date | None
    number: str
    bases: dict[str, str]

    def is_inferred(self, field: str) -> bool:
        return self.bases.get(field) == Page.Basis.INFERRED


class Signer(NamedTuple):
    key: str

    def get_absolute_url(self) -> str:
        return address("person", self.key)


class Signature(NamedTuple):
    """A byline of the article, or of the picture with that id, as Byline tells it."""

    figure_id: int | None
    name: str
    role: str
    affiliation: str
    action: str
    person: Signer | None


class Picture(NamedTuple):
    pk: int
    caption: str
    credit: str


@dataclass(slots=True)
class Result:
    """An article as a list of results shows it; text: subheads and paragraphs, in order."""

    key: str
    column: str
    kicker: str
    headline: str
    subtitle: str
    deck: list[str]
    opening: str
    page: Source
    text: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)

    @property
    def title(self) -> str:
        return title_of(self.headline, self.opening)

    @property
    def body(self) -> list[str]:
        """All that is printed but the headlines: deck, subheads, paragraphs and captions, in order."""
        lines = (*self.deck, *self.text, *(picture.caption for picture in self.pictures))
        return [line for line in lines if line]

    @property
    def photo(self) -> Picture | None:
        """The picture that the article is, if it has no text."""
        return self.pictures[0] if self.pictures and not self.text else None

    @property
    def writers(self) -> list[Signature]:
        """As signatures.writers() gives them of an article."""
        return self.photographers(None)

    def photographers(self, picture: Picture | None) -> list[Signature]:
        """As signatures.photographers() gives them of a picture; without one, those of the text."""
        return [one for one in self.signatures if one.figure_id == (picture and picture.pk)]

    def get_absolute_url(self) -> str:
        return address("article", self.key)
