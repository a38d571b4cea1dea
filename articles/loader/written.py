"""What writing pages touched, for the one who ends the transaction."""

from dataclasses import dataclass, field

from articles.loader.continuations import Issue
from articles.models import Correction, Tombstone


@dataclass
class Written:
    """Of one page or of several.

    days: to be put in order anew; people: whose articles are to be counted; homeless: corrections whose article is not
    on its page; reprints: new keys with a suffix; issues and links: see continuations; gone and found: see datestamps.
    """

    days: set = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    homeless: list[Correction] = field(default_factory=list)
    reprints: set[str] = field(default_factory=set)
    issues: set[Issue] = field(default_factory=set)
    links: dict[int, int] = field(default_factory=dict)
    gone: dict[str, Tombstone] = field(default_factory=dict)
    found: set[str] = field(default_factory=set)

    def add(self, other: "Written") -> None:
        self.days |= other.days
        self.people |= other.people
        self.homeless += other.homeless
        self.reprints |= other.reprints
        self.issues |= other.issues
        self.links = other.links | self.links
        self.gone |= other.gone
        self.found |= other.found
