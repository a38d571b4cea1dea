"""When a figure was so: the time named last before it, if that is told of the figure too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

RANK = "位次"
SENTENCE_END = "。！？；\n"
Stretch = tuple[int, int]
NOTHING: Stretch = (0, 0)
PERIOD_RE = re.compile(
    r"截至?至?[^，。；]{0,12}?[年月日底末前]|(?:19|20)\d{2}年(?:上半年|下半年|前\S{1,2}季度|第?[一二三四]季度|(?:\d{1,2}(?:至|-|—))?\d{1,2}月(?:份|\d{1,2}日)?|底|末)?"
    r"|(?:去年|今年|当年|明年|前年|上年)(?:上半年|下半年|前\S{1,2}季度|第?[一二三四]季度|(?:\d{1,2}(?:至|-|—))?\d{1,2}月(?:份|\d{1,2}日)?|底|末|同期)?"
    r"|(?:\d{1,2}(?:至|-|—))?\d{1,2}月(?:份|\d{1,2}日)?|上半年|下半年|前\S{1,2}季度|[一二三四]季度|前\d{1,2}个月|每[年天月日周人户季亩吨]|年均|日均|月均|人均|当[天日月]|目前|近[一二两三四五六七八九十\d]{1,3}年来?"
)
_CLAUSE_END = SENTENCE_END + "，：,;:"
# What is told of each of them is told of what stands in its clause.
_EACH = ("每", "年均", "日均", "月均", "人均")
# Before the time where it begins its clause: 到2027年，
_OPENING = "到至自从在截于"
_COMPARED = tuple("较比与同和于")


class Placed(Protocol):
    """What is known of a figure: where it stands, and its unit."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def unit(self) -> str: ...


class Read(Placed, Protocol):
    """A figure read before, with what it measures."""

    @property
    def what(self) -> str: ...


def period_of(text: str, opening: int, end: int, goes_on: bool, before: Sequence[Read]) -> Stretch:
    """The time named last before the figure in its sentence; goes_on: the figure is a rate of the one before it."""
    last = NOTHING
    clause = after_last(_CLAUSE_END, text, opening, end)
    for match in PERIOD_RE.finditer(text, opening, end):
        is_told = goes_on or match.start() >= clause or not _belongs(text, match, opening, before)
        if is_told and text[match.start() - 1 : match.start()] not in _COMPARED:
            last = match.span()
    return last


def _belongs(text: str, time: re.Match[str], opening: int, before: Sequence[Read]) -> bool:
    """Whether a time tells only of words of its own clause: 2021年出台的办法, 2023年度示范单位, 每天的供水能力."""
    start = after_last(_CLAUSE_END, text, opening, time.start())
    stops = [at for sign in _CLAUSE_END if (at := text.find(sign, time.end())) >= 0]
    end = min([*stops, len(text)])
    if end == time.end():
        return False
    if time[0].startswith(_EACH):
        return True
    if not text[start : time.start()].strip(_OPENING):
        return False
    told = any(time.end() <= one.start < end and one.unit != RANK for one in before)
    return not told and (text.startswith("度", time.end()) or "的" in text[time.end() : end])


def after_last(signs: str, text: str, start: int, end: int) -> int:
    """Where what follows the last of the signs in text[start:end] begins; at the start where none stands there."""
    return max(start, *(text.rfind(sign, start, end) + 1 for sign in signs))
