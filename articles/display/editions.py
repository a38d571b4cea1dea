"""Issues as readers see them: the papers of a day with their pages, and the page numbers that are missing between."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.display.coverage import missing_pages
from articles.display.layout import Cell
from articles.models import Page
from articles.queries import print_order


@dataclass
class Leaf:
    """One page of an edition, or the numbers (to `last`) that the edition must have and the archive has not."""

    number: str
    page: Page | None = None
    cells: Sequence[Cell] = ()
    last: str = ""

    @property
    def numbers(self) -> int:
        """How many page numbers it stands for."""
        return int(self.last) - int(self.number) + 1 if self.last else 1


@dataclass
class Edition:
    """One paper of one day."""

    publication: str
    leaves: list[Leaf]

    @property
    def pages(self) -> list[Page]:
        return [leaf.page for leaf in self.leaves if leaf.page]

    @property
    def missing(self) -> int:
        return sum(leaf.numbers for leaf in self.leaves if not leaf.page)

    @property
    def articles(self) -> int:
        """How many articles are laid out on its pages."""
        return sum(len(leaf.cells) for leaf in self.leaves)


def editions(pages: Iterable[Page], cells: Mapping[int, Sequence[Cell]]) -> list[Edition]:
    """The papers of a day, the fullest first, each with its pages in print order and the gaps between their numbers."""
    papers = groupby(sorted(pages, key=print_order), lambda page: page.publication)
    found = [
        Edition(name, leaves([Leaf(page.number, page, cells.get(page.pk, ())) for page in group]))
        for name, group in papers
    ]
    return sorted(found, key=lambda edition: -len(edition.pages))


def leaves(held: Sequence[Leaf]) -> list[Leaf]:
    """The pages with a leaf for each run of missing numbers between them: 1, 4 → 2 to 3 are missing."""
    gaps = {last: Leaf(str(first), last=str(last)) for first, last in missing_pages(leaf.number for leaf in held)}
    whole: list[Leaf] = []
    for leaf in held:
        before = gaps.pop(int(leaf.number) - 1, None) if leaf.number.isdecimal() else None
        whole += [before, leaf] if before else [leaf]
    return whole


def beside(pages: Sequence[Page], page: Page) -> tuple[Page | None, Page | None]:
    """The pages of the same issue before and after this one, where the archive has them."""
    place = next(index for index, one in enumerate(pages) if one.pk == page.pk)
    return (pages[place - 1] if place else None, pages[place + 1] if place + 1 < len(pages) else None)
