"""The archive's rows: what the loader computes from the pages and the corrections, and what editors wrote."""

from articles.models.articles import BLANKS, Article, Column, Figure, Section
from articles.models.corrections import Correction
from articles.models.loads import KeyChange, Load, Tombstone
from articles.models.pages import Page
from articles.models.people import Byline, Person, Tie
from articles.models.quantities import Quantity
from articles.models.reviews import Review

__all__ = [
    "BLANKS",
    "Article",
    "Byline",
    "Column",
    "Correction",
    "Figure",
    "KeyChange",
    "Load",
    "Page",
    "Person",
    "Quantity",
    "Review",
    "Section",
    "Tie",
    "Tombstone",
]
