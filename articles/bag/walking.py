"""Every row of a table, a batch at a time, in an order that owes nothing to when it was loaded."""

from collections.abc import Iterator

from django.db.models import Prefetch, QuerySet

from articles.models import Article, Correction, Page, Person

SIZE = 200


def pages() -> Iterator[list[Page]]:
    articles = Article.objects.order_by("position").only("key", "page", "position")
    return _batches(Page.objects.prefetch_related(Prefetch("articles", articles)), "key")


def articles() -> Iterator[list[Article]]:
    return _batches(Article.objects.for_records(), "key")


def people() -> Iterator[list[Person]]:
    return _batches(Person.objects.all(), "key")


def corrections() -> Iterator[list[Correction]]:
    return _batches(Correction.objects.all(), "pk")


def _batches(rows: QuerySet, column: str) -> Iterator[list]:
    """By a unique column: the next batch begins behind the last one, so that each is one short range of an index."""
    batch = list(rows.order_by(column)[:SIZE])
    while batch:
        yield batch
        batch = list(rows.filter(**{f"{column}__gt": getattr(batch[-1], column)}).order_by(column)[:SIZE])
