"""The printer: stories and furniture -> the page's text, its truth and a label a line, made in one pass."""

from __future__ import annotations

from functools import lru_cache
from random import Random
from typing import Any, NamedTuple

from opencc import OpenCC

from tests.training.chance import chance
from tests.training.story import LONG, Line, Piece, Story, assemble
from tests.training.style import HALF, HONG_KONG_QUOTES, Style

CLOSERS = "。！？”）…；：」』》"
FORBIDDEN = "，。、；：？！”）》」』…·%％"
Label = tuple[int, int, str, int | None]


class Printed(NamedTuple):
    """A page as printed: text, truth, labels."""

    text: str
    truth: dict[str, Any]
    labels: list[Label]


def print_page(rng: Random, style: Style, stories: list[Story], head: list[Line], foot: list[Line]) -> Printed:
    """Break columns, cut the end, pass all text through the page's style, and join the lines."""
    for story in stories:
        story.lines = [piece for line in story.lines for piece in broken(rng, style, line)]
    if style.truncated and not foot:
        truncate(rng, stories[-1])
    pages = [(None, head), *enumerate(story.lines for story in stories), (None, foot)]
    for _, lines in pages:
        for line in lines:
            line.change(lambda text: dress(text, style))
    text, labels = _join(rng, style, pages)
    truth = {
        "articles": [assemble(story.lines) for story in stories],
        "furniture": [line.kept("furniture") for _, lines in pages for line in lines if line.label == "furniture"],
    }
    return Printed(text, truth, labels)


def broken(rng: Random, style: Style, line: Line) -> list[Line]:
    """A paragraph, or its halves where a column break cuts it."""
    if (
        line.label not in ("paragraph", "resume")
        or line.whole
        or len(line.text) < 45
        or len(line.pieces) > 3
        or (line.dateline and len(line.pieces) > 1)
    ):
        return [line]
    share = style.breaks * (1.3 if len(line.text) > 120 else 0.6)
    if not chance(rng, share):
        return [line]
    at = break_point(rng, line.pieces[0].text, line.solid)
    if at is None:
        return [line]
    first, rest = line.pieces[0].text[:at], line.pieces[0].text[at:]
    second = Line("joined", [Piece(rest, "joined"), *line.pieces[1:]], cut=line.cut)
    second.credits, second.value = (line.credits, line.value) if len(line.pieces) > 1 else ([], None)
    for piece in second.pieces[1:]:
        piece.field = "joined" if piece.field == line.label else piece.field
    line.pieces, line.cut = [Piece(first, line.label)], False
    if second.credits and line.dateline is None:
        line.credits = []
    if second.value:
        line.value = None
    if len(rest) > 150 and chance(rng, 0.12) and (again := break_point(rng, rest)):
        third = Line(
            "joined",
            [Piece(rest[again:], "joined"), *second.pieces[1:]],
            cut=second.cut,
            credits=second.credits,
            value=second.value,
        )
        second.pieces, second.cut, second.credits, second.value = [Piece(rest[:again], "joined")], False, [], None
        return [line, second, third]
    return [line, second]


def break_point(rng: Random, text: str, solid: int = 0) -> int | None:
    """Where a column ends inside the text: a third of them early, some late; never after a closing mark or in a number."""
    low, high = (8, min(40, len(text) - 4)) if chance(rng, 0.38) else (30, len(text) - 4)
    if chance(rng, 0.12):
        low = max(12, len(text) - 16)
    for _ in range(12):
        at = rng.randrange(low, max(low + 1, high))
        if at >= len(text) - 2 or at < solid + 4:
            continue
        before, after = text[at - 1], text[at]
        within = (before.isascii() and before.isalnum() or before in ".%") and (
            after.isascii() and after.isalnum() or after in ".%"
        )
        if (
            before not in CLOSERS
            and after not in FORBIDDEN
            and before not in "“（《「『‘"
            and not within
            and not after.isspace()
            and not before.isspace()
        ):
            return at
    return None


def truncate(rng: Random, story: Story) -> None:
    """Stop the last article in mid-sentence, as where a page's text was cut off."""
    for index in range(len(story.lines) - 1, -1, -1):
        line = story.lines[index]
        if (
            line.label in ("paragraph", "joined", "resume")
            and not line.whole
            and len(line.text) > line.solid + 30
            and len(line.pieces) == 1
        ):
            text = line.text
            at = rng.randrange(line.solid + 12, len(text) - 3)
            if text[at - 1] in CLOSERS:
                at -= 1
            line.pieces[0].text = text[:at].rstrip(CLOSERS + " ")
            line.cut = True
            del story.lines[index + 1 :]
            return


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("s2hk")


@lru_cache(maxsize=4096)
def traditional(text: str) -> str:
    """Hong Kong characters and corner quotes."""
    return str(_converter().convert(text)).translate(HONG_KONG_QUOTES)


def dress(text: str, style: Style) -> str:
    """A string as this page prints it."""
    if style.traditional:
        text = traditional(text)
    return text.translate(HALF) if style.half else text


def _join(rng: Random, style: Style, pages: list[tuple[int | None, list[Line]]]) -> tuple[str, list[Label]]:
    parts: list[str] = ["\n" * style.lead_newlines]
    labels: list[Label] = []
    position = style.lead_newlines
    for index, lines in pages:
        for number, line in enumerate(lines):
            space = "" if not labels else "\n" * (1 + _gap(style, line, lines[number - 1] if number else None))
            indent = style.indent if line.label in ("paragraph", "resume") and not line.whole else ""
            text = line.text
            start = position + len(space) + len(indent) + len(text) - len(text.lstrip())
            labels.append((start, start + len(text.strip()), line.label, None if line.label == "furniture" else index))
            parts += [space, indent, text]
            position += len(space) + len(indent) + len(text)
    end = "" if style.truncated or chance(rng, 0.3) else "\n" * rng.choice((1, 1, 2))
    return "".join(parts) + end, labels


HEADS = ("column", "kicker", "headline", "subtitle", "byline", "deck_label")


def _gap(style: Style, line: Line, before: Line | None) -> int:
    """Blank lines before a line; `before` is the line of the same article above it."""
    if line.tight or before and style.tight_heads and {before.label, line.label} <= set(HEADS):
        return 0
    if before and style.tight_text and before.label in LONG and line.label in LONG:
        return 0
    if line.gap is not None:
        return line.gap
    return style.article_gap if before is None and style.article_gap is not None else style.gap
