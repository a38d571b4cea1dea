"""What can be asked of the archive: querysets that read as English, one module a kind of row."""

from articles.queries.articles import ArticleQuerySet
from articles.queries.corrections import CorrectionQuerySet
from articles.queries.figures import in_year, taken_by, with_articles
from articles.queries.kinship import Kin, kin
from articles.queries.naming import Reports, places_named
from articles.queries.pages import PageQuerySet, print_order
from articles.queries.people import BylineQuerySet, PersonQuerySet
from articles.queries.quantities import QuantityQuerySet
from articles.queries.reviews import ReviewQuerySet
from articles.queries.ties import TieQuerySet

__all__ = [
    "ArticleQuerySet",
    "BylineQuerySet",
    "CorrectionQuerySet",
    "Kin",
    "PageQuerySet",
    "PersonQuerySet",
    "QuantityQuerySet",
    "Reports",
    "ReviewQuerySet",
    "places_named",
    "TieQuerySet",
    "print_order",
    "in_year",
    "kin",
    "taken_by",
    "with_articles",
]
