"""How a piece is signed at its end: a bracket on its own line, bare names in the last paragraph."""

from __future__ import annotations

from random import Random

from tests.training.chance import odds
from tests.training.signing import Cast, Signed, all_credits, groups, inline_text, line_text, names_text
from tests.training.story import credit
from tests.training.style import Style


def bracket(rng: Random, style: Style, cast: Cast) -> Signed:
    """（本报记者 何 勇）, （记者 邵小静 通讯员 项小静）, （何勇 申志林）, （本报记者何勇整理）."""
    form = odds(rng, "names 20 plain 20 action 20 inline 20 line 20")
    if form == "names":
        return bare(style, cast, brackets=True)
    if form == "action":
        action = rng.choice(("整理", "采访整理", "综合报道", "摄影报道"))
        names = cast.some(cast.reporters, 3)
        text = f"（本报记者{names_text(names, '、', style.pad)}{action}）"
        return Signed(text, [credit(name, "记者", "本报", action) for name in names])
    parts = groups(rng, style, cast)
    for group in parts:
        group.affiliation = None if form == "plain" else group.affiliation
    if form == "inline":
        text = " ".join((group.affiliation or "") + inline_text([group], style) for group in parts)
        return Signed(f"（{text}）", all_credits(parts))
    return Signed(f"（{line_text(parts, style)}）", all_credits(parts))


def bare(style: Style, cast: Cast, *, brackets: bool = False) -> Signed:
    """Names without office."""
    names = cast.some(cast.reporters + cast.correspondents)
    text = names_text(names, style.name_gap, style.pad)
    return Signed(f"（{text}）" if brackets else text, [credit(name) for name in names])
