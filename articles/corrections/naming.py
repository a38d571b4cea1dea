"""Who is whom, and which columns are one: the journal's entries about names, followed in the order of writing."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q

from articles.corrections.splitting import Rule, Signature, read_rule
from articles.keys import column_key, root
from articles.models import Byline, Correction, KeyChange

PERSON, COLUMN = "person:", "column:"
MERGE, SPLIT, RENAME, DISTINCT, SINGLE = "merge", "split", "rename", "distinct", "single"
MOVES, MADE = (MERGE, RENAME), (RENAME, SPLIT)
STEPS = (MERGE, SPLIT, RENAME)


def is_naming(entry: Correction) -> bool:
    """Whether the entry speaks of a person or a column, not of an article or a page."""
    return entry.target.startswith((PERSON, COLUMN))


def entries() -> Iterator[Correction]:
    """The journal's entries about people and columns, oldest first, withdrawn ones too."""
    ranges = (Q(target__gte=prefix, target__lt=f"{prefix[:-1]};") for prefix in (COLUMN, PERSON))
    return Correction.objects.filter(next(ranges) | next(ranges)).order_by("created", "id").iterator()


def outcome(entry: Correction) -> str:
    """The address that the entry leads to: `person:徐坊`, `person:张伟（金华）`, `column:浙报观察`."""
    if entry.target.startswith(COLUMN):
        return COLUMN + column_key(entry.new)
    return PERSON + (read_rule(entry.new).key if entry.field == SPLIT else entry.new)


@dataclass(frozen=True)
class _Step:
    """A standing entry: whose bylines (all, or those that fit a rule) are now whose."""

    order: int
    entry: Correction
    rule: Rule | None

    def takes(self, signature: Signature | None) -> bool:
        return self.rule is None or (signature is not None and self.rule.fits(signature))


@dataclass
class Naming:
    """What the journal makes of printed names and labels.

    A name begins as itself; each standing entry about what it is by then leads it on. So the order of writing decides,
    and withdrawing an entry leaves everything as if it had never been written.
    """

    journal: Collection[Correction] = ()
    applied: list[Correction] = field(default_factory=list)
    conflicts: list[Correction] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._steps: dict[str, list[_Step]] = defaultdict(list)
        made, gone, unmade = set[str](), set[str](), dict[str, Correction]()
        for order, entry in enumerate(self.journal):
            if entry.withdrawn is not None:
                unmade |= {outcome(entry): entry} if entry.field in MADE else {}
            elif self._holds(entry, made, gone, unmade):
                self.applied.append(entry)
                self._take(order, entry, made, gone)
            else:
                self.conflicts.append(entry)

    @classmethod
    def load(cls) -> "Naming":
        """As the journal stands now."""
        return cls(list(entries()))

    def _holds(self, entry: Correction, made: set[str], gone: set[str], unmade: dict[str, Correction]) -> bool:
        """Whether there is, when its turn comes, what the entry speaks of: not merged away or undone."""
        if entry.field not in STEPS:
            return True
        needed = [entry.target, *([outcome(entry)] if entry.field == MERGE else [])]
        return all(address in made or not self._lacks(address, entry, gone, unmade) for address in needed)

    @staticmethod
    def _lacks(address: str, entry: Correction, gone: set[str], unmade: dict[str, Correction]) -> bool:
        former = unmade.get(address)
        return address in gone or (former is not None and former.withdrawn > entry.created)

    def _take(self, order: int, entry: Correction, made: set[str], gone: set[str]) -> None:
        if entry.field not in STEPS:
            return
        if entry.field in MOVES:
            made.discard(entry.target)
            gone.add(entry.target)
        made.add(outcome(entry))
        gone.discard(outcome(entry))
        rule = read_rule(entry.new) if entry.field == SPLIT else None
        self._steps[entry.target].append(_Step(order, entry, rule))

    def person(self, signature: Signature) -> str:
        """The key of whom a byline means."""
        return self._led(PERSON + signature.name, signature).removeprefix(PERSON)

    def column(self, label: str) -> str:
        """The label under which a printed one is shown."""
        entry = self._last(COLUMN + column_key(label), None)
        return entry.new if entry else label

    def whole(self, address: str) -> str:
        """Where all that stands at an address has been led: the address itself if it stayed."""
        return self._led(address, None)

    def _led(self, address: str, signature: Signature | None) -> str:
        entry = self._last(address, signature)
        return outcome(entry) if entry else address

    def _last(self, address: str, signature: Signature | None) -> Correction | None:
        """The last of the entries that lead on from an address, None if none does."""
        last: _Step | None = None
        while step := next((one for one in self._steps.get(address, ()) if _follows(one, last, signature)), None):
            address, last = outcome(step.entry), step
        return last.entry if last else None

    def leads(self, address: str) -> Iterator[str]:
        """Where a former address leads, the likeliest first: along merging and renaming, back from what was undone."""
        seen = {address}
        for _ in range(len(self.journal)):
            former = [entry.target for entry in self.journal if entry.field in MADE and outcome(entry) == address]
            choices = (self._led(address, None), *reversed(former))
            address = next((one for one in choices if one not in seen), address)
            if address in seen:
                return
            seen.add(address)
            yield address

    def also(self, address: str) -> list[str]:
        """The names or labels that lead to an address as a whole: 徐小坊 to 徐坊."""
        return self._also.get(address, [])

    @cached_property
    def _also(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for address in sorted(self._steps):
            if (end := self._led(address, None)) != address:
                names[end].append(address.partition(":")[2])
        return dict(names)

    def kin(self, addresses: Iterable[str]) -> set[str]:
        """The addresses that any entry, standing or withdrawn, ties to these, themselves included."""
        ties: dict[str, set[str]] = defaultdict(set)
        for entry in self.journal:
            if entry.field in STEPS:
                ties[entry.target].add(outcome(entry))
                ties[outcome(entry)].add(entry.target)
        found, waiting = set[str](), list(addresses)
        while waiting:
            if (address := waiting.pop()) not in found:
                found.add(address)
                waiting += ties[address]
        return found

    @cached_property
    def lists_articles(self) -> bool:
        """Whether any split names its articles."""
        return any(step.rule and step.rule.articles for steps in self._steps.values() for step in steps)

    def names_of(self, articles: Collection[str]) -> dict[str, frozenset[str]]:
        """The roots of the keys that each of these articles has and had; none where no split names its articles."""
        return roots_of(articles) if self.lists_articles else dict.fromkeys(articles, frozenset())


def roots_of(articles: Collection[str]) -> dict[str, frozenset[str]]:
    """The roots of the keys that each of these articles (keys) has and had: by them a split names articles."""
    names = {key: {root(key)} for key in articles}
    for old, new in KeyChange.objects.filter(new__in=articles).values_list("old", "new"):
        names[new].add(root(old))
    return {key: frozenset(roots) for key, roots in names.items()}


def signature_of(byline: Byline, roots: frozenset[str]) -> Signature:
    """What a stored byline says of who signed; roots: see roots_of()."""
    return Signature(byline.name, byline.affiliation, byline.article.page.publication, roots)


def _follows(step: _Step, last: _Step | None, signature: Signature | None) -> bool:
    return (last is None or step.order > last.order) and step.takes(signature)
