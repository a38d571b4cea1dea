"""Who signs: groups of names under one role, printed as a line, inside brackets, or glued, with the credits they mean."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from tests.training.chance import chance, weighted
from tests.training.people import padded, person
from tests.training.story import Credit, credit
from tests.training.style import Style


class Signed(NamedTuple):
    """Printed text and the persons it names."""

    text: str
    credits: list[Credit]


@dataclass
class Group:
    """Names under one role: 本报 + 首席记者 + 唐小柯, 高朔."""

    names: list[str]
    role: str | None = None
    affiliation: str | None = None

    def credits(self, action: str | None = None) -> list[Credit]:
        """The persons of the group, each with role, affiliation and action."""
        return [credit(name, self.role, self.affiliation, action) for name in self.names]


class Cast:
    """The people who write and photograph one page; a page draws on few of them, again and again."""

    def __init__(self, rng: Random, short: float = 0.45) -> None:
        self.rng = rng
        self.reporters = [person(rng, short) for _ in range(rng.randint(4, 9))]
        self.correspondents = [person(rng, short) for _ in range(rng.randint(4, 9))]
        self.photographers = [person(rng, short) for _ in range(rng.randint(2, 4))]
        self.agency = [person(rng, short) for _ in range(6)]

    def some(self, names: list[str], most: int = 2) -> list[str]:
        """One to `most` of them, one being commonest."""
        count = min(weighted(self.rng, ((1, 60.0), (2, 28.0), (3, 8.0), (4, 4.0))), most)
        return self.rng.sample(names, min(count, len(names)))


SECOND_ROLES = (
    ("通讯员", 70.0),
    ("见习记者", 9.0),
    ("实习生", 9.0),
    ("特约记者", 3.0),
    ("首席记者", 4.0),
    ("实习记者", 3.0),
)
MODERN_ROLES = (("记者", 88.0), ("全媒体记者", 4.0), ("融媒体记者", 2.0), ("首席记者", 4.0), ("见习记者", 2.0))
FIRST_ROLES = (("记者", 92.0), ("首席记者", 4.0), ("见习记者", 2.0), ("特约记者", 1.0), ("通讯员", 1.0))
CORRESPONDENTS = ("通讯员", "实习生", "特约通讯员", "拍友")


def groups(rng: Random, style: Style, cast: Cast, *, most: int = 3) -> list[Group]:
    """Who wrote a piece: a reporter, two, a reporter with a correspondent, the correspondent first …"""
    lead = Group(cast.some(cast.reporters, most), weighted(rng, MODERN_ROLES if style.modern else FIRST_ROLES), "本报")
    if chance(rng, 0.55):
        return [lead]
    role = weighted(rng, SECOND_ROLES)
    names = cast.some(cast.correspondents if role in CORRESPONDENTS else cast.reporters, most)
    names = [name for name in names if name not in lead.names] or [person(rng)]
    second = Group(names, role, "本报" if chance(rng, 0.1) else None)
    pair = [second, lead] if role == "通讯员" and chance(rng, 0.25) else [lead, second]
    if role == "通讯员" and chance(rng, 0.06):
        pair.append(Group([person(rng)], rng.choice(("实习生", "摄影记者"))))
    return pair


def names_text(names: list[str], gap: str, pad: str) -> str:
    """何 勇 申智林, 何勇、申智林; a blank between names needs padding or not, as printed."""
    return gap.join(padded(name, pad) for name in names)


def line_text(parts: list[Group], style: Style, *, bare_affiliation: bool = False, joint: str = " ") -> str:
    """A byline line: 本报记者 何 勇 通讯员 申志林."""
    printed = []
    for group in parts:
        head = ("" if bare_affiliation else group.affiliation or "") + (group.role or "")
        gap = style.role_gap if head else ""
        printed.append(head + gap + names_text(group.names, style.name_gap, style.pad))
    return joint.join(printed)


def inline_text(parts: list[Group], style: Style) -> str:
    """Inside a bracket: 记者徐坊 通讯员吴昊 (the affiliation is not printed)."""
    printed = []
    for group in parts:
        gap = style.inline_role_gap if group.role else ""
        printed.append((group.role or "") + gap + names_text(group.names, style.inline_gap, style.pad_inline))
    return ("、" if style.inline_gap == "、" and style.group_mark else " ").join(printed)


def inline_credits(parts: list[Group], action: str | None = None) -> list[Credit]:
    """The persons of a bracket: no affiliation, since none is printed with them."""
    return [credit(name, group.role, None, action) for group in parts for name in group.names]


def all_credits(parts: list[Group], action: str | None = None) -> list[Credit]:
    """The persons of a line."""
    return [one for group in parts for one in group.credits(action)]
