"""The queries with their grades, as queries.tsv writes them: which articles of the archive each grade falls to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.search.judged.articles import Known

QUERIES = Path(__file__).parent / "queries.tsv"
GRADES = (3, 2, 1)
_FACTS: dict[str, Callable[[Known, str], bool]] = {
    "topic": lambda one, value: one.topic == value,
    "part": lambda one, value: one.part == value,
    "head": lambda one, value: one.headline == value,
    "has": lambda one, value: value in one.headline,
    "says": lambda one, value: value in one.body,
    "names": lambda one, value: value in one.mentions,
    "place": lambda one, value: one.place == value,
    "by": lambda one, value: value in one.people,
    "paper": lambda one, value: one.paper == value,
    "column": lambda one, value: one.column == value,
    "page": lambda one, value: one.page == value,
    "since": lambda one, value: one.day.year >= int(value),
}


@dataclass(frozen=True)
class Judgement:
    """A query, its class, and the grade of each article that has one (3 asked for, 2 about it, 1 mentions it)."""

    kind: str
    query: str
    grades: dict[int, int]


def judgements(archive: Mapping[int, Known]) -> list[Judgement]:
    """All queries. Raises ValueError for one that asks for nothing, or whose selector fits no article."""
    rows = (line.split("\t") for line in QUERIES.read_text("utf-8").splitlines() if line and line[0] != "#")
    return [_judgement(kind, query, cells, archive) for kind, query, *cells in rows]


def _judgement(kind: str, query: str, cells: list[str], archive: Mapping[int, Known]) -> Judgement:
    grades: dict[int, int] = {}
    for grade, cell in zip(GRADES, cells, strict=False):
        for selector in filter(None, map(str.strip, cell.split(";"))):
            fitting = [number for number, one in archive.items() if _fits(one, selector)]
            if not fitting:
                raise ValueError(f"{query}: nothing is {selector}")
            grades = dict.fromkeys(fitting, grade) | grades
    if 3 not in grades.values():
        raise ValueError(f"{query}: no article of grade 3")
    return Judgement(kind, query, grades)


def _fits(one: Known, selector: str) -> bool:
    """`h02/水库` is a page's article by the head of its key and a piece of its titles, else `fact=value|value …`."""
    if "=" not in selector:
        key, _, piece = selector.partition("/")
        return one.key.startswith(f"{key}_") and piece in one.stack
    return all(_holds(one, *condition.split("=", 1)) for condition in selector.split())


def _holds(one: Known, fact: str, values: str) -> bool:
    return any(_FACTS[fact](one, value) for value in values.split("|"))
