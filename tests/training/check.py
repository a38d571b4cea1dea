"""Checks of a generated page: every character in one label, every string of the truth on the page."""

from __future__ import annotations

from typing import Any

from tests.training.layout import Label

FIELDS = (
    "column",
    "kicker",
    "headline",
    "subtitle",
    "deck_label",
    "deck",
    "byline",
    "continued_from",
    "continued_to",
    "heading",
    "paragraph",
    "joined",
    "resume",
    "caption",
    "credit",
    "furniture",
)


def squeeze(text: str) -> str:
    """Without white space."""
    return "".join(text.split())


def problems(text: str, truth: dict[str, Any], labels: list[Label]) -> list[str]:
    """What is wrong with a page; an empty list where it is sound."""
    return [*_cover(text, labels), *_lines(text, labels), *_found(text, truth), *_tally(truth, labels)]


def _cover(text: str, labels: list[Label]) -> list[str]:
    counts = [0] * len(text)
    for start, end, name, _ in labels:
        if name not in FIELDS:
            return [f"unknown field {name}"]
        for position in range(start, end):
            counts[position] += 1
    return [
        f"character {i} ({text[i]!r}) stands in {counts[i]} labels"
        for i in range(len(text))
        if not text[i].isspace() and counts[i] != 1
    ][:5]


def _lines(text: str, labels: list[Label]) -> list[str]:
    """One label a non-blank line, in text order."""
    starts = [start for start, _, _, _ in labels]
    lines = [line for line in text.split("\n") if line.strip()]
    wrong = [] if len(lines) == len(labels) else [f"{len(lines)} lines, {len(labels)} labels"]
    wrong += [
        f"label text differs: {line!r}"
        for line, (a, b, _, _) in zip(lines, labels, strict=False)
        if line.strip() != text[a:b]
    ][:3]
    return wrong + ([] if starts == sorted(starts) else ["labels out of order"])


def strings(truth: dict[str, Any]) -> list[str]:
    """Every string of the truth that must stand on the page."""
    found: list[str | None] = list(truth["furniture"])
    for article in truth["articles"]:
        found += [
            article[key] for key in ("headline", "kicker", "subtitle", "column", "continued_from", "continued_to")
        ] + article["deck"]
        found += list((article["dateline"] or {}).values())
        for section in article["sections"]:
            found += [section["heading"], *section["paragraphs"]]
        for figure in article["figures"]:
            found += (figure["caption"] or "").split("\n")
        people = article["bylines"] + [one for figure in article["figures"] for one in figure["credits"]]
        found += [one[key] for one in people for key in ("name", "role", "affiliation")]
    return [text for text in found if text]


def _found(text: str, truth: dict[str, Any]) -> list[str]:
    page = squeeze(text)
    return [f"not on the page: {value!r}" for value in strings(truth) if squeeze(value) not in page][:5]


def _tally(truth: dict[str, Any], labels: list[Label]) -> list[str]:
    """Paragraphs and headings of the truth, counted against the labels."""
    sections = [section for article in truth["articles"] for section in article["sections"]]
    paragraphs = sum(len(section["paragraphs"]) for section in sections)
    headings = sum(section["heading"] is not None for section in sections)
    names = [name for _, _, name, _ in labels]
    wrong = [] if paragraphs == names.count("paragraph") + names.count("resume") else ["paragraphs do not tally"]
    return wrong + ([] if headings == names.count("heading") else ["headings do not tally"])
