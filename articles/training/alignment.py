"""Which label each printed line of a page has, by the page's truth (JSON in the reading schema)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from articles.reading.labels import START
from articles.reading.lines import Line

Truth = dict[str, Any]
BRACKETS = "（）()【】［］[]〖〗《》"
TITLES = ("column", "kicker", "headline", "subtitle")


def squeeze(text: str | None) -> str:
    """The text without white space, for comparing print and truth."""
    return "".join((text or "").split())


@dataclass(slots=True)
class _Piece:
    """A text of the truth that is still to be found in print: its label, and how much of it has been found."""

    label: str
    text: str
    found: int = 0


@dataclass(slots=True)
class _Story:
    """What one article of the truth still expects to find."""

    pieces: list[_Piece]
    byline_names: frozenset[str]
    credit_names: frozenset[str]
    marks: frozenset[str]
    names_told: bool
    going: _Piece | None = None
    begun: bool = field(default=False)


def labels_from_truth(lines: list[Line], truth: Truth) -> list[str | None]:
    """One label a line, None where the truth does not tell; START marks the first line of each article."""
    stories = [_story(article) for article in truth["articles"]]
    furniture = [squeeze(line) for line in truth.get("furniture") or []]
    labels: list[str | None] = []
    current = 0
    for line in lines:
        text = squeeze(line.text)
        if text in furniture:
            furniture.remove(text)
            labels.append("furniture")
            continue
        current, label = _place(line, text, stories, current)
        if label is not None and not stories[current].begun:
            stories[current].begun = True
            label = START + label
        labels.append(label)
    return labels


def _place(line: Line, text: str, stories: list[_Story], current: int) -> tuple[int, str | None]:
    """The article that a line belongs to and its label there: the current article first, then the next ones."""
    order = list(range(current, min(current + 4, len(stories))))
    if order and not _expects_text(stories[current]) and len(order) > 1:
        order = [*order[1:2], current, *order[2:]]
    for number in order:
        if label := _take(line, text, stories[number]):
            return number, label
    for number in sorted(order)[:2]:
        if label := _signature(line, text, stories[number]) or _title_part(text, stories[number]):
            return number, label
    return current, _unnamed(line) if order and stories[current].names_told else None


def _expects_text(story: _Story) -> bool:
    return any(piece.found < len(piece.text) for piece in story.pieces)


def _take(line: Line, text: str, story: _Story) -> str | None:
    if story.going is not None and _continues(text, story.going):
        return "joined"
    for piece in story.pieces:
        # A dateline on its own line is not the beginning of another dispatch: 本报讯.
        if not piece.found and (line.kind != "closing" or piece.text == text) and _begins(text, piece):
            story.going = piece
            return piece.label
    return _by_mark(line, text, story)


def _by_mark(line: Line, text: str, story: _Story) -> str | None:
    if line.kind in ("from", "to") and any(mark in text for mark in story.marks):
        return "continued_from" if line.kind == "from" else "continued_to"
    if line.kind == "deck_label" and any(piece.label == "deck" and not piece.found for piece in story.pieces):
        return "deck_label"
    return None


def _signature(line: Line, text: str, story: _Story) -> str | None:
    """Whether a line names people of the article: its writers, or its photographers."""
    names = [squeeze(credit.name) for credit in line.byline.credits] if line.byline else []
    is_credit = line.byline is not None and line.byline.kind == "credit"
    if (
        names
        and all(name in story.credit_names for name in names)
        and (is_credit or not all(name in story.byline_names for name in names))
    ):
        return "credit"
    if any(len(name) > 1 and name in text for name in story.byline_names):
        return "byline"
    return "credit" if any(len(name) > 1 and name in text for name in story.credit_names) else None


def _title_part(text: str, story: _Story) -> str | None:
    """A title of several lines is one value in the truth."""
    for piece in story.pieces:
        if piece.label in TITLES and len(text) > 1 and piece.text.startswith(text, piece.found):
            _found(piece, piece.found + len(text))
            return piece.label
    return None


def _unnamed(line: Line) -> str | None:
    """A signature without a person: 本报评论员, 资料图片, a closing dateline."""
    if line.byline is None:
        return None
    return line.byline.kind


def _begins(text: str, piece: _Piece) -> bool:
    """Whether a line is (the first part of) a piece; behind a caption or headline, round a label, more may stand."""
    if piece.label in ("caption", "headline") and text.startswith(piece.text) and len(text) < len(piece.text) + 60:
        return _found(piece, len(piece.text))
    if piece.label == "column" and text.strip(BRACKETS) == piece.text.strip(BRACKETS):
        return _found(piece, len(piece.text))
    if piece.label in ("paragraph", "resume", "deck", "caption") and piece.text.startswith(text):
        return _found(piece, len(text))
    if piece.label in ("paragraph", "resume") and text.startswith(piece.text):
        return _found(piece, len(piece.text))
    if (
        piece.label in ("paragraph", "resume")
        and text[-8:]
        and "转" in text[-8:]
        and piece.text.startswith(text[:-9] or "\0")
    ):
        return _found(piece, len(text))
    return text == piece.text and _found(piece, len(text))


def _continues(text: str, piece: _Piece) -> bool:
    rest = piece.text[piece.found :]
    if rest and (rest.startswith(text) or text.startswith(rest)):
        piece.found += len(text)
        return True
    return False


def _found(piece: _Piece, length: int) -> bool:
    piece.found = length
    return True


def _story(article: Truth) -> _Story:
    pieces = [_Piece(label, squeeze(text)) for label, text in _texts(article) if squeeze(text)]
    credits = [credit for figure in article.get("figures") or [] for credit in figure.get("credits") or []]
    return _Story(
        pieces,
        _names(article.get("bylines") or []),
        _names(credits),
        frozenset(squeeze(article[key]) for key in ("continued_from", "continued_to") if article.get(key)),
        "bylines" in article,
    )


def _names(credits: list[dict[str, str | None]]) -> frozenset[str]:
    return frozenset(squeeze(credit["name"]) for credit in credits if credit.get("name"))


def _texts(article: Truth) -> Iterator[tuple[str, str | None]]:
    yield from ((label, article.get(label)) for label in TITLES)
    yield from (("deck", text) for text in article.get("deck") or [])
    for number, section in enumerate(article.get("sections") or []):
        if section.get("heading"):
            yield "heading", section["heading"]
        for position, text in enumerate(section.get("paragraphs") or []):
            yield ("resume" if number and not position and not section.get("heading") else "paragraph"), text
    for figure in article.get("figures") or []:
        yield from (("caption", text) for text in (figure.get("caption") or "").split("\n"))
