"""Two seeds of one page: under one name, with one text, or with the same paper, day and page number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from articles.seeds import Problem, Seed


class Sighting(NamedTuple):
    """A page of the archive or of this load as compared: its key and the file it comes from."""

    key: str
    file: str
    is_missing: bool = False


def same_name(seeds: Iterable[Seed]) -> tuple[list[Seed], list[Problem], list[Problem]]:
    """(seeds to go on with, problems, warnings): equal files of one name count once, unequal ones are all refused."""
    by_key: dict[str, list[Seed]] = defaultdict(list)
    for seed in seeds:
        by_key[seed.key].append(seed)
    kept: list[Seed] = []
    problems: list[Problem] = []
    warnings: list[Problem] = []
    for first, *others in by_key.values():
        if all((other.source, other.given) == (first.source, first.given) for other in others):
            kept.append(first)
            warnings += [Problem(other.file, 1, f"与 {first.file} 同名同文，只算一份") for other in others]
        else:
            problems += [_unequal(seed, [first, *others]) for seed in (first, *others)]
    return kept, problems, warnings


def _unequal(seed: Seed, group: Sequence[Seed]) -> Problem:
    others = "、".join(other.file for other in group if other is not seed)
    return Problem(seed.file, 1, f"与 {others} 同名而内容不同，不知以哪个为准，都没有装载")


def same_text(
    seeds: Sequence[Seed], stored: Mapping[str, Sighting], known: Mapping[str, str]
) -> tuple[list[Seed], list[Problem]]:
    """(seeds to go on with, problems): a text is loaded under one name.

    stored: pages of the archive that are not among the seeds, by text; known: {key: text} of the archive, whose name
    wins over a new one.
    """
    seen = dict(stored)
    problems = []
    for seed in sorted(seeds, key=lambda seed: known.get(seed.key) != seed.source):
        holder = seen.setdefault(seed.source, Sighting(seed.key, seed.file))
        if holder.key != seed.key:
            hint = "；那个文件已不在，若是改了名，请加 --prune 再装载" if holder.is_missing else ""
            problems.append(
                Problem(seed.file, 1, f"与 {holder.file or holder.key} 是同一版（文字全同），没有装载{hint}")
            )
    return [seed for seed in seeds if seen[seed.source].key == seed.key], problems


def same_issue(pages: Iterable[tuple[tuple[str, str, str], Sighting]]) -> list[Problem]:
    """Warnings for pages of the same paper, day and number: both are kept, for only an editor can tell."""
    seen: dict[tuple[str, str, str], Sighting] = {}
    warnings = []
    for place, sighting in pages:
        if not all(place):
            continue
        first = seen.setdefault(place, sighting)
        if first.key != sighting.key:
            message = f"与 {first.file or first.key} 同为{place[0]} {place[1]} 第{place[2]}版，两份都在，请核对"
            warnings.append(Problem(sighting.file or sighting.key, 1, message))
    return warnings
