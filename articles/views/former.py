"""Addresses never die: what an article that was called otherwise is called now."""

from django.http import Http404

from articles.display.successors import called
from articles.models import Article


def successor(key: str) -> Article:
    """The article that was called so before a later reading; 404 if none was."""
    if article := called(key):
        return article
    raise Http404
