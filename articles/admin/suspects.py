"""Lists for the chief editor: names that may be one person's, labels that may be one column's."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from articles.corrections.naming import COLUMN, DISTINCT, PERSON, Naming
from articles.corrections.resemblance import Pair, Why, columns, people
from articles.models import Article, Byline, Person
from articles.queries.people import SOUNDLESS

SHOWN, LABELS = 50, 20  # of a list; the rest comes up when these are dealt with
STRENGTH = list(Why)


@dataclass
class Variant:
    """Two people (or columns) who may be one, the one with less work first, and what speaks for it."""

    one: Person | str
    other: Person | str
    why: str
    shared: list[str] = field(default_factory=list)


def variants(letter: str) -> tuple[list[Variant], int]:
    """Names that may be one person's, where the fuller one stands under the letter; and how many more there are."""
    rows = {one.key: one for one in Person.objects.with_counts().defer("years")}
    pairs = _undecided(people({key: (one.name, one.pinyin) for key, one in rows.items()}), PERSON)
    ordered = [_ordered(pair, rows) for pair in pairs]
    found = _with_evidence([pair for pair in ordered if initial(rows[pair.other]) == letter], rows)
    return found[:SHOWN], max(len(found) - SHOWN, 0)


def initial(person: Person) -> str:
    """The letter under which a list of people has the person."""
    first = person.sorting[:1]
    return first.upper() if "a" <= first <= "z" else SOUNDLESS


def _ordered(pair: Pair, rows: Mapping[str, Person]) -> Pair:
    one, other = sorted((pair.one, pair.other), key=lambda key: (rows[key].articles, -len(key), key))
    return Pair(one, other, pair.why)


def _undecided(pairs: Iterable[Pair], kind: str) -> list[Pair]:
    """Without those of which an editor has said that they are two."""
    naming = Naming.load()
    told = [entry for entry in naming.applied if entry.field == DISTINCT and entry.target.startswith(kind)]
    apart = {frozenset((naming.whole(entry.target), naming.whole(kind + entry.new))) for entry in told}
    return [pair for pair in pairs if frozenset(kind + key for key in pair.both) not in apart]


def _with_evidence(pairs: list[Pair], rows: Mapping[str, Person]) -> list[Variant]:
    """Without those who signed together, and who differ in a character and share neither company nor column."""
    ids = {rows[key].pk for pair in pairs for key in pair.both}
    company, labels = _sets(Byline.objects.company(ids)), _sets(Byline.objects.columns_of(ids))
    names = dict(Person.objects.filter(pk__in=set().union(*company.values())).values_list("pk", "name"))
    found = []
    for pair in pairs:
        one, other = rows[pair.one], rows[pair.other]
        shared = [names[pk] for pk in company[one.pk] & company[other.pk]] + sorted(labels[one.pk] & labels[other.pk])
        if other.pk not in company[one.pk] and (shared or pair.why != Why.ONE_OFF):
            found.append(Variant(one, other, pair.why, shared))
    return sorted(found, key=lambda one: (STRENGTH.index(Why(one.why)), -len(one.shared), one.other.sorting))


def _sets(pairs: Iterable[tuple]) -> dict[int, set]:
    found: dict[int, set] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return found


def labels() -> tuple[list[Variant], int]:
    """Labels that may be one column's, and how many more there are."""
    shown = {row["column_key"]: row for row in Article.objects.columns()}
    pairs = _undecided(columns(shown), COLUMN)
    found = []
    for pair in pairs:
        one, other = sorted(pair.both, key=lambda key: (shown[key]["articles"], -len(key), key))
        found.append(Variant(shown[one], shown[other], pair.why))
    found.sort(key=lambda one: (STRENGTH.index(Why(one.why)), one.other["column"]))
    return found[:LABELS], max(len(found) - LABELS, 0)
