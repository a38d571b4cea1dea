"""Who signs with whom, as the loader counted it."""

from collections.abc import Iterable

from django.db.models import QuerySet


class TieQuerySet(QuerySet):
    """Pairs of people; every question is one of a paper ("": all) and a year (0: all)."""

    def within(self, publication: str = "", year: int = 0) -> "TieQuerySet":
        ends = (f"{end}__{name}" for end in ("first", "second") for name in ("key", "name", "note", "articles"))
        held = self.filter(publication=publication, year=year).select_related("first", "second")
        return held.only("first", "second", "articles", "pair", *ends)

    def strongest(self, most: int) -> list:
        """The pairs with the most articles."""
        return list(self.order_by("-articles", "pair")[:most])

    def strongest_of(self, person, most: int) -> list:
        """The strongest of one person: two walks of an index, for one question of both ends would read all pairs."""
        own = self.filter(first=person).strongest(most) + self.filter(second=person).strongest(most)
        return _sorted(own)[:most]

    def among(self, people: Iterable[int]) -> list:
        """Those between any two of the people (ids), the strongest first; sorted here."""
        ids = list(people)
        return _sorted(self.filter(first__in=ids, second__in=ids).order_by())


def _sorted(ties: Iterable) -> list:
    return sorted(ties, key=lambda tie: (-tie.articles, tie.pair))
