"""Asking the index of a test."""

from articles.search import parse
from articles.search import results as finding


def found(text: str, **options) -> list[int]:
    return find(text, **options).numbers


def find(text: str, **options):
    return finding.find(parse(text), using="default", **options)
