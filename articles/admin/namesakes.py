"""People who may be two of one name: long silences, units and papers that have nothing in common."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from articles.corrections.naming import PERSON, SINGLE, Naming
from articles.models import Byline, Person

SHOWN = 50  # of a list; the rest comes up when these are dealt with
APART = 10  # years without a line, after which a name may be another's
FEWEST = 2  # articles that make a paper or a unit worth a thought
OWN = ("", "本报")  # says nothing of where someone belongs


@dataclass(frozen=True)
class Reason:
    """Why a name may be two people's, and the choice that a split would begin with: a field of its form, a value."""

    words: str
    field: str
    value: str


@dataclass(frozen=True)
class Namesake:
    """A person who may be two."""

    person: Person
    reasons: list[Reason]


def namesakes(letter: str) -> tuple[list[Namesake], int]:
    """People under the letter whose work looks like that of two, and how many more there are."""
    told = {entry.target for entry in Naming.load().applied if entry.field == SINGLE}
    rows = [one for one in Person.objects.with_counts().under(letter).by_sound() if PERSON + one.key not in told]
    seen = {one.pk: _Seen() for one in rows}
    for row in Byline.objects.whereabouts(seen):
        seen[row["person"]].take(row["publication"], row["affiliation"], row["articles"])
    several = [pk for pk, one in seen.items() if len(one.of_papers()) > 1]
    for pk, paper, other in Byline.objects.company_by_paper(several):
        seen[pk].company[paper].add(other)
    found = [Namesake(one, reasons) for one in rows if (reasons := [*_silence(one), *seen[one.pk].reasons()])]
    return found[:SHOWN], max(len(found) - SHOWN, 0)


def _silence(person: Person) -> Iterator[Reason]:
    """Between two years with articles there are ten without."""
    years = sorted(int(year) for year in person.years if year)
    for before, after in pairwise(years):
        if after - before > APART:
            yield Reason(f"{before} 年以后隔 {after - before} 年才再署名", "until", str(before))


class _Seen:
    """For which papers and units someone signed, and with whom."""

    def __init__(self) -> None:
        self.papers: Counter[str] = Counter()
        self.units: Counter[str] = Counter()
        self.company: Mapping[str, set[int]] = defaultdict(set)

    def take(self, paper: str, unit: str, articles: int) -> None:
        self.papers[paper] += articles
        self.units[unit] += articles

    def of_papers(self) -> list[str]:
        """The papers that count, the fullest first."""
        return [paper for paper, articles in self.papers.most_common() if paper and articles >= FEWEST]

    def of_units(self) -> list[str]:
        return [unit for unit, articles in self.units.most_common() if unit not in OWN and articles >= FEWEST]

    def reasons(self) -> Iterator[Reason]:
        main, *others = self.of_papers() or [""]
        for paper in others:
            if not self.company[main] & self.company[paper]:
                yield Reason(f"在{paper}和{main}没有共同的合作者", "papers", paper)
        for unit in self.of_units()[1:]:
            yield Reason(f"署过不同的单位：{self.of_units()[0]}、{unit}", "units", unit)


def letters(counts: Iterable[str]) -> list[str]:
    """The letters under which there are people, in order."""
    return sorted(counts, key=lambda letter: (not letter.isalpha(), letter))
