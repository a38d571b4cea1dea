"""Byline lines of a paper's own staff, in every printed form, with what they mean; and how often each paper uses each."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.training import authors
from tests.training.chance import chance, odds, weighted
from tests.training.signing import Cast, Group, Signed, all_credits, groups, line_text, names_text
from tests.training.story import credit
from tests.training.style import Style

Maker = Callable[[Random, Style, Cast], Signed]


def staff(rng: Random, style: Style, cast: Cast) -> Signed:
    """本报记者 何 勇 通讯员 申志林."""
    parts = groups(rng, style, cast)
    return Signed(line_text(parts, style), all_credits(parts))


def _unaffiliated(parts: list[Group]) -> list[Group]:
    for group in parts:
        group.affiliation = None
    return parts


def plain(rng: Random, style: Style, cast: Cast) -> Signed:
    """记者 何 勇 通讯员 申志林, without 本报; sometimes closed by 报道."""
    parts = _unaffiliated(groups(rng, style, cast))
    if chance(rng, 0.88):
        return Signed(line_text(parts, style), all_credits(parts))
    action = rng.choice(("报道", "文", "采写", "综合报道"))
    return Signed(f"{line_text(parts, style)}{rng.choice((' ', ''))}{action}", all_credits(parts, action))


def glued(rng: Random, style: Style, cast: Cast) -> Signed:
    """本报记者邹宁宋一舟; 记者余建通讯员计立: no separators at all."""
    parts = groups(rng, style, cast)
    parts = _unaffiliated(parts) if chance(rng, 0.5) else parts
    text = rng.choice(("", " ")).join(
        (group.affiliation or "") + (group.role or "") + "".join(group.names) for group in parts
    )
    return Signed(text, all_credits(parts))


def marked(rng: Random, style: Style, cast: Cast) -> Signed:
    """■记者 詹 扬 通讯员 和顺心; □ 本报记者 张小驰　　□ 本报见习记者 范恒."""
    mark = rng.choice("■□◎●◆○") + rng.choice(("", " "))
    parts = groups(rng, style, cast)
    parts = _unaffiliated(parts) if chance(rng, 0.5) else parts
    text = (
        "　　".join(mark + line_text([group], style) for group in parts)
        if chance(rng, 0.2)
        else mark + line_text(parts, style)
    )
    return Signed(text, all_credits(parts))


def bracketed(rng: Random, style: Style, cast: Cast) -> Signed:
    """[江南时报记者 赵小珵 李小萌]; （本报记者 何 勇）."""
    left, right = rng.choice(("[]", "（）", "【】", "（）"))
    parts = groups(rng, style, cast)
    if chance(rng, 0.2):
        for group in parts:
            group.affiliation = style.paper if group.affiliation else None
    return Signed(f"{left}{line_text(parts, style)}{right}", all_credits(parts))


def colon(rng: Random, style: Style, cast: Cast) -> Signed:
    """记者：王小怿、李小涛; 文、视频｜记者 孙小牧; 采写：本报记者 何勇."""
    names = cast.some(cast.reporters)
    joined = names_text(names, rng.choice(("、", " ")), style.pad)
    form = odds(rng, "记者： 50 采写：本报记者 17 文｜记者 17 撰文｜记者 16")
    action = None if form == "记者：" else form.split("：")[0].split("｜")[0]
    affiliation = "本报" if "本报" in form else None
    return Signed(
        f"{form}{'' if form == '记者：' else ' '}{joined}",
        [credit(name, "记者", affiliation, action) for name in names],
    )


def paper_reporter(rng: Random, style: Style, cast: Cast) -> Signed:
    """江州日报记者 何勇; 晚报记者 邹宁; 《生活报》记者张楠."""
    outlet = rng.choice((style.paper, "晚报", "本报", f"《{style.paper}》", f"{style.paper[0]}报"))
    role = "全媒体记者" if outlet == "本报" else "记者"
    names = cast.some(cast.reporters)
    text = f"{outlet}{role}{style.role_gap}{names_text(names, style.name_gap, style.pad)}"
    return Signed(text, [credit(name, role, outlet) for name in names])


DAILY: tuple[tuple[Maker, float], ...] = (
    (staff, 60.0),
    (plain, 8.0),
    (glued, 3.0),
    (marked, 4.0),
    (authors.abroad, 2.0),
    (authors.station, 3.0),
    (authors.authors, 2.0),
    (authors.text_and_picture, 2.0),
    (bracketed, 2.0),
    (paper_reporter, 2.0),
)
CITY: tuple[tuple[Maker, float], ...] = (
    (staff, 20.0),
    (plain, 35.0),
    (glued, 9.0),
    (marked, 12.0),
    (authors.authors, 4.0),
    (authors.text_and_picture, 10.0),
    (bracketed, 4.0),
    (colon, 4.0),
    (paper_reporter, 4.0),
)
NATIONAL: tuple[tuple[Maker, float], ...] = (
    (staff, 78.0),
    (authors.abroad, 10.0),
    (authors.agency, 6.0),
    (authors.authors, 3.0),
    (authors.author, 3.0),
)
MAKERS = {"daily": DAILY, "city": CITY, "national": NATIONAL}


def draw(rng: Random, style: Style, cast: Cast, paper: str) -> Signed:
    """A byline line in a form of that kind of paper: daily, city, national."""
    return weighted(rng, MAKERS[paper])(rng, style, cast)
