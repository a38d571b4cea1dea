"""What an article is about, which others are about the same, and where its text was printed again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from articles.queries.pages import HEAVY
from articles.search.keywords import Term, sharing, terms
from articles.search.reprints import reprints
from articles.search.stored import stored

MOST_KEYWORDS, MOST_RELATED, MOST_REPRINTS = 8, 5, 5
_ASKED = 12  # words by which related articles are sought
_LEAST_WORTH = 0.2  # of the first keyword's worth: what tells less is no keyword


@dataclass(frozen=True)
class Kin:
    """keywords: the best first; related and reprints: articles with their pages, the nearest first."""

    keywords: list[str] = field(default_factory=list)
    related: list[Any] = field(default_factory=list)
    reprints: list[Any] = field(default_factory=list)


def kin(articles: QuerySet, number: int, beside: Iterable[int] = ()) -> Kin:
    """The kin of the article of this number; beside: numbers of articles that are not related to it, but near it.

    articles: all of them, on the database whose index is asked. Five queries.
    """
    using = articles.db
    row = stored([number], using).get(number)
    if row is None:
        return Kin()
    found, again = terms(row, using), [other for other, _ in reprints(row, using)][:MOST_REPRINTS]
    known = {number, *beside, *again}
    related = [other for other, _ in sharing(found[:_ASKED], using) if other not in known][:MOST_RELATED]
    shown = _fetched(articles, [*related, *again])
    return Kin(_keywords(found), _in(shown, related), _in(shown, again))


def _keywords(found: list[Term]) -> list[str]:
    return [term.word for term in found[:MOST_KEYWORDS] if term.worth >= _LEAST_WORTH * found[0].worth]


def _fetched(articles: QuerySet, numbers: list[int]) -> dict[int, Any]:
    if not numbers:
        return {}
    listed = articles.filter(number__in=numbers).select_related("page").defer(*(f"page__{name}" for name in HEAVY))
    return {article.number: article for article in listed}


def _in(shown: dict[int, Any], numbers: list[int]) -> list[Any]:
    return [shown[number] for number in numbers if number in shown]
