"""One article being set: printed lines with their fields, from which text and truth are both made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Credit = dict[str, str | None]
DATELINE = ("agency", "place", "date")
LONG = ("paragraph", "joined", "resume")  # labels of running text


def credit(
    name: str | None, role: str | None = None, affiliation: str | None = None, action: str | None = None
) -> Credit:
    """A person named by a byline or a credit, in the form of the schema."""
    return {"name": name, "role": role, "affiliation": affiliation, "action": action}


@dataclass
class Piece:
    """A stretch of a line that is one field; what is not kept (brackets, marks) is printed and left out of the value."""

    text: str
    field: str
    kept: bool = True


@dataclass
class Line:
    """A printed line: its label, its pieces, and what it tells the truth beyond its own text."""

    label: str
    pieces: list[Piece]
    tight: bool = False  # in the same block as the line before
    gap: int | None = None  # blank lines before it, where the page's own habit does not hold
    credits: list[Credit] = field(default_factory=list)
    figure: int | None = None
    dateline: tuple[str | None, str | None, str | None] | None = None
    value: str | None = None  # the page that a 上接 or 下转 mark names
    cut: bool = False  # the sentence stops here: end of page or a 下转 mark
    solid: int = 0  # characters at its head (a dateline with names) that nothing may cut
    whole: bool = False  # a paragraph that no column break may cut (list rows, verse)

    @property
    def text(self) -> str:
        """The line as printed, before page style."""
        return "".join(piece.text for piece in self.pieces)

    def kept(self, name: str) -> str:
        """What of the line belongs to the field."""
        return "".join(piece.text for piece in self.pieces if piece.field == name and piece.kept).strip()

    def change(self, turn: Callable[[str], str]) -> None:
        """Pass every string of the line through a page style; a value is turned as it was turned in the line."""
        before = self.text
        for piece in self.pieces:
            piece.text = turn(piece.text)
        after = self.text
        solid = [
            place for place, sign in enumerate(before) if not sign.isspace()
        ]  # padding inside names does not count
        squeezed = "".join(before[place] for place in solid)

        def value(text: str | None) -> str | None:
            at = squeezed.find(text) if text and len(after) == len(before) else -1
            return (
                "".join(after[place] for place in solid[at : at + len(text)])
                if text and at >= 0
                else text and turn(text)
            )

        self.value = value(self.value)
        self.credits = [{key: value(text) for key, text in one.items()} for one in self.credits]
        if self.dateline:
            agency, place, date = map(value, self.dateline)
            self.dateline = (agency, place, date)


@dataclass
class Story:
    """An article as a list of lines in printed order."""

    lines: list[Line] = field(default_factory=list)
    figures: int = 0

    def add(self, label: str, text: str, **more: Any) -> Line:
        """Append a line of one piece."""
        return self.put(Line(label, [Piece(text, label)], **more))

    def put(self, line: Line) -> Line:
        """Append a line."""
        self.lines.append(line)
        return line

    def figure(self, lines: list[Line]) -> None:
        """Append the lines of one picture (caption and credits, in printed order)."""
        for line in lines:
            line.figure = self.figures
            self.put(line)
        self.figures += 1

    def truth(self) -> dict[str, Any]:
        """The article in the form of the schema."""
        return assemble(self.lines)


def blank() -> dict[str, Any]:
    """The truth of an article of which nothing is printed."""
    heads: dict[str, Any] = dict.fromkeys(("headline", "kicker", "subtitle", "column"))
    return {
        **heads,
        "deck": [],
        "dateline": None,
        "bylines": [],
        "sections": [],
        "figures": [],
        "continued_from": None,
        "continued_to": None,
        "truncated": False,
    }


def assemble(lines: list[Line]) -> dict[str, Any]:
    """Lines in printed order -> the article of the schema."""
    article = blank()
    figures: dict[int, dict[str, Any]] = {}
    for line in lines:
        _heads(article, line)
        _text(article, line)
        _marks(article, line)
        if line.figure is not None:
            _figure(figures.setdefault(line.figure, {"caption": None, "credits": []}), line)
        else:
            _bylines(article["bylines"], line.credits)
    article["figures"] = list(figures.values())
    return article


def _heads(article: dict[str, Any], line: Line) -> None:
    for name in ("headline", "kicker", "subtitle", "column"):
        if value := line.kept(name):
            article[name] = value
    if deck := line.kept("deck"):
        article["deck"].append(deck)


def _text(article: dict[str, Any], line: Line) -> None:
    sections = article["sections"]
    if line.label == "heading":
        sections.append({"heading": line.kept("heading"), "paragraphs": []})
    elif line.label == "joined":
        sections[-1]["paragraphs"][-1] += line.kept("joined")
    elif line.label in ("paragraph", "resume"):
        if not sections or line.label == "resume":
            sections.append({"heading": None, "paragraphs": []})
        sections[-1]["paragraphs"].append(line.kept(line.label))


def _marks(article: dict[str, Any], line: Line) -> None:
    if line.dateline and not article["dateline"]:
        article["dateline"] = dict(zip(DATELINE, line.dateline, strict=True))
    for name in ("continued_from", "continued_to"):
        if line.value and any(piece.field == name for piece in line.pieces):
            article[name] = line.value
    article["truncated"] = article["truncated"] or line.cut


def _figure(figure: dict[str, Any], line: Line) -> None:
    if caption := line.kept("caption"):
        figure["caption"] = f"{figure['caption']}\n{caption}" if figure["caption"] else caption
    figure["credits"] += line.credits


def _bylines(bylines: list[Credit], credits: list[Credit]) -> None:
    known = [(one["name"], one["name"] is None and one["role"]) for one in bylines]
    bylines += [one for one in credits if (one["name"], one["name"] is None and one["role"]) not in known]
