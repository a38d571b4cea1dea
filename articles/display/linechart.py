"""Lines on a drawing: places in its own units, told by attributes of SVG; what they look like is the stylesheet's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from articles.display.trends import Line, Point

STEPS = 4
SHAPES = (  # one a line: circle, square, triangle, rhomb, cross, about its own place
    "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
    "M-4-4h8v8h-8z",
    "M0-5.5L5.5 4.5h-11z",
    "M0-6L5 0L0 6L-5 0z",
    "M-5-3L-3-5L0-2L3-5L5-3L2 0L5 3L3 5L0 2L-3 5L-5 3L-2 0z",
)


@dataclass(frozen=True)
class Frame:
    """A drawing and, within it, the field of the lines; labels: so many times are named, letters: of a word."""

    name: str
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    labels: int
    letters: int
    leading: int  # between the words at the ends


WIDE = Frame("wide", 1120, 400, 52, 936, 16, 352, 12, 10, 24)
NARROW = Frame("narrow", 360, 300, 36, 276, 12, 262, 4, 5, 20)


@dataclass(frozen=True)
class Mark:
    """A point of a line at its place."""

    x: float
    y: float
    point: Point


@dataclass(frozen=True)
class Drawn:
    """A line: its number (the look), path, marks, and its word at (x, y) beside its end."""

    number: int
    word: str
    full: str
    shape: str
    path: str
    marks: list[Mark]
    x: float
    y: float


@dataclass(frozen=True)
class Chart:
    """All of a drawing: lines, (y, figure) of the scale, (x, name) of the times."""

    frame: Frame
    lines: list[Drawn]
    scale: list[tuple[float, str]]
    times: list[tuple[float, str]]


def chart(lines: Sequence[Line], frame: Frame) -> Chart:
    """The lines in a frame; one that has no value anywhere is not drawn."""
    most = max((point.value for one in lines for point in one.points if point.value), default=0)
    top = _top(most)
    drawn = [
        (number, one, marks)
        for number, one in enumerate(lines, 1)
        if (marks := [mark for mark in _marks(one.points, frame, top) if mark.point.value is not None])
    ]
    ends = _parted([marks[-1].y for _, _, marks in drawn], frame)
    return Chart(
        frame,
        [_drawn(number, one, marks, y, frame) for (number, one, marks), y in zip(drawn, ends, strict=True)],
        [(_y(top * step / STEPS, frame, top), _figure(top * step / STEPS)) for step in range(STEPS + 1)],
        _times(lines[0].points if lines else (), frame),
    )


def _top(most: float) -> float:
    """The least round figure, divided by four as easily, that is not below the greatest value."""
    if most <= 0:
        return STEPS
    unit = 10 ** floor(log10(most / STEPS))
    steps = (step for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * unit * STEPS >= most)
    top = next(steps) * unit * STEPS
    return top if most < STEPS and most != int(most) else ceil(top / STEPS) * STEPS


def _figure(value: float) -> str:
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def _marks(points: Sequence[Point], frame: Frame, top: float) -> Iterable[Mark]:
    return (
        Mark(_x(place, len(points), frame), _y(point.value or 0, frame, top), point)
        for place, point in enumerate(points)
    )


def _x(place: int, count: int, frame: Frame) -> float:
    share = place / (count - 1) if count > 1 else 0.5
    return round(frame.left + share * (frame.right - frame.left), 1)


def _y(value: float, frame: Frame, top: float) -> float:
    return round(frame.bottom - value / top * (frame.bottom - frame.top), 1)


def _drawn(number: int, one: Line, marks: list[Mark], y: float, frame: Frame) -> Drawn:
    word = one.word if len(one.word) <= frame.letters else one.word[: frame.letters - 1] + "…"
    shape = SHAPES[(number - 1) % len(SHAPES)]
    return Drawn(number, word, one.word, shape, _path(one.points, marks), marks, frame.right + 14, y)


def _path(points: Sequence[Point], marks: Iterable[Mark]) -> str:
    """From mark to mark, lifted where nothing is held between two."""
    places = {id(point): place for place, point in enumerate(points)}
    path, before = "", -2
    for mark in marks:
        place = places[id(mark.point)]
        path += f"{'L' if place == before + 1 else 'M'}{mark.x} {mark.y}"
        before = place
    return path


def _parted(heights: Sequence[float], frame: Frame) -> list[float]:
    """The words' heights, moved as little as keeps them apart and on the drawing."""
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    placed: list[float] = []
    for place in order:
        placed.append(max(heights[place], placed[-1] + frame.leading if placed else frame.top))
    limit = float(frame.bottom)
    for place in range(len(placed) - 1, -1, -1):
        placed[place] = min(placed[place], limit)
        limit = placed[place] - frame.leading
    by_line = dict(zip(order, placed, strict=True))
    return [by_line[place] for place in range(len(heights))]


def _times(points: Sequence[Point], frame: Frame) -> list[tuple[float, str]]:
    """Names of as many times as there is room for, the last among them; of months their years, at January."""
    named = [(place, point.period) for place, point in enumerate(points)]
    if len(points) > 12 and not points[0].period.is_year:
        named = [(place, period) for place, period in named if period.key.endswith("-01")]
        return [(_x(place, len(points), frame), period.key[:4]) for place, period in named]
    step = -(-len(named) // frame.labels) or 1
    shown = named[::-1][::step][::-1]
    return [(_x(place, len(points), frame), period.short) for place, period in shown]
