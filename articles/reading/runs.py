"""Runs of short lines and of running text: where a line stands among its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from articles.reading import marks
from articles.reading.lines import Line

# A letter a kind of line, so that a run of short lines can be written as a word.
_KINDS = (
    "bare=b names=n byline=Y signed=S credit=C closing=D from=F to=T deck_label=K box_label=X furniture=f date=f "
    "masthead=m note=N bracketed=B bullet=* numbered=1 dash=- speaker=s row=r qa=q sentence=e source=N salutation=h "
    "pointer=p parenthesis=( pen_name=a title=t called=N"
)
LETTERS = dict(pair.split("=") for pair in _KINDS.split())


@dataclass(slots=True)
class Run:
    """A stretch of lines of one build (short ones, or running text) with what stands before and after it."""

    first: int
    last: int
    is_short: bool
    signature: str = ""
    next_opening: str = "$"
    before: int | None = None
    length_before: int = 0
    length_after: int = 0
    lines_after: int = 0
    # Empty lines above it, or for running text above the short lines that head it.
    gap: int = 0
    # The mark at the end of the text that follows, and the kind of line that comes after that text.
    tail_after: str = "$"
    beyond: str = "$"


def runs_of(lines: list[Line]) -> list[Run]:
    """For each line its run; lines of one run share the object."""
    runs = _cut(lines)
    for number, run in enumerate(runs):
        _look_around(
            run, runs[number - 1] if number else None, runs[number + 1] if number + 1 < len(runs) else None, lines
        )
    return [run for run in runs for _ in range(run.first, run.last + 1)]


def is_text(line: Line) -> bool:
    """Whether a line is running text rather than one of the short lines that stand between texts."""
    return (
        line.is_long
        or line.kind in ("lead", "bylead", "qa", "ended", "unended")
        or (line.kind == "pointer" and line.ended)
    )


def _cut(lines: list[Line]) -> list[Run]:
    runs: list[Run] = []
    for index, line in enumerate(lines):
        short = not is_text(line)
        if runs and runs[-1].is_short == short:
            runs[-1].last = index
        else:
            runs.append(Run(index, index, short))
    return runs


def _look_around(run: Run, before: Run | None, after: Run | None, lines: list[Line]) -> None:
    run.gap = min(lines[run.first].blanks, 3) if run.is_short or before is None else before.gap
    run.before = before.last if before is not None else None
    if run.is_short:
        _look_around_short_lines(run, before, after, lines)
        return
    if after is not None:
        run.next_opening = LETTERS.get(lines[after.first].kind, "?")
        run.length_after = _count(after)
    run.length_before = _count(before) if before is not None else 0


def _look_around_short_lines(run: Run, before: Run | None, after: Run | None, lines: list[Line]) -> None:
    """Lengths are those of the texts around, in characters; of texts, those of the short lines around, in lines."""
    run.signature = "".join(LETTERS.get(line.kind, "?") for line in lines[run.first : run.last + 1][:6])
    run.length_before = _size(before, lines) if before is not None else 0
    if after is not None:
        run.next_opening = opening(lines[after.first])
        run.length_after, run.lines_after = _size(after, lines), _count(after)
        run.tail_after = tail_mark(lines[after.last])
        if after.last + 1 < len(lines):
            run.beyond = LETTERS.get(lines[after.last + 1].kind, "?")


def _count(run: Run) -> int:
    return run.last - run.first + 1


def _size(run: Run, lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines[run.first : run.last + 1])


def tail_mark(line: Line) -> str:
    """What signs a paragraph at its end: names or a credit (sure or not), a closing dateline."""
    if line.tail is None:
        return ""
    return f"{line.tail.kind}{'+' if line.tail.sure else '-'}{'d' if line.tail.dateline else ''}"


def opening(line: Line) -> str:
    """How a paragraph opens: the sign of a news lead, of a caption, of a time, a quotation ..."""
    if line.kind in ("lead", "bylead", "pointer", "qa", "numbered", "bullet", "row"):
        return line.kind
    if marks.CAPTION_RE.search(line.plain) and len(line.plain) < 260:
        return "caption"
    if marks.TIME_OPENING_RE.search(line.plain):
        return "time"
    if line.plain[0] == "“":
        return "quote"
    return "text" if len(line.plain) > 60 else "brief"
