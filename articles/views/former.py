"""Addresses never die: what was called otherwise before, and what it is called now."""

from django.http import Http404

from articles.corrections.naming import COLUMN, PERSON, Naming
from articles.keys import column_key
from articles.models import Article, Person


def successor(key: str) -> Article:
    """The article that was called so before a later reading; 404 if none was."""
    if article := Article.objects.called(key):
        return article
    raise Http404


def renamed_person(key: str) -> Person:
    """Whom a former key means now: merged, renamed, or no longer split; 404 if nobody."""
    for address in Naming.load().leads(PERSON + key):
        if person := Person.objects.filter(key=address.removeprefix(PERSON)).first():
            return person
    raise Http404


def renamed_column(name: str) -> str:
    """What a former name of a column leads to now; 404 if to nothing."""
    if not Article.objects.in_column(name).exists():
        for address in Naming.load().leads(COLUMN + column_key(name)):
            if Article.objects.in_column(key := address.removeprefix(COLUMN)).exists():
                return key
    raise Http404
