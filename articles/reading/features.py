"""What a line shows in its surroundings: small keys, a few a line, that the labeller's weights are summed over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence

from articles.reading import marks
from articles.reading.cohesion import Cohesion
from articles.reading.habits import Habits, habits_of
from articles.reading.kinship import kinship, shape_counts, steps
from articles.reading.lines import Line
from articles.reading.runs import Run, runs_of, tail_mark
from articles.reading.seams import edges, seam

# Upper bounds of the buckets that lengths and counts fall into.
LENGTHS = (2, 4, 6, 8, 10, 12, 14, 17, 20, 24, 30, 40, 60, 100, 200)
SEGMENTS = (1, 60, 120, 250, 450, 800, 1500)
EDGE = "^"
# No longer line is tried for what its last word names.
LONGEST_NAMED = 26

TYPES_OF_END = {**{sign: sign for sign in "。！？…：；，、”）》"}, "—": "—"}
# A subtitle says what the piece is: 访…, 记…, 读《…》, 评….
TYPES_OF_START = {
    **dict.fromkeys("访记评读致论", "v"),
    **dict.fromkeys("■●◆□▲", "■"),
    **dict.fromkeys("【［", "【"),
    **{sign: sign for sign in "“《（—"},
}

Key = tuple[object, ...]


def bucket(value: float, bounds: Sequence[float]) -> int:
    """Which bucket a value falls into: the number of bounds it reaches."""
    return bisect_right(bounds, value)


def keys_of(lines: list[Line]) -> list[list[Key]]:
    """For each line its keys; a key's first item names its group, expand() lists the features it stands for."""
    if not lines:
        return []
    runs, cohesion = runs_of(lines), Cohesion(lines)
    dense = sum(line.blanks == 0 for line in lines[1:]) * 2 > len(lines)
    kinds = [EDGE, EDGE, *(line.kind for line in lines), EDGE, EDGE]
    shapes, kin = shape_counts(lines), kinship(lines, runs)
    indents, habits = indenting(lines), habits_of(lines, runs)
    result = []
    for index, line in enumerate(lines):
        run = runs[index]
        result.append(
            [
                own_shape(line),
                own_detail(line),
                spacing(lines, index, run, dense),
                ("near", *kinds[index : index + 5]),
                in_run(line, run, index),
                around(line, run, lines),
                ("pattern", run.signature, index - run.first if run.is_short else -1, run.next_opening),
                ("cohesion", line.kind, *cohesion.of(line, run)),
                ("same", line.kind, *shapes[index]),
                place(line, index, len(lines)),
                joint(lines, index, cohesion.counts),
                ("habit", line.kind, *own_habit(line, run, habits)),
                ("kin", line.kind, *kin[index], *steps(lines, index, run), *indent(lines, index, indents=indents)),
            ]
        )
    return result


def own_shape(line: Line) -> Key:
    plain = line.plain
    start = TYPES_OF_START.get(plain[0]) or ("d" if plain[0].isdigit() else "a" if plain[0].isascii() else "h")
    end = TYPES_OF_END.get(plain[-1]) or ("d" if plain[-1].isdigit() else "h")
    return ("own", line.kind, bucket(len(plain), LENGTHS), start, end)


def own_detail(line: Line) -> Key:
    plain = line.plain
    parts = plain.split()
    clauses = "".join("1" if len(part) < 4 else "4" for part in parts[:4]) if len(parts) > 1 else ""
    return (
        "detail",
        line.kind,
        min(plain.count("，"), 3),
        clauses,
        any(char.isdigit() for char in plain),
        line.open,
        line.ended,
        tail_mark(line),
        "：" in plain[:-1],
        "”" in plain or "“" in plain,
        plain[-1] == "）" and "（" in plain,
        "·" in plain,
        bool(len(plain) <= 12 and marks.COLUMN_RE.search(plain)),
        word_of_end(plain),
    )


def word_of_end(plain: str) -> str:
    """What the last word of a short line names: an office that signs, a place, a prize; empty for anything else."""
    if len(plain) > LONGEST_NAMED:
        return ""
    return next((word for word, pattern in marks.LAST_WORDS if pattern.search(plain)), "")


def spacing(lines: list[Line], index: int, run: Run, dense: bool) -> Key:
    after = lines[index + 1].blanks if index + 1 < len(lines) else 9
    return ("space", lines[index].kind, dense, min(lines[index].blanks, 3), min(after, 3), run.gap)


def indenting(lines: Sequence[Line]) -> bool:
    """Whether the page indents its paragraphs."""
    long = [line.indented for line in lines if line.is_long]
    return sum(long) > len(long) / 3


