"""Pictures with their articles."""

import datetime

from django.db.models import Prefetch, Q, QuerySet

from articles.search.numbering import numbers_of


def with_articles(figures: QuerySet, oldest_first: bool = False) -> QuerySet:
    """Pictures in the order of their articles, each with article, page and names: three queries."""
    articles = figures.model._meta.get_field("article").related_model._default_manager.for_lists()
    order = "article__number" if oldest_first else "-article__number"
    # The lower bound changes nothing, but has the index of the numbers walked, not all pictures sorted.
    figures = figures.filter(article__number__gte=0)
    return figures.order_by(order, "position").prefetch_related(Prefetch("article", articles))


def taken_by(figures: QuerySet, name: str) -> QuerySet:
    """Those credited to the person of this name or key."""
    own = Q(credits__person__key=name) | Q(credits__person__name=name)
    return figures.filter(pk__in=figures.model._default_manager.filter(own).values("pk"))


def in_year(figures: QuerySet, year: int) -> QuerySet:
    """Those printed in the year."""
    numbers = numbers_of(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    return figures.filter(article__number__range=(numbers[0], numbers[-1]))
