"""Keeps in step with the bylines who signed with whom, in all, by paper, by year, and by both."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from django.db.models import Q

from articles.models import Byline, Person, Tie

BATCH = 500
Scope = tuple[int, int, str, int]  # first and second person, paper ("": all), year (0: all)


def recount(people: Iterable[int]) -> None:
    """Counts the ties of the persons (ids) anew."""
    ids = sorted(set(people))
    batches = [ids[start : start + BATCH] for start in range(0, len(ids), BATCH)]
    for batch in batches:
        Tie.objects.filter(first__in=batch).delete()
        Tie.objects.filter(second__in=batch).delete()
    done: set[int] = set()
    for batch in batches:
        Tie.objects.bulk_create(_ties(batch, done), batch_size=1_000)
        done.update(batch)


def out_of_step() -> Iterator[str]:
    """The pairs of people (甲、乙) whose stored ties are not those of their bylines; reads only."""
    ids = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    done: set[int] = set()
    wrong: set[str] = set()
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        stored, made = _told(_stored(batch, done)), _told(_ties(batch, done))
        wrong |= {row[0] for row in (*(stored - made), *(made - stored))}
        done.update(batch)
    yield from sorted(pair.replace("\n", "、") for pair in wrong)


def _ties(batch: list[int], done: set[int]) -> list[Tie]:
    """The ties of a batch but those with people who are done, as they are to be stored."""
    counts = _counted(batch, done)
    keys = dict(Person.objects.filter(pk__in={pk for scope in counts for pk in scope[:2]}).values_list("pk", "key"))
    return [_tie(scope, count, keys) for scope, count in counts.items()]


def _stored(batch: list[int], done: set[int]) -> Iterator[Tie]:
    """The same as they are stored."""
    for tie in Tie.objects.filter(Q(first__in=batch) | Q(second__in=batch)):
        if not {tie.first_id, tie.second_id} & done:
            yield tie


def _told(ties: Iterable[Tie]) -> Counter[tuple]:
    return Counter((tie.pair, tie.first_id, tie.second_id, tie.publication, tie.year, tie.articles) for tie in ties)


def _counted(batch: list[int], done: set[int]) -> Counter[Scope]:
    """The ties of a batch but those with people who are done."""
    seen = {
        (min(person, other), max(person, other), *rest)
        for person, other, *rest in Byline.objects.companions(batch)
        if other not in done
    }
    return Counter(scope for first, second, _, *where in seen for scope in _scopes(first, second, *where))


def _scopes(first: int, second: int, paper: str, day: datetime.date | None) -> Iterator[Scope]:
    for name in {"", paper}:
        for year in {0, day.year if day else 0}:
            yield first, second, name, year


def _tie(scope: Scope, count: int, keys: Mapping[int, str]) -> Tie:
    *pair, paper, year = scope
    first, second = sorted(pair, key=lambda person: keys[person])
    joined = f"{keys[first]}\n{keys[second]}"
    return Tie(first_id=first, second_id=second, publication=paper, year=year, articles=count, pair=joined)
