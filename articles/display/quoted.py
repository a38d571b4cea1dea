"""本文数字: the numbers that a story quotes, marked in its text and captions and listed beside it."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from articles.display.story import Story
from articles.models import Quantity

FROM = 2  # a lone number is read in its place
OPEN, MOST = 8, 100  # listed at once; listed at all, the others being marked alone


class Home(NamedTuple):
    """A paragraph or caption where numbers may stand: its text, its anchor; shift: where its own text begins in it."""

    shown: Any
    text: str
    anchor: str
    shift: int = 0


class Quoted(NamedTuple):
    """A number, where it stands in the text that is shown, and the anchor that leads there."""

    quantity: Quantity
    start: int
    end: int
    anchor: str


class Listed(NamedTuple):
    """The numbers to list: the first ones, the others, and how many there are."""

    first: list[Quoted]
    others: list[Quoted]
    total: int


def parts_of(story: Story) -> list[Any]:
    """The articles whose text the story shows."""
    return [story.article, *(leg.article for leg in story.legs)]


def tell_quoted(story: Story, quantities: Iterable[Quantity]) -> Listed | None:
    """Tells paragraphs and pictures which numbers stand in them (`quoted`); those to list, none of fewer than two.

    Numbers that no longer stand where they were read are left out.
    """
    homes = _homes(story)
    order = {article.pk: place for place, article in enumerate(parts_of(story))}
    found = []
    for one in sorted(quantities, key=lambda one: (order[one.article_id], one.position)):
        for home in homes.get((one.article_id, one.paragraph), ()):
            start, end = one.start + home.shift, one.end + home.shift
            if home.text[start:end] == one.printed:
                found.append((home, Quoted(one, start, end, home.anchor)))
                break
    if len(found) < FROM:
        return None
    for home, quoted in found:
        home.shown.quoted.append(quoted)
    return Listed([one for _, one in found[:OPEN]], [one for _, one in found[OPEN:MOST]], len(found))


def _homes(story: Story) -> dict[tuple[Any, int], list[Home]]:
    """By article and number of the paragraph, 0 for captions, of which rows do not tell which one it is."""
    homes: dict[tuple[Any, int], list[Home]] = {}
    for article, number, home in (*_paragraphs(story), *_captions(story)):
        homes.setdefault((article.pk, number), []).append(home)
    return homes


def _paragraphs(story: Story) -> Iterator[tuple[Any, int, Home]]:
    for paragraph in story.annotated.paragraphs:
        yield story.article, paragraph.number, Home(paragraph, paragraph.text, paragraph.anchor)
    for leg in story.legs:
        for paragraph in leg.paragraphs:
            yield leg.article, paragraph.number, Home(paragraph, paragraph.text, paragraph.anchor)
        if leg.opening:
            before, shift = leg.opening
            yield leg.article, 1, Home(before, before.text, before.anchor, shift)


def _captions(story: Story) -> Iterator[tuple[Any, int, Home]]:
    for article, prefix in ((story.article, ""), *((leg.article, leg.prefix) for leg in story.legs)):
        for figure in article.figures.all():
            figure.quoted = []
            yield article, 0, Home(figure, figure.caption, f"{prefix}p0")
