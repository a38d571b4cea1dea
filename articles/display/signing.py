"""People told beside the results of a search."""

from collections.abc import Sequence

from articles.models import Person
from articles.queries.prepared import prepared

SHOWN = ("key", "name", "note", "articles")


def signing(names: Sequence[str], keys: Sequence[str]) -> list[Person]:
    """Those of these names or keys who signed something, the most first, with no more than what is told of them."""
    rows = [*_named(names, Person.objects.db), *_keyed(keys, Person.objects.db)]
    people = {row[0]: Person(**dict(zip(SHOWN, row, strict=True))) for row in rows}
    signed = [one for one in people.values() if one.articles]
    return sorted(signed, key=lambda one: (-one.articles, one.key))


@prepared
def _named(names: Sequence[str]):
    return Person.objects.filter(name__in=names).order_by().values_list(*SHOWN)


@prepared
def _keyed(keys: Sequence[str]):
    return Person.objects.filter(key__in=keys).order_by().values_list(*SHOWN)
