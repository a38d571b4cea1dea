"""What a page of results shows, fetched in few statements: the articles with their text, and people who signed."""

from collections.abc import Sequence

from articles.display.results import Picture, Result, Signature, Signer, Source
from articles.models import Article, Byline, Figure, Person, Section
from articles.queries.prepared import prepared

PAGE = ("page__publication", "page__date", "page__number", "page__bases")
IN_ORDER = ("article_id", "position")
OWN = ("key", "column", "kicker", "headline", "subtitle", "deck", "opening")
TOLD = ("key", "name", "note", "articles")


def results(numbers: Sequence[int]) -> list[Result]:
    """The articles with these row numbers, in the order of the numbers."""
    using = Article.objects.db
    found = {number: (pk, _result(*rest)) for pk, number, *rest in _articles(numbers, using)}
    by_id = dict(found.values())
    ids = list(by_id)
    for pk, heading, paragraphs in _sections(ids, using):
        by_id[pk].text += [heading, *paragraphs]
    for pk, *figure in _figures(ids, using):
        by_id[pk].pictures.append(Picture(*figure))
    for pk, *signed, key in _signatures(ids, using):
        by_id[pk].signatures.append(Signature(*signed, Signer(key) if key else None))
    return [found[number][1] for number in numbers if number in found]


def _result(*row) -> Result:
    return Result(*row[: len(OWN)], Source(*row[len(OWN) :]))


@prepared
def _articles(numbers: Sequence[int]):
    return Article.objects.filter(number__in=numbers).order_by().values_list("pk", "number", *OWN, *PAGE)


@prepared
def _sections(ids: Sequence[int]):
    return (
        Section.objects.filter(article__in=ids).order_by(*IN_ORDER).values_list("article_id", "heading", "paragraphs")
    )


@prepared
def _figures(ids: Sequence[int]):
    return (
        Figure.objects.filter(article__in=ids).order_by(*IN_ORDER).values_list("article_id", "pk", "caption", "credit")
    )


@prepared
def _signatures(ids: Sequence[int]):
    signed = Byline.objects.with_people().filter(article__in=ids)
    return signed.values_list("article_id", "figure_id", "name", "role", "affiliation", "action", "person__key")


def signing(names: Sequence[str], keys: Sequence[str]) -> list[Person]:
    """Those of these names or keys who signed something, the most first, with no more than what is told of them."""
    rows = [*_named(names, Person.objects.db), *_keyed(keys, Person.objects.db)]
    people = {row[0]: Person(**dict(zip(TOLD, row, strict=True))) for row in rows}
    signed = [one for one in people.values() if one.articles]
    return sorted(signed, key=lambda one: (-one.articles, one.key))


@prepared
def _named(names: Sequence[str]):
    return Person.objects.filter(name__in=names).order_by().values_list(*TOLD)


@prepared
def _keyed(keys: Sequence[str]):
    return Person.objects.filter(key__in=keys).order_by().values_list(*TOLD)
