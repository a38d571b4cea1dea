"""Word lists kept in text files: a line `# name`, then words between blanks (or one sentence a line)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@cache
def lists(name: str) -> dict[str, tuple[str, ...]]:
    """{section: words} of words/NAME.txt; words stand between blanks."""
    return {head: tuple(word for line in body for word in line.split()) for head, body in _sections(name)}


@cache
def sentences(name: str) -> dict[str, tuple[str, ...]]:
    """{section: lines} of words/NAME.txt; each line is one entry, blanks inside it count."""
    return {head: tuple(line for line in body if line) for head, body in _sections(name)}


def _sections(name: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in (FOLDER / f"{name}.txt").read_text("utf8").splitlines():
        if line.startswith("# "):
            found.append((line[2:].strip(), []))
        elif found:
            found[-1][1].append(line.strip())
    return found
