"""Which places of the gazetteer a text names: provinces, prefectures, and Zhejiang's counties; doubtful names none.

A name counts where words end on both sides of it: 宁海 is not found in 宁海路. It is left out rather than guessed

- where it is a word of everyday use or of a road or park elsewhere too (COMMON): then its full name counts, 海盐县;
- where several places bear it (吉林; 西湖区 in two cities), unless the text names the province or city of just one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from articles.folding import fold
from articles.words import cut

_TABLE = Path(__file__).parent / "places.tsv"
_LONGEST = 4  # words of one name: 景宁|畲族|自治县
COMMON = frozenset(
    ("江山", "天台", "海盐", "长兴", "三门", "开化", "云和", "文成", "东阳", "新昌", "平湖", "永康", "常山", "宁海")
    + ("朝阳", "大同", "白银", "长治", "安康", "中山", "黄山", "日照", "来宾", "北海", "百色", "普洱", "玉林", "东方")
    + ("孝感", "和田", "黄石", "兴安", "泰安", "保山", "龙港", "乐山", "平安", "文山", "白山", "崇左", "中卫", "安顺")
)
_SHARED_NAME, _SHARED_SHORT = "n", "s"


@dataclass(frozen=True)
class Place:
    """code: of GB/T 2260; name: in full; short: as papers call it, "" if not; shared: which of the two others bear."""

    code: str
    name: str
    short: str = ""
    shared: str = ""

    @property
    def called(self) -> str:
        """The name of its page: the short one where that means only this place."""
        return self.short if self._is_plain(self.short) else self.name

    @property
    def within(self) -> tuple[str, ...]:
        """The codes of its province and city."""
        codes = (self.code[:2] + "0000", self.code[:4] + "00")
        return tuple(dict.fromkeys(code for code in codes if code != self.code))

    def is_certain(self, name: str) -> bool:
        """Whether the name, of the two that it has, means this place wherever it stands."""
        return self._is_plain(name) if name == self.short else _SHARED_NAME not in self.shared

    def _is_plain(self, name: str) -> bool:
        return bool(name) and _SHARED_SHORT not in self.shared and name not in COMMON


@cache
def places() -> tuple[Place, ...]:
    """All of the table, in the order of their codes."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(Place(*line.split("\t")) for line in lines if not line.startswith("#"))


@cache
def named(name: str) -> Place | None:
    """The place whose page has this name."""
    return next((place for place in places() if place.called == name), None)


@cache
def tree() -> tuple[tuple[Place, tuple[Place, ...]], ...]:
    """(place, those just inside it) of all places: provinces with their cities, cities with their counties."""
    inside: dict[str, list[Place]] = {place.code: [] for place in places()}
    for place in places():
        if place.within:
            inside[place.within[-1]].append(place)
    return tuple((place, tuple(inside[place.code])) for place in places())


def places_in(text: str) -> list[Place]:
    """The places that the text names beyond doubt, each once, as they come."""
    said = list(_names(cut(fold(text))))
    certain = {place for name, found in said for place in found if len(found) == 1 and place.is_certain(name)}
    codes = {place.code for place in certain}
    doubtful = {name: [one for one in found if codes & {*one.within}] for name, found in said if name not in COMMON}
    settled = {found[0] for found in doubtful.values() if len(found) == 1}
    return list(dict.fromkeys(place for _, found in said for place in found if place in certain | settled))


def _names(words: list[str]) -> Iterator[tuple[str, list[Place]]]:
    """(name, the places that bear it) of what stands in the text, the longest name at each word."""
    at = 0
    while at < len(words):
        joined = {count: "".join(words[at : at + count]) for count in range(_LONGEST, 0, -1)}
        count = next((count for count, name in joined.items() if name in _bearers()), 0)
        if count:
            yield joined[count], _bearers()[joined[count]]
        at += count or 1


@cache
def _bearers() -> dict[str, list[Place]]:
    bearers: dict[str, list[Place]] = {}
    for place in places():
        for name in filter(None, (place.name, place.short)):
            bearers.setdefault(name, []).append(place)
    return bearers
