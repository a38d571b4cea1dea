"""A byline's plain text as tokens: roles, affiliations, actions, signs, and the characters between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.reading.bylines.patterns import (
    ACTION_RE,
    AFFILIATION_RE,
    GLUED_ACTION_RE,
    GLUED_AFFILIATION_RE,
    GLUED_ROLE_RE,
    LETTER,
    ROLE_RE,
    TEXT_OPENING_RE,
)
from articles.reading.bylines.surnames import COMPOUND_SURNAMES, ELEMENTS

_SIGNS = "(?P<blank> +)|(?P<sep>[、，；&＆]+)|(?P<slash>[/|])|(?P<colon>：)|(?P<mark>[■□◎◆●▲◇○▪★☆►▶])"
_LAST = f"(?P<opening>{TEXT_OPENING_RE.pattern})|(?P<text>{LETTER})|(?P<other>.)"


def _alternatives(role: re.Pattern[str], affiliation: re.Pattern[str], action: re.Pattern[str]) -> re.Pattern[str]:
    kinds = f"(?P<affiliation>{affiliation.pattern})|(?P<role>{role.pattern})|(?P<action>{action.pattern})"
    return re.compile(f"{_SIGNS}|{kinds}|{_LAST}", re.DOTALL)


# Signs that close a byline even after a name of two characters: 张滨作.
SURELY_ACTIONS = frozenset("绘作摘")

# Where a word may begin, and inside a run of characters, where fewer words are looked for.
_FREE_RE = _alternatives(ROLE_RE, AFFILIATION_RE, ACTION_RE)
_GLUED_RE = _alternatives(GLUED_ROLE_RE, GLUED_AFFILIATION_RE, GLUED_ACTION_RE)


class Token(NamedTuple):
    """kind is one of the group names above; a run of name characters, their blanks and 、 between is one `text`."""

    kind: str
    start: int
    end: int


def tokenise(line: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of line[start:end]; the last one is `other` or `opening` where running text begins."""
    return list(_runs(_scan(line, start, len(line) if end is None else end)))


def _scan(line: str, at: int, end: int) -> Iterator[Token]:
    # How many characters of a run stand before `at`, and how many lone ones before that run.
    run = lone = 0
    after_role = False
    while at < end:
        match = (_GLUED_RE if run or after_role else _FREE_RE).match(line, at, end)
        if match is None or match.lastgroup is None:
            return
        kind = match.lastgroup
        if kind == "action" and match.end() - at == 1:
            after_surname = not run and line[max(at - 3, 0) : at].rstrip() in COMPOUND_SURNAMES
            if after_surname or _is_in_name(line[max(at - 1, 0) : at + 1], run, lone):
                kind = "text"
        yield Token(kind, at, match.end())
        if kind in ("other", "opening"):
            return
        at = match.end()
        after_role = kind == "role" or (after_role and kind in ("blank", "colon", "slash"))
        if kind == "text":
            run += 1
        else:
            lone = lone + 1 if kind == "blank" and run == 1 else 0
            run = 0


def _is_in_name(signs: str, run: int, lone: int) -> bool:
    """Whether the last of two signs (文, 图 …) belongs to a name: 罗艾文 after two others, 阮 文 after a lone one."""
    sign = signs[-1]
    if sign == "摄" or signs in ELEMENTS:
        return sign != "摄"
    padded = lone % 2 == 1
    if not run:
        return padded
    return run < (2 if sign in SURELY_ACTIONS else 3) and not (padded and run == 1)


def _runs(tokens: Iterator[Token]) -> Iterator[Token]:
    """Single characters put together into runs, with the blanks and separators between (not around) them."""
    start = end = -1
    held: list[Token] = []
    for token in tokens:
        if token.kind == "text":
            start, end, held = (token.start if start < 0 else start), token.end, []
        elif start >= 0 and token.kind in ("blank", "sep"):
            held.append(token)
        else:
            if start >= 0:
                yield Token("text", start, end)
                yield from held
            start, held = -1, []
            yield token
    if start >= 0:
        yield Token("text", start, end)
        yield from held
