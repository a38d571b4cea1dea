"""Whom a run of characters in a byline names: persons, institutions, persons with their office or unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from articles.reading.bylines import patterns
from articles.reading.bylines.context import Context, Setting, trust_in
from articles.reading.bylines.likeness import is_pen_name, is_plainly_name
from articles.reading.bylines.names import Trust, name_spans
from articles.reading.drafts import Span

LONGEST_INSTITUTION = 24


@dataclass(slots=True)
class Named:
    """One person or institution: places in the text; name None for 本报评论员, is_faint where hardly a name (晓东)."""

    name: Span | None
    role: Span | None = None
    affiliation: Span | None = None
    action: Span | None = None
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Characters between the words of the trade; action is the one right after them, or empty."""

    line: str
    place: Span
    context: Context
    setting: Setting
    action: str

    def named(self, name: Span) -> Named:
        """One name of the run, with the role, affiliation and label in force."""
        return Named(name, self.context.role, self.context.affiliation, self.context.label)


def signers_of(run: Run) -> list[Named]:
    """All that the run names, or nothing where it is not understood."""
    return next((found for kind in _KINDS if (found := kind(run))), [])


def _givers(run: Run) -> list[Named]:
    """Institutions that give a picture: 受访企业供图, 图源：江州图书馆."""
    context = run.context
    label = run.line[slice(*context.label)] if context.label and context.is_labelled(run.line) else ""
    is_persons = context.is_waiting and (context.role or context.affiliation)
    if is_persons or not patterns.GIVING_RE.search(label or run.action):
        return []
    parts = [Span(*match.span()) for match in patterns.NAME_SEGMENT_RE.finditer(run.line, *run.place)]
    if all(_is_institution(run.line, part) for part in parts):
        return [Named(part, action=context.label) for part in parts]
    return []


def _is_institution(line: str, part: Span) -> bool:
    length = part.end - part.start
    return 2 < length <= LONGEST_INSTITUTION and bool(patterns.INSTITUTION_RE.search(line, *part))


def _persons(run: Run) -> list[Named]:
    trust = trust_in(run.line, run.context, run.setting, run.action)
    return [run.named(span) for span in name_spans(run.line, *run.place, trust) or []]


def _holders(run: Run) -> list[Named]:
    """A name after an office not in the tables, before an action or in brackets: 枫桥社区党总支书记刘珍讲述."""
    if run.context.role or run.context.label:
        return []
    match = None
    if patterns.TELLING_RE.search(run.action):
        match = patterns.OFFICE_AND_NAME_RE.fullmatch(run.line, *run.place)
    elif run.setting.is_bracketed:
        match = patterns.CALLING_AND_NAME_RE.fullmatch(run.line, *run.place)
    trust = Trust.LOOSE if match and " " in match["name"] else Trust.KNOWN
    if match is None or not name_spans(run.line, *match.span("name"), trust):
        return []
    return [Named(Span(*match.span("name")), Span(*match.span("role")), run.context.affiliation, run.context.label)]


def _called(run: Run) -> list[Named]:
    """A spread name after a calling, where they do not look like two names: 理财师 盛 淼, 三连指导员 路 人."""
    if run.context.is_waiting or run.context.label:
        return []
    match = patterns.CALLING_AND_NAME_RE.fullmatch(run.line, *run.place)
    if match is None or is_plainly_name(match["role"]) or " " not in match["name"]:
        return []
    return [Named(Span(*match.span("name")), Span(*match.span("role")), is_faint=not run.setting.is_bracketed)]


def _is_person(name: str) -> bool:
    return " " in name or is_plainly_name(name) or bool(patterns.POLITE_NAME_RE.fullmatch(name))


def _correspondents(run: Run) -> list[Named]:
    """A name after place or unit, a blank between: `松涧县上窑村农民 路青`."""
    match = None if run.context.label else patterns.UNIT_AND_NAME_RE.fullmatch(run.line, *run.place)
    if match is None or not _is_person(match["name"]):
        return []
    role = Span(*match.span("role")) if match["role"] else None
    return [Named(Span(*match.span("name")), role, Span(*match.span("unit")), is_faint=True)]


def _senders(run: Run) -> list[Named]:
    """Names after the unit they write from, in brackets: （青螺镇供电所李国欣）."""
    if not run.setting.is_bracketed or run.context.role or run.context.affiliation:
        return []
    start, end = run.place
    for cut in reversed([match.end() for match in patterns.UNIT_END_RE.finditer(run.line, start + 2, end)]):
        spans = name_spans(run.line, cut, end, Trust.KNOWN)
        if spans and all(is_plainly_name(run.line[slice(*span)]) for span in spans):
            return [Named(span, None, Span(start, cut), run.context.label) for span in spans]
    return []


def _pens(run: Run) -> list[Named]:
    """A pen name without a surname, alone in brackets: （晓东）."""
    if not run.setting.is_bracketed or run.context.is_waiting or not is_pen_name(run.line[slice(*run.place)]):
        return []
    return [Named(run.place, is_faint=True)]


_KINDS: Sequence[Callable[[Run], list[Named]]] = (
    _givers,
    _correspondents,
    _called,
    _persons,
    _holders,
    _senders,
    _pens,
)
