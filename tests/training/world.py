"""What one invented text is about: a topic, a place, people, and a small set of words that it keeps returning to."""

from __future__ import annotations

from functools import lru_cache
from random import Random
from string import Formatter

from tests.training.chance import chance, number, some
from tests.training.people import called, foreigner, person
from tests.training.wordlists import lists, sentences

PLACES, GRAMMAR = lists("places"), sentences("grammar")
FIRST_NAMES = "宏明金长新东南远恒大天华永中兴正瑞德海江"
LAST_NAMES = "达成盛源泰丰兴隆力科光和安利山川通越海江"


@lru_cache(maxsize=1)
def topics() -> dict[str, dict[str, tuple[str, ...]]]:
    """{topic: {slot: words}}; `s` holds the topic's own sentences."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, lines in sentences("topics").items():
        slots: dict[str, list[str]] = {}
        for line in lines:
            head, _, rest = line.partition(": ")
            slots.setdefault(head, []).extend([rest] if head == "s" else rest.split())
        found[name] = {head: tuple(words) for head, words in slots.items()}
    return found


@lru_cache(maxsize=8)
def by_kind(kind: str) -> tuple[str, ...]:
    """Topics of that kind of page; news and features share theirs."""
    wanted = {"world": ("world",), "sport": ("sport",), "culture": ("culture",)}.get(kind, ("news", "feature"))
    return tuple(name for name, slots in topics().items() if slots["kind"][0] in wanted)


class World:
    """The slots of one text: fixed names and a handful of topic words, numbers drawn anew each time."""

    def __init__(self, rng: Random, kind: str, han: bool = False) -> None:
        self.rng = rng
        self.topic = topics()[rng.choice(by_kind(kind))]
        self.fixed: dict[str, str] = {}
        self.few = {slot: some(rng, self.topic[slot], 3, 5) for slot in ("part", "verb", "prob", "good", "job")}
        self.few["t"] = some(rng, self.topic["t"], 1, 1)
        self._name()

    def _name(self) -> None:
        rng, fixed = self.rng, self.fixed
        fixed["city"], fixed["city2"] = rng.sample(list(PLACES["cities"]), 2)
        for slot, name in (
            ("county", "counties"),
            ("village", "villages"),
            ("street", "streets"),
            ("community", "communities"),
            ("country", "countries"),
            ("fcity", "foreign cities"),
        ):
            fixed[slot] = rng.choice(PLACES[name])
        fixed["county"] += rng.choice(("县", "县", "区", "市"))
        fixed["village"] += rng.choice(("村", "村", "镇"))
        fixed["place"] = rng.choice(
            (
                fixed["city"] + "市",
                fixed["city"],
                fixed["county"],
                fixed["county"],
                fixed["city"] + fixed["county"],
                "全市",
                "我市",
            )
        )
        if abroad := "{country}" in self.topic["firm"][0]:
            self._abroad()
        fixed["x"] = rng.choice(FIRST_NAMES) + rng.choice(LAST_NAMES)
        fixed["firm"] = self.fill(rng.choice(self.topic["firm"]))
        fixed["org"] = (
            rng.choice(("市", "县", fixed["city"] + "市", "")) + rng.choice(self.topic["org"])
            if not abroad
            else rng.choice(self.topic["org"])
        )
        fixed["plan"] = self.fill(rng.choice(self.topic["plan"]))
        for slot in "AB":
            fixed[slot], fixed[slot + "j"] = (foreigner if abroad else person)(rng), rng.choice(self.few["job"])
        fixed["F"] = foreigner(rng)
        fixed["expert"] = rng.choice(GRAMMAR["expert titles"][0].split())
        self.met: set[str] = set()

    def _abroad(self) -> None:
        """World news: its places are foreign."""
        fixed = self.fixed
        fixed["city"], fixed["county"], fixed["place"] = fixed["fcity"], fixed["fcity"], fixed["country"]
        fixed["city2"] = self.rng.choice(PLACES["foreign cities"])
        fixed["village"], fixed["street"], fixed["community"] = (
            f"{fixed['fcity']}郊外",
            f"{fixed['fcity']}市中心",
            f"{fixed['fcity']}老城",
        )

    def phrases(self, text: str) -> list[str]:
        """Short phrases about what stands in the text, for subheads."""
        rng, kept = self.rng, dict(self.few)
        self.few = {slot: [word for word in words if word in text] or words for slot, words in kept.items()}
        made = [self.fill(form) for form in rng.sample(list(GRAMMAR["subhead"]), 5)]
        self.few = kept
        return [phrase for phrase in made if 3 <= len(phrase) <= 16]

    def fill(self, template: str) -> str:
        """A template with its slots filled."""
        parts = []
        used: dict[str, str] = {}
        for text, slot, _, _ in Formatter().parse(template):
            parts.append(text)
            if slot is not None:
                used[slot] = value = self.value(slot, used)
                parts.append(value)
        return "".join(parts)

    def value(self, slot: str, used: dict[str, str]) -> str:
        """The word for a slot: fixed, one of the few, or a fresh number."""
        rng = self.rng
        if slot in ("A", "B") and slot in self.met and chance(rng, 0.6):
            return called(rng, self.fixed[slot])
        if slot in ("A", "B"):
            self.met.add(slot)
        if slot in self.fixed:
            return self.fixed[slot]
        words = self.few.get(slot.rstrip("2"))
        if words:
            fresh = [word for word in words if word not in used.values()] or words
            chosen = rng.choice(fresh)
            return self.fill(chosen) if "{" in chosen else chosen
        return figure(rng, slot)


def figure(rng: Random, slot: str) -> str:
    """A number of the slot's size."""
    if slot in RANGES:
        return str(rng.randint(*RANGES[slot]))
    if slot in FRACTIONS:
        return number(rng, *FRACTIONS[slot])
    if slot == "dec":
        return rng.choice(("50", "60", "70", "80", "90"))
    if slot == "updown":
        return rng.choice(("上升", "下降", "增长"))
    if slot == "score":
        return f"{rng.randint(0, 4)}比{rng.randint(0, 3)}"
    if slot == "venue":
        return rng.choice(lists("goods")["venues"])
    raise KeyError(slot)


RANGES = {
    "n": (11, 98),
    "n2": (3, 60),
    "n3": (2, 9),
    "N": (110, 980),
    "big": (1200, 98000),
    "day": (1, 30),
    "month": (1, 12),
    "year": (1983, 2016),
    "fyear": (2018, 2030),
    "age": (52, 91),
    "h": (2, 9),
    "h2": (10, 12),
    "min": (3, 88),
    "p60": (21, 78),
    "p90": (81, 99),
}
FRACTIONS = {
    "yi": (1.1, 900),
    "wan": (3, 9600),
    "pct": (1.1, 48),
    "pp": (0.2, 6),
    "money": (12, 6800),
    "yuan": (1.2, 88),
    "km": (1.2, 90),
    "sec": (9.8, 59),
}
