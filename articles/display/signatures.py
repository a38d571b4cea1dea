"""How the names of an article are set: in printed order, a role once for those who share it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.models import Byline


@dataclass
class Credit:
    """People under one role: 本报记者, [顾南乔, 孟舟], 摄. An office without a name (本报评论员) has no people."""

    role: str
    people: list["Byline"] = field(default_factory=list)
    action: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, [self.role, *(byline.name for byline in self.people), self.action]))


def credits(bylines: Iterable["Byline"]) -> list[Credit]:
    """The bylines grouped as a newspaper prints them; an action that several groups share stands after the last."""
    groups = [
        Credit(affiliation + role, [byline for byline in group if byline.name], action)
        for (affiliation, role, action), group in groupby(bylines, lambda one: (one.affiliation, one.role, one.action))
    ]
    for credit, following in zip(groups, groups[1:], strict=False):
        if credit.action == following.action:
            credit.action = ""
    return groups


def printed(bylines: Iterable["Byline"]) -> str:
    """The names as one line of text.

    >>> printed([Byline(name="徐小坊", role="记者", affiliation="本报")])
    '本报记者 徐小坊'
    """
    return "　".join(map(str, credits(bylines)))


def writers(article) -> list["Byline"]:
    """The bylines of the article itself, those of its pictures left out; needs `bylines` prefetched."""
    return [byline for byline in article.bylines.all() if byline.figure_id is None]


def photographers(figure, article) -> list["Byline"]:
    """The bylines of one picture, from the prefetched bylines of its article."""
    return [byline for byline in article.bylines.all() if byline.figure_id == figure.pk]
