"""The judged queries put to the search: how each came out, by class and over all."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from articles import search
from tests.search.judged import invented, pages
from tests.search.judged.articles import Known, numbered
from tests.search.judged.judging import Judgement, judgements
from tests.search.judged.measures import DEPTH, Measures, mean, measure


@dataclass(frozen=True)
class Outcome:
    """A judged query, what the search found for it, and how good that is."""

    judgement: Judgement
    ranking: list[int]
    measures: Measures


def archive() -> dict[int, Known]:
    """All articles under their row numbers: the hand-written pages and the invented ones."""
    return numbered([*pages.articles(), *invented.articles()])


def trial(articles: Mapping[int, Known]) -> list[Outcome]:
    """Make the index of the alias `default` anew of these articles, then ask all queries."""
    search.rebuild(one.document(number) for number, one in articles.items())
    return [_outcome(judgement) for judgement in judgements(articles)]


def overall(outcomes: list[Outcome]) -> Measures:
    """The mean over all queries."""
    return mean(outcome.measures for outcome in outcomes)


def by_class(outcomes: list[Outcome]) -> dict[str, list[Outcome]]:
    """The outcomes of each class, in the order of the file."""
    ordered = sorted(outcomes, key=lambda outcome: outcome.judgement.kind)
    classes = {kind: list(group) for kind, group in groupby(ordered, lambda outcome: outcome.judgement.kind)}
    return {kind: classes[kind] for kind in dict.fromkeys(outcome.judgement.kind for outcome in outcomes)}


def _outcome(judgement: Judgement) -> Outcome:
    query = search.parse(judgement.query)
    ranking = search.find(query, using="default", limit=DEPTH).numbers
    return Outcome(judgement, ranking, measure(ranking, judgement.grades))
