"""Arcs between people."""

from articles.display.network import EACH, PEOPLE, network
from articles.models import Person, Tie


def tie(first: int, second: int, articles: int) -> Tie:
    one, other = (Person(pk=pk, key=f"人{pk}", name=f"人{pk}") for pk in (first, second))
    return Tie(first=one, second=other, articles=articles)


def test_it_places_those_who_are_joined_side_by_side():
    drawn = network([tie(1, 4, 9), tie(2, 5, 7), tie(4, 6, 3)])
    assert [person.name for _, person in drawn.people] == ["人4", "人1", "人6", "人2", "人5"]
    heights = [height for height, _ in drawn.people]
    assert all(after - before >= 20 for before, after in zip(heights, heights[1:], strict=False))
    assert drawn.arcs[0].thickness > drawn.arcs[2].thickness and drawn.height > heights[-1]


def test_it_keeps_within_the_most_people_and_prefers_the_strong():
    drawn = network(tie(number, number + 1_000, 500 - number) for number in range(1, 301))
    assert len(drawn.people) == PEOPLE and len(drawn.ties) == PEOPLE // 2
    assert drawn.ties[0].articles == 499


def test_it_does_not_cover_arcs_with_arcs():
    everyone = [tie(first, second, 1) for first in range(1, 31) for second in range(first + 1, 31)]
    drawn = network(everyone)
    assert len(drawn.ties) == len(everyone) and len(drawn.people) == 30
    assert len(drawn.arcs) <= 30 * EACH


def test_it_draws_the_same_each_time_and_nothing_of_nothing():
    ties = [tie(1, 2, 3), tie(2, 3, 3), tie(1, 3, 3)]
    assert network(ties) == network(ties)
    assert network([]).people == []
