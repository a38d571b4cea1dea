"""What stands before a run of characters in a byline, and how far it says that the run is names."""

from __future__ import annotations

from dataclasses import dataclass, replace

from articles.reading.bylines.names import Trust
from articles.reading.bylines.patterns import CALLER_RE, GIVEN_BY_RE, STATION_RE
from articles.reading.drafts import Span


@dataclass(frozen=True, slots=True)
class Context:
    """Role, affiliation and label in force, as places in the plain text; a label is an action before its names (文：).

    is_waiting: no name has followed the last of them; is_fresh: no role has followed the affiliation;
    has_gap, is_firm: a blank, a colon or slash stands after the last of them.
    """

    role: Span | None = None
    affiliation: Span | None = None
    label: Span | None = None
    is_waiting: bool = False
    is_fresh: bool = False
    has_gap: bool = False
    is_firm: bool = False

    def with_affiliation(self, place: Span) -> Context:
        """After 本报."""
        return Context(None, place, self.label, is_waiting=True, is_fresh=True)

    def with_role(self, place: Span) -> Context:
        """After 记者: 本报 printed with another role is not for this one."""
        return Context(place, self.affiliation if self.is_fresh else None, self.label, is_waiting=True)

    def with_label(self, place: Span) -> Context:
        """After 摄影：, which opens something new."""
        return Context(label=place, is_waiting=True)

    def with_sign(self, *, firm: bool) -> Context:
        """After a blank, a separator, a colon or a slash."""
        return replace(self, has_gap=True, is_firm=self.is_firm or firm)

    def with_names(self) -> Context:
        """After names: all stays in force for further names."""
        return Context(self.role, self.affiliation, self.label)

    def is_labelled(self, line: str) -> bool:
        """Whether a label surely announces who did it: 供图：, 图/, 供图 with a blank."""
        return self.label is not None and (self.is_firm or bool(GIVEN_BY_RE.fullmatch(line, *self.label)))


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole byline: in brackets, behind ■, before running text; signs counts its roles and actions."""

    is_bracketed: bool = False
    is_marked: bool = False
    is_cautious: bool = False
    signs: int = 0


def trust_in(line: str, context: Context, setting: Setting, action: str) -> Trust:
    """How readily a run is taken for names: after a role and a blank any, alone only what can't well be a word."""
    if context.role:
        return min(_trust_after_role(line, context, setting), Trust.KNOWN if setting.is_cautious else Trust.LOOSE)
    if context.label:
        return Trust.LOOSE if context.is_firm else Trust.LIKELY
    if context.affiliation:
        is_station = context.has_gap and STATION_RE.fullmatch(line, *context.affiliation)
        return Trust.LOOSE if is_station else Trust.KNOWN
    if action or setting.signs:
        return Trust.LOOSE if action == "摄" else Trust.KNOWN
    return Trust.LIKELY if setting.is_bracketed or setting.is_marked else Trust.BARE


def _trust_after_role(line: str, context: Context, setting: Setting) -> Trust:
    is_apart = context.has_gap or setting.is_bracketed
    if context.role and CALLER_RE.fullmatch(line, *context.role):
        return Trust.LIKELY if is_apart else Trust.BARE
    if is_apart or context.affiliation:
        return Trust.LOOSE
    return Trust.KNOWN if setting.signs > 1 else Trust.LIKELY
