"""What speaks for and against a stretch of lines being one whole article: features over all of its labels."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articles.reading import marks
from articles.reading.features import bucket
from articles.reading.lines import Line

LENGTHS = (60, 150, 300, 500, 800, 1300, 2000, 3500)
SECTIONS = (30, 80, 150, 250, 400, 700)
LIKENESS = (0.02, 0.04, 0.07, 0.11, 0.16)
MARKED = ("numbered", "bullet", "bracketed", "speaker", "dash", "box_label", "qa")


@dataclass(slots=True)
class _Part:
    """The text under one subhead, or the opening before the first."""

    heading: Line | None
    chars: int = 0
    paragraphs: int = 0
    signed: bool = False
    pairs: set[str] = field(default_factory=set)


def judge(lines: Sequence[Line], fields: Sequence[str]) -> list[str]:
    """The features of an article made of these lines with these fields (labels without the start mark)."""
    parts = _parts(lines, fields)
    headed = [part for part in parts if part.heading is not None]
    number, lead = min(len(headed), 5), _opens_with_dateline(lines, fields)
    found = [*_build_features(fields, parts, number, lead), f"ended={_ended(lines, fields)}"]
    found.append(f"datelines={int(lead)}{min(_closing_datelines(lines, fields), 2)}|{number > 0}")
    found += (f"late={name}|{number > 0}" for name in _late_marks(lines, fields))
    if headed:
        opening = parts[0].paragraphs if parts[0].heading is None else 0
        found.append(f"opening={min(opening, 4)}|{number}")
        found += (*_section_features(parts, headed, number), *_heading_features(headed, number))
    return found


def _build_features(fields: Sequence[str], parts: list[_Part], number: int, lead: bool) -> Iterator[str]:
    """Of what fields it is made, and how much text there is."""
    count = Counter(fields)
    paragraphs, size = sum(part.paragraphs for part in parts), bucket(sum(part.chars for part in parts), LENGTHS)
    build = f"{min(count['headline'], 2)}{'c' if count['caption'] else ''}{'p' if paragraphs else ''}"
    opening = "l" if lead else ""
    yield f"build={build}"
    yield f"build={build}|{fields[0]}|{len(fields) > 1}"
    yield f"news={opening}{'b' if count['byline'] else ''}|{number}"
    yield f"size={size}|{number}"
    yield f"size={size}|{opening}|{number > 0}"
    yield f"paragraphs={min(paragraphs, 7)}|{opening}|{number > 0}"
    yield f"stack={count['kicker']}{count['headline']}{count['subtitle']}{min(count['column'], 2)}"


def _opens_with_dateline(lines: Sequence[Line], fields: Sequence[str]) -> bool:
    first = next((line for line, name in zip(lines, fields, strict=True) if name == "paragraph"), None)
    return first is not None and first.lead is not None and first.lead.dateline is not None


def _closing_datelines(lines: Sequence[Line], fields: Sequence[str]) -> int:
    text = (line for line, name in zip(lines, fields, strict=True) if name in ("paragraph", "joined"))
    return sum(line.tail is not None and line.tail.dateline is not None for line in text)


def _section_features(parts: list[_Part], headed: list[_Part], number: int) -> Iterator[str]:
    sizes = [part.chars for part in headed]
    yield f"least={bucket(min(sizes), SECTIONS)}|{number}"
    yield f"most={bucket(max(sizes), SECTIONS)}|{number}"
    yield f"signed={_who_signs(parts)}|{number}"
    likeness = [_likeness(left, right) for left, right in zip(parts, parts[1:], strict=False)]
    if likeness:
        yield f"least-like={bisect_right(LIKENESS, min(likeness))}|{number > 1}"
        yield f"like={bisect_right(LIKENESS, sum(likeness) / len(likeness))}|{number > 1}"


def _who_signs(parts: list[_Part]) -> str:
    signed = sum(part.signed for part in parts)
    if signed in (0, len(parts)):
        return "all" if signed else "none"
    return "last" if parts[-1].signed and signed == 1 else "some"


def _heading_features(headed: list[_Part], number: int) -> Iterator[str]:
    headings = [part.heading for part in headed if part.heading is not None and part.heading.kind != "box_label"]
    if not headings:
        yield "heads=box"
        return
    marked = sum(line.kind in MARKED for line in headings)
    shape = "marked" if marked == len(headings) else "bare" if not marked else "mixed"
    lengths = [len(line.text) for line in headings]
    clauses = {len(line.plain.split()) for line in headings}
    yield f"heads={shape}|{number}"
    yield f"heads={shape}|{len(clauses) == 1}|{len(headings) > 1}"
    yield f"spread={bucket(max(lengths) - min(lengths), (1, 3, 6, 10, 15))}|{len(headings) > 1}|{shape}"
    yield f"longest={bucket(max(lengths), (8, 12, 16, 20, 26))}|{shape}"
    yield f"ends={len({line.plain[-1] in '？?！' for line in headings})}|{len(headings) > 1}"


def _parts(lines: Sequence[Line], fields: Sequence[str]) -> list[_Part]:
    parts: list[_Part] = []
    for line, name in zip(lines, fields, strict=True):
        if name == "heading":
            parts.append(_Part(line))
        elif name in ("paragraph", "joined", "resume"):
            if not parts:
                parts.append(_Part(None))
            part = parts[-1]
            part.chars += len(line.text)
            part.paragraphs += name != "joined"
            part.signed = line.tail is not None or (line.byline is not None and line.byline.bracketed)
            if len(part.pairs) < 600:
                part.pairs |= line.pairs
        elif name == "byline" and parts:
            parts[-1].signed = True
    return parts


def _likeness(left: _Part, right: _Part) -> float:
    smaller = min(len(left.pairs), len(right.pairs))
    return len(left.pairs & right.pairs) / smaller if smaller else 0.0


def _ended(lines: Sequence[Line], fields: Sequence[str]) -> str:
    """How the article's text closes."""
    for line, name in zip(reversed(lines), reversed(fields), strict=True):
        if name in ("byline", "continued_to", "credit", "caption"):
            return name
        if name in ("paragraph", "joined", "resume"):
            return "ended" if marks.SENTENCE_END_RE.search(line.plain) or line.ended else f"open{len(line.text) > 24}"
    return "empty"


def _late_marks(lines: Sequence[Line], fields: Sequence[str]) -> Iterator[str]:
    """Signs of another article's beginning that stand after this one's text has begun."""
    begun = False
    for line, name in zip(lines, fields, strict=True):
        if begun and name == "paragraph" and line.lead is not None:
            yield "dateline" if line.lead.dateline else "lead"
        if begun and name in ("headline", "kicker", "subtitle", "column", "deck"):
            yield name
        begun = begun or name in ("paragraph", "resume")
