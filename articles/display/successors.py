"""Which article a key means now: its own, or the one that a former key leads to."""

from articles.models import Article, KeyChange

STEPS = 8  # a key may have changed more than once


def called(key: str) -> Article | None:
    """The article of this key, or the one that was called so before a later reading; None if there is none."""
    for _ in range(STEPS):
        if article := Article.objects.filter(key=key).first():
            return article
        change = KeyChange.objects.filter(old=key).first()
        if change is None:
            return None
        key = change.new
    return None
