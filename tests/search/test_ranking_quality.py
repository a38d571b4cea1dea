"""The judged queries keep their quality: raise a floor when the ranking gets better, never lower one."""

import pytest

from tests.search.judged.measures import Measures, mean, measure
from tests.search.judged.trial import Outcome, archive, overall, trial

FLOOR = Measures(mrr=0.96, ndcg=0.94, recall=0.94)


@pytest.fixture(scope="module")
def articles():
    """The judged archive."""
    return archive()


@pytest.fixture
def outcomes(index, articles) -> list[Outcome]:
    """All judged queries, asked."""
    return trial(articles)


def test_it_ranks_as_well_as_it_did(outcomes):
    measured = overall(outcomes)
    assert all(value >= floor for value, floor in zip(measured, FLOOR, strict=True)), f"{measured} under {FLOOR}"


def test_the_set_is_large_enough_to_tell(outcomes, articles):
    assert len(articles) >= 1_500
    assert len(outcomes) >= 70
    assert len({outcome.judgement.query for outcome in outcomes}) == len(outcomes)


def test_it_measures_as_defined():
    grades = {1: 3, 2: 2, 3: 1}
    assert measure([1, 2, 3], grades) == Measures(1.0, 1.0, 1.0)
    assert measure([9, 1], grades).mrr == 0.5
    assert measure([9, 1], grades).recall == 0.5
    assert measure([], grades) == Measures(0.0, 0.0, 0.0)
    assert measure([2, 1], grades).ndcg < measure([1, 2], grades).ndcg < 1
    assert mean([Measures(1, 0, 0), Measures(0, 1, 0)]) == Measures(0.5, 0.5, 0)
