"""Which names may be one person's, which labels one column's: candidates, found without trying all pairs."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from articles.folding import fold, squeeze

# A name that shares all but one character with more than so many others tells nothing: 王某 is no variant of 王某某.
COMMON = 30
SHORTEST = 2
# What stands before or after a name where the reader took too much.
GLUED_RE = re.compile(r"[\u3400-\u9fff]{2,}")
DEED_RE = re.compile(r"文|图|摄|摄影|摄影报道|供图|报道|采写|撰文|整理|制图|通讯员|记者|实习生")


class Why(StrEnum):
    """Why two names may be one, the surest first."""

    SCRIPT = "繁简或写法"
    GLUED = "粘着单位或分工"
    SOUND = "同音"
    ONE_OFF = "差一字"


@dataclass(frozen=True)
class Pair:
    """Two names (keys) that may be one."""

    one: str
    other: str
    why: Why

    @property
    def both(self) -> frozenset[str]:
        return frozenset((self.one, self.other))


def people(names: Mapping[str, tuple[str, str]]) -> list[Pair]:
    """Candidates among {key: (name, pinyin)}, each pair once under its surest reason.

    Blocks of equal spelling, of equal sound, and of names that are equal but for one character keep the work in
    proportion to the number of names. People told apart by a note are no candidates.
    """
    spelt = {key: squeeze(fold(name)) for key, (name, _) in names.items()}
    found = [
        *_alike(names, Why.SCRIPT, lambda key: spelt[key]),
        *_glued(spelt),
        *_alike(names, Why.SOUND, lambda key: "".join(names[key][1].split())),
        *_one_off(spelt),
    ]
    return _surest(pair for pair in found if names[pair.one][0] != names[pair.other][0])


def columns(labels: Iterable[str]) -> list[Pair]:
    """Candidates among labels (without blanks): equal but for signs and script, or but for one character."""
    spelt = {label: squeeze(fold(label)) for label in labels}
    return _surest([*_alike(spelt, Why.SCRIPT, spelt.__getitem__), *_one_off(spelt)])


def _surest(pairs: Iterable[Pair]) -> list[Pair]:
    found: dict[frozenset[str], Pair] = {}
    for pair in pairs:
        found.setdefault(pair.both, pair)
    return list(found.values())


def _alike(keys: Iterable[str], why: Why, mark: Callable[[str], Hashable]) -> Iterator[Pair]:
    for block in _blocks((mark(key), key) for key in keys):
        yield from (Pair(one, other, why) for one, other in combinations(block, 2))


def _blocks(marked: Iterable[tuple[Hashable, str]]) -> Iterator[list[str]]:
    blocks: dict[Hashable, list[str]] = defaultdict(list)
    for mark, key in marked:
        if mark:
            blocks[mark].append(key)
    return (block for block in blocks.values() if 1 < len(block) <= COMMON)


def _glued(spelt: Mapping[str, str]) -> Iterator[Pair]:
    """金华站徐坊, 徐坊摄影 beside 徐坊."""
    named: dict[str, list[str]] = defaultdict(list)
    for key, name in spelt.items():
        named[name].append(key)
    for key, name in spelt.items():
        for at in range(1, len(name)):
            yield from (Pair(key, other, Why.GLUED) for core in _core(name, at) for other in named.get(core, ()))


def _core(name: str, at: int) -> Iterator[str]:
    """The name proper, where what is left over looks glued to it."""
    before, after = name[:at], name[at:]
    if SHORTEST <= len(after) <= 4 and len(name) > 4 and GLUED_RE.fullmatch(before):
        yield after
    if len(before) >= SHORTEST and DEED_RE.fullmatch(after):
        yield before


def _one_off(spelt: Mapping[str, str]) -> Iterator[Pair]:
    """Names of three characters and more that differ in one, and names of which one has a character more."""
    marks = ((mark, key) for key, name in spelt.items() for mark in _marks(name))
    for block in _blocks(marks):
        for one, other in combinations(block, 2):
            if _differ_once(*sorted((spelt[one], spelt[other]), key=len)):
                yield Pair(one, other, Why.ONE_OFF)


def _differ_once(short: str, long: str) -> bool:
    """Whether one character was replaced, or put in."""
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _marks(name: str) -> Iterator[tuple[str, str]]:
    """What a name has in common with those that differ in one character: itself without it, and where it was."""
    if len(name) >= SHORTEST:
        yield ("", name)
    if len(name) > SHORTEST:
        for at in range(len(name)):
            yield (name[:at], name[at + 1 :])
            yield ("", name[:at] + name[at + 1 :])
