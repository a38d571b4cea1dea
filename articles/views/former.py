"""Addresses never die: what an article that was called otherwise is called now."""

from django.http import Http404

from articles.models import Article, KeyChange


def successor(key: str) -> Article:
    """The article that was called so before a later reading; 404 if none was."""
    for _ in range(8):  # a key may have changed more than once
        change = KeyChange.objects.filter(old=key).first()
        if change is None:
            break
        key = change.new
        if article := Article.objects.filter(key=key).first():
            return article
    raise Http404
