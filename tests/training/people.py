"""Invented persons: names of two, three and four characters, minority names, pen names; how a name is padded."""

from __future__ import annotations

from random import Random

from tests.training.chance import chance, weighted
from tests.training.wordlists import lists

NAMES = lists("names")
COMMON, RARE, COMPOUND = (NAMES[f"surnames: {kind}"] for kind in ("commonest first", "rare", "compound"))
KINDS = (("plain", 90.0), ("compound", 4.0), ("minority", 3.5), ("long", 0.7))


def surname(rng: Random) -> str:
    """A single-character surname; the commonest come up most often, as in life."""
    if chance(rng, 0.25):
        return rng.choice(RARE)
    return COMMON[int(len(COMMON) * rng.random() ** 1.6)]


def given(rng: Random, short: float = 0.45) -> str:
    """A given name; one character in the share `short`."""
    if chance(rng, short):
        return rng.choice(NAMES["given: alone"])
    if chance(rng, 0.03):
        return rng.choice(NAMES["given: second of two"]) * 2
    return rng.choice(NAMES["given: first of two"]) + rng.choice(NAMES["given: second of two"])


def person(rng: Random, short: float = 0.45) -> str:
    """A full name without blanks: 何勇, 申志林, 欧阳牧野, 央金卓玛, 古丽娜孜·艾山."""
    kind = weighted(rng, KINDS)
    if kind == "minority":
        return rng.choice(NAMES["minority: first"]) + (
            rng.choice(NAMES["minority: second"]) if chance(rng, 0.8) else ""
        )
    if kind == "long":
        return rng.choice(NAMES["minority: long"])
    first = rng.choice(COMPOUND) if kind == "compound" else surname(rng)
    return first + given(rng, 0.5 if kind == "compound" else short)


def pen_name(rng: Random) -> str:
    """What an essay is signed with: a pen name or a name."""
    return rng.choice(NAMES["pen"]) if chance(rng, 0.3) else person(rng)


def foreigner(rng: Random) -> str:
    """A foreign person as printed in world news."""
    return rng.choice(NAMES["foreign"])


def padded(name: str, blank: str) -> str:
    """A two-character name spread to three: 何勇 -> 何 勇; longer names, and all where the blank is empty, unchanged."""
    return name[0] + blank + name[1] if blank and len(name) == 2 else name


def called(rng: Random, name: str) -> str:
    """How a later sentence calls a person: 老何, 何师傅, 何勇, 何女士."""
    if "·" in name or len(name) > 4:
        return name.split("·")[0]
    family = name[:2] if name[:2] in COMPOUND else name[0]
    form = rng.choice(("{0}", "{0}", "老{1}", "{1}师傅", "{1}女士", "{1}先生", "{1}大姐", "小{1}"))
    return form.format(name, family)