def indent(lines: Sequence[Line], index: int, *, indents: bool) -> tuple[object, str]:
    """Whether a line is indented on a page that indents, and how the line before it ends: a joined half is not."""
    line = lines[index]
    before = lines[index - 1] if index else None
    state = EDGE if before is None else "o" if before.open else "e" if before.ended else "u"
    return line.indented if indents else "", state


def in_run(line: Line, run: Run, index: int) -> Key:
    return ("run", line.kind, min(index - run.first, 4), min(run.last - index, 4), run.is_short)


def around(line: Line, run: Run, lines: list[Line]) -> Key:
    before = lines[run.before] if run.before is not None else None
    state = EDGE if before is None else ("o" if before.open else "e" if before.ended else "u") + tail_mark(before)
    return (
        "around",
        line.kind,
        run.next_opening,
        state,
        bucket(run.length_before, SEGMENTS),
        bucket(run.length_after, SEGMENTS),
        min(run.lines_after, 3),
        run.tail_after,
        run.beyond,
    )


def own_habit(line: Line, run: Run, habits: Habits) -> tuple[object, ...]:
    """How a line that heads a text goes with what is usual on its page."""
    is_head = run.is_short and run.first == run.last
    return habits.led if run.is_short else "", run.next_opening, is_head, habits.traditional


def place(line: Line, index: int, count: int) -> Key:
    head = index if index < 3 else 3
    foot = count - 1 - index if count - 1 - index < 2 else 2
    return ("place", line.kind, head, foot)


def joint(lines: list[Line], index: int, seen: Container[str]) -> Key:
    """How this line fits on to the one before, and the next on to this: a column break is where a sentence goes on."""
    line, plain = lines[index], lines[index].plain
    following = lines[index + 1].plain if index + 1 < len(lines) else ""
    after = seam(plain, following, seen), edges(plain, following)
    if index == 0:
        return ("joint", EDGE, 0, line.kind, "", False, "", "", *after)
    before = lines[index - 1]
    state = "o" if before.open else "e" if before.ended else "u"
    start = plain[0]
    lead = "，" if start in "，。、；：！？”）》" else "“" if start in "“《（" else "d" if start.isdigit() else "h"
    size = bucket(len(before.text), (6, 12, 16, 24, 40))
    fit = seam(before.plain, plain, seen), edges(before.plain, plain)
    return ("joint", state, size, line.kind, lead, line.blanks == 0, *fit, *after)


# For each group the combinations of its items (by position from 1) that make a feature.
_COMBINATIONS = {
    "own": "1 2 3 4 1-2 1-4 3-4 2-4 1-2-4",
    "detail": "2 1-2 3 1-3 1-4 5 1-5 6 7 1-7 1-8 1-9 1-10 5-6 1-11 1-12 13 1-13",
    "space": "2-3 2-4 1-2-3 1-2-4 2-3-4 2-5 1-2-5",
    "near": "1 2 4 5 2-3 3-4 2-3-4 1-2-3 3-4-5 1-2 4-5",
    "run": "2 3 2-3 1-2 1-3 1-2-3 1-4",
    "around": "2 3 1-2 1-3 2-3 4 5 1-4 1-5 4-5 6 1-6 2-4 3-4 7 1-7 1-2-7 8 1-8 1-6-8 1-5-6-8",
    "pattern": "1-2 1-2-3 2-3",
    "cohesion": "2 3 4 1-2 1-3 1-4 2-3 3-4 1-2-3 1-3-4",
    "same": "2 1-2 2-3 3",
    "place": "2 3 1-2 1-3",
    "joint": "1 1-2 1-3 1-4 1-3-4 1-2-3 1-5 1-3-5 6 1-6 1-2-6 1-3-6 7 1-7 1-3-7 8 3-8 9 3-9",
    "habit": "1-2 2-3 1-2-3 1-2-4 2-3-4 1-5 3-5 1-3-4-5",
    "kin": "2 3 1-2 1-3 1-2-3 4 5 4-5 1-4 1-5 1-4-5 6 1-6 4-6 5-6 7 1-7 7-8 1-7-8",
}
COMBINATIONS = {
    group: tuple(tuple(map(int, items.split("-"))) for items in text.split()) for group, text in _COMBINATIONS.items()
}


def expand(key: Key) -> list[str]:
    """The names of the features that a key stands for, as the weight tables list them."""
    group = str(key[0])
    return [
        f"{group}{combination}={'|'.join(str(key[item]) for item in combination)}"
        for combination in COMBINATIONS[group]
    ]
