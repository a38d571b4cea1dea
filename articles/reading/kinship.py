"""What a short line has in common with other short lines: with its neighbours above and below, and across the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from articles.reading.lines import Line
from articles.reading.runs import Run

# Kinds of lines that head a text or a part of it; only these are measured against each other.
TITLES = (
    "bare",
    "sentence",
    "bullet",
    "bracketed",
    "dash",
    "pen_name",
    "title",
    "box_label",
    "numbered",
    "speaker",
    "qa",
)
# Signs that end or enclose a title and say nothing of its words.
SIGNS = "？！：“”‘’《》【】（）—…■●◆"
# Differences of length between two lines of one run, in characters.
STEPS = (-8, -3, 0, 1, 4, 9)
# How many short lines before and after a line are compared with it, and the longest that are.
REACH, LONGEST = 6, 30


def steps(lines: Sequence[Line], index: int, run: Run) -> tuple[str, str, str]:
    """As step() tells: to the line above, to the line below; and which of the three lines say who speaks: 专家：…"""
    if not run.is_short or run.first == run.last:
        return "", "", ""
    speaks = "".join(_speaks(lines, near, run) for near in (index - 1, index, index + 1))
    return step(lines, index, index - 1, run), step(lines, index, index + 1, run), speaks


def _speaks(lines: Sequence[Line], index: int, run: Run) -> str:
    """y or n, - outside the run."""
    if not run.first <= index <= run.last:
        return "-"
    return "y" if "：" in lines[index].plain[1:-1] else "n"


def step(lines: Sequence[Line], index: int, other: int, run: Run) -> str:
    """How much longer a line is than one beside it in its run of short lines, and whether both have as many clauses."""
    if not run.is_short or not run.first <= other <= run.last:
        return "-"
    if lines[index].kind not in TITLES or lines[other].kind not in TITLES:
        return "x"
    own, beside = lines[index].plain, lines[other].plain
    same = "=" if len(own.split()) == len(beside.split()) else "/"
    return f"{bisect_right(STEPS, len(own) - len(beside))}{same}"


def alike(left: str, right: str) -> int:
    """How many characters two lines of about one length share at their beginnings and ends: 红本子 and 蓝本子, two."""
    if abs(len(left) - len(right)) > 2:
        return 0
    if not left or not right or (left[0] != right[0] and left[-1] != right[-1]):
        return 0
    shortest = min(len(left), len(right))
    head = next((n for n in range(shortest) if left[n] != right[n]), shortest)
    tail = next((n for n in range(shortest - head) if left[-1 - n] != right[-1 - n]), shortest - head)
    return head + tail


def kinship(lines: Sequence[Line], runs: Sequence[Run]) -> list[tuple[int, int]]:
    """For each line the most characters it shares (see alike) with a short line of another run near by, and with how
    many of them it shares any; both are capped."""
    short = [
        (index, line.plain.strip(SIGNS))
        for index, line in enumerate(lines)
        if runs[index].is_short and len(line.plain) <= LONGEST
    ]
    result = [(0, 0)] * len(lines)
    for number, (index, own) in enumerate(short):
        near = [*short[max(0, number - REACH) : number], *short[number + 1 : number + 1 + REACH]]
        shared = [alike(own, words) for other, words in near if runs[other] is not runs[index]]
        result[index] = (min(max(shared, default=0), 3), min(sum(count > 0 for count in shared), 3))
    return result


def shape_counts(lines: list[Line]) -> list[tuple[int, str]]:
    """For each line how many other isolated short lines of the page share its outward shape, and that shape."""
    shapes = [_shape(line) for line in lines]
    counts: dict[str, int] = {}
    for shape in shapes:
        counts[shape] = counts.get(shape, 0) + 1
    return [(min(counts[shape] - 1, 4) if shape else 0, shape) for shape in shapes]


def _shape(line: Line) -> str:
    plain = line.plain
    if line.is_long or len(plain) > 40:
        return ""
    if line.kind in ("numbered", "bullet", "bracketed", "speaker", "dash"):
        return line.kind
    if line.kind == "sentence" and plain[-1] == "？":
        return "？"
    if line.kind not in ("bare", "pen_name"):
        return ""
    parts = plain.split()
    clauses = len(parts) if len(parts) > 1 and min(map(len, parts)) > 2 else 1
    return f"{clauses}{'？' if plain[-1] == '？' else ''}{'“' if plain[0] == '“' else ''}"
