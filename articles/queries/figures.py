"""Pictures with their articles."""

from django.db.models import Prefetch, QuerySet


def with_articles(figures: QuerySet, oldest_first: bool = False) -> QuerySet:
    """Pictures in the order of their articles, each with article, page and names: three queries."""
    articles = figures.model._meta.get_field("article").related_model._default_manager.for_lists()
    order = "article__number" if oldest_first else "-article__number"
    return figures.order_by(order, "position").prefetch_related(Prefetch("article", articles))
