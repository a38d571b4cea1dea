"""Levels: more mentions weigh more, the headline most, and length takes away."""

from hypothesis import given
from hypothesis import strategies as st

from articles.search.levels import BOUNDS, HEADLINE_WEIGHT, levels, weight

WORDS = st.lists(st.sampled_from(["水库", "移民", "果农"]), max_size=60)


@given(WORDS, WORDS)
def test_it_says_the_level_that_the_weight_reaches(headline, body):
    found = levels(headline, body)
    for word in {*headline, *body}:
        reached = weight(body.count(word) + HEADLINE_WEIGHT * headline.count(word), len(body))
        assert found.get(word, 0) == sum(reached >= bound - 1e-9 for bound in BOUNDS)


def test_it_sets_the_headline_above_a_mention():
    found = levels(["水库"], ["移民", *["今日"] * 200])
    assert found["水库"] == 2
    assert "移民" not in found
