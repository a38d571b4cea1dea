"""The door of the citations: an article as a reference, and the forms in which it is written."""

from articles.citations.bibtex import bibtex
from articles.citations.csl import csl
from articles.citations.gbt7714 import gbt7714_2015, gbt7714_2025, printed_in
from articles.citations.metadata import meta_tags, news_article
from articles.citations.reference import Reference, refer
from articles.citations.ris import ris

__all__ = [
    "Reference", "bibtex", "csl", "gbt7714_2015", "gbt7714_2025", "meta_tags", "news_article", "printed_in", "refer",
    "ris",
]  # fmt: skip
