"""合作: people on one line, those who sign together joined by arcs; names never overlap, and it is quickly drawn."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.models import Person, Tie

PEOPLE, EACH = 200, 2  # so many people; of each, the arcs to so many others, those with most articles in common
WIDTH, NAME, ROW, EDGE = 360, 84, 22, 8


@dataclass(frozen=True)
class Arc:
    """A tie as a half ellipse between two rows, as thick as it is strong."""

    path: str
    thickness: float
    tie: Tie


@dataclass(frozen=True)
class Network:
    """The people in order with their rows' heights, and the arcs between them."""

    people: list[tuple[float, Person]]
    arcs: list[Arc]
    ties: list[Tie]
    name: int = NAME
    width: int = WIDTH

    @property
    def height(self) -> int:
        return len(self.people) * ROW + 2 * EDGE


def network(ties: Iterable[Tie]) -> Network:
    """The ties in the order given, the strongest first, as far as they join no more than PEOPLE people."""
    kept = list(_within(ties))
    people = _in_order(list(_drawn(kept)))
    heights = {person.pk: EDGE + (place + 0.5) * ROW for place, person in enumerate(people)}
    most = max((tie.articles for tie in kept), default=1)
    farthest = max((abs(heights[tie.first_id] - heights[tie.second_id]) for tie in kept), default=1)
    arcs = [_arc(tie, heights, most, farthest) for tie in _drawn(kept)]
    return Network([(heights[person.pk], person) for person in people], arcs, kept)


def _within(ties: Iterable[Tie]) -> Iterable[Tie]:
    people: set[int] = set()
    for tie in ties:
        joined = people | {tie.first_id, tie.second_id}
        if len(joined) <= PEOPLE:
            people = joined
            yield tie


def _drawn(ties: Iterable[Tie]) -> Iterable[Tie]:
    """The ties that are among the strongest of either: all of them would cover each other."""
    seen: Counter[int] = Counter()
    for tie in ties:
        if min(seen[tie.first_id], seen[tie.second_id]) < EACH:
            seen.update((tie.first_id, tie.second_id))
            yield tie


def _in_order(ties: Sequence[Tie]) -> list[Person]:
    """Those who are joined near each other: each group from the one with most ties, on by the strongest."""
    beside: dict[str, list[tuple[int, str]]] = defaultdict(list)
    people = {person.key: person for tie in ties for person in (tie.first, tie.second)}
    for tie in ties:
        beside[tie.first.key].append((-tie.articles, tie.second.key))
        beside[tie.second.key].append((-tie.articles, tie.first.key))
    weight = {key: sum(strength for strength, _ in others) for key, others in beside.items()}
    placed: dict[str, Person] = {}
    for start in sorted(people, key=lambda key: (weight[key], key)):
        waiting = [start]
        while waiting:
            key = waiting.pop()
            if key not in placed:
                placed[key] = people[key]
                waiting += [other for _, other in sorted(beside[key], reverse=True)]
    return list(placed.values())


def _arc(tie: Tie, heights: dict[int, float], most: int, farthest: float) -> Arc:
    top, bottom = sorted((heights[tie.first_id], heights[tie.second_id]))
    reach = round(12 + (WIDTH - NAME - 24) * (bottom - top) / farthest, 1)
    path = f"M{NAME} {top}A{reach} {(bottom - top) / 2} 0 0 1 {NAME} {bottom}"
    return Arc(path, round(0.75 + 2.25 * tie.articles / most, 2), tie)
