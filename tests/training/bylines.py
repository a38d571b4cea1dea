"""Byline lines under a headline or at the foot of a piece, in every printed form, with what they mean."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.training.chance import chance, weighted
from tests.training.people import foreigner, padded, pen_name, person
from tests.training.signing import Cast, Group, Signed, all_credits, groups, inline_text, line_text, names_text
from tests.training.story import credit
from tests.training.style import Style
from tests.training.wordlists import lists

PLACES = lists("places")
Maker = Callable[[Random, Style, Cast], Signed]


def staff(rng: Random, style: Style, cast: Cast) -> Signed:
    """本报记者 何 勇 通讯员 申志林."""
    parts = groups(rng, style, cast)
    return Signed(line_text(parts, style), all_credits(parts))


def plain(rng: Random, style: Style, cast: Cast) -> Signed:
    """记者 何 勇 通讯员 申志林, without 本报; sometimes closed by 报道."""
    parts = groups(rng, style, cast)
    for group in parts:
        group.affiliation = None
    if chance(rng, 0.12):
        word = rng.choice(("报道", "文", "采写", "综合报道"))
        return Signed(f"{line_text(parts, style)}{rng.choice((' ', ''))}{word}", all_credits(parts, word))
    return Signed(line_text(parts, style), all_credits(parts))


def glued(rng: Random, style: Style, cast: Cast) -> Signed:
    """本报记者邹宁宋一舟; 记者余建通讯员计立: no separators at all."""
    parts = groups(rng, style, cast)
    if chance(rng, 0.5):
        for group in parts:
            group.affiliation = None
    joint = rng.choice(("", " "))
    text = joint.join((group.affiliation or "") + (group.role or "") + "".join(group.names) for group in parts)
    return Signed(text, all_credits(parts))


def marked(rng: Random, style: Style, cast: Cast) -> Signed:
    """■记者 詹 扬 通讯员 和顺心; □ 本报记者 张小驰　　□ 本报见习记者 范恒; ◎文/记者 何勇."""
    mark, gap = rng.choice("■□◎●◆○"), rng.choice(("", " "))
    parts = groups(rng, style, cast)
    if chance(rng, 0.5):
        for group in parts:
            group.affiliation = None
    if chance(rng, 0.2):
        return Signed("　　".join(f"{mark}{gap}{line_text([group], style)}" for group in parts), all_credits(parts))
    return Signed(f"{mark}{gap}{line_text(parts, style)}", all_credits(parts))


def abroad(rng: Random, style: Style, cast: Cast) -> Signed:
    """本报驻埃及记者 曲 翔; 本报赴南极特派记者 何勇."""
    where = rng.choice(PLACES["countries"] + PLACES["foreign cities"] + PLACES["cities"][:8])
    role = weighted(rng, ((f"驻{where}记者", 80.0), ("特派记者", 10.0), (f"驻{where}特派记者", 10.0)))
    group = Group(cast.some(cast.reporters), role, "本报")
    return Signed(line_text([group], style), all_credits([group]))


def station(rng: Random, style: Style, cast: Cast) -> Signed:
    """本报鹤坪记者站 周砚秋 通讯员 麦 田."""
    place = rng.choice(PLACES["counties"] + PLACES["cities"])
    form = rng.choice(("本报{}记者站", "本报{}记者站", "{}分社", "本报{}分社"))
    parts = [Group(cast.some(cast.reporters, 1), None, form.format(place))]
    if chance(rng, 0.5):
        parts.append(Group(cast.some(cast.correspondents), "通讯员"))
    text = " ".join(
        line_text([group], style).replace(group.affiliation or "", (group.affiliation or "") + " ", 1)
        if group.affiliation and not style.role_gap
        else line_text([group], style)
        for group in parts
    )
    return Signed(text, all_credits(parts))


def agency(rng: Random, style: Style, cast: Cast) -> Signed:
    """新华社记者 方小喆、徐小昱."""
    group = Group(cast.some(cast.agency), "记者", weighted(rng, (("新华社", 90.0), ("中新社", 5.0), ("中新网", 5.0))))
    return Signed(line_text([group], style), all_credits([group]))


def author(rng: Random, style: Style, cast: Cast) -> Signed:
    """A bare name, as essays are signed: 林鹤汀; □ 沈半夏; 作者：梁小石."""
    if chance(rng, 0.06):
        return _with_office(rng, style)
    name = foreigner(rng) if chance(rng, 0.012) else pen_name(rng)
    shown = padded(name, style.pad)
    form = weighted(
        rng,
        (
            ("{}", 60.0),
            ("□ {}", 9.0),
            ("□{}", 9.0),
            ("■ {}", 4.0),
            ("○{}", 3.0),
            ("◎ {}", 3.0),
            ("作者：{}", 3.0),
            ("◇{}", 2.0),
            ("●{}", 2.0),
        ),
    )
    return Signed(form.format(shown), [credit(name)])


def _with_office(rng: Random, style: Style) -> Signed:
    """心理咨询师 沐 阳; （特约评论员 何勇）."""
    role = rng.choice(("心理咨询师", "特约撰稿人", "律师", "专栏作家", "教师", "特约评论员", "医生", "编辑", "读者"))
    name = person(rng)
    text = f"{role} {padded(name, style.pad)}"
    return Signed(f"（{text}）" if chance(rng, 0.3) else text, [credit(name, role)])


def authors(rng: Random, style: Style, cast: Cast) -> Signed:
    """Two bare names: 袁小媛 卢小枫."""
    names = [person(rng) for _ in range(weighted(rng, ((2, 80.0), (3, 20.0))))]
    return Signed(names_text(names, style.name_gap, style.pad), [credit(name) for name in names])


def text_and_picture(rng: Random, style: Style, cast: Cast) -> Signed:
    """文：何詠詩 圖：譚卓楠; 记者 詹 扬/文 卓 然/摄; 上官云帆 文/摄; 文/图 记者 何勇."""
    writer, taker = rng.choice(cast.reporters), rng.choice(cast.photographers)

    def show(name: str) -> str:
        return padded(name, style.pad)

    form = rng.randrange(6)
    if form == 0:
        left, right = rng.choice(
            (("文", "图"), ("文", "摄"), ("撰文", "摄影"), ("采写", "摄影"), ("文字", "图片"), ("整理", "图"))
        )
        joint = rng.choice((" ", "　", "　　", " "))
        return Signed(
            f"{left}：{show(writer)}{joint}{right}：{show(taker)}",
            [credit(writer, action=left), credit(taker, action=right)],
        )
    if form == 1:
        text = f"记者 {show(writer)}/文 {show(taker)}/{rng.choice(('摄', '图'))}"
        return Signed(text, [credit(writer, "记者", action="文"), credit(taker, "记者", action=text[-1])])
    if form == 2:
        action, role = rng.choice(("文/摄", "文/图", "文并摄", "摄影报道")), rng.choice((None, "记者", "通讯员"))
        text = f"{role + ' ' if role else ''}{show(writer)} {action}"
        return Signed(text, [credit(writer, role, action=action)])
    if form == 3:
        action, role = rng.choice(("文/图", "文/摄", "图/文")), rng.choice((None, "记者", "记者"))
        text = f"{action} {role + ' ' if role else ''}{show(writer)}"
        return Signed(text, [credit(writer, role, action=action)])
    if form == 4:
        text = f"本报记者 {show(writer)}文{style.credit_gap or ' '}{show(taker)}摄"
        return Signed(text, [credit(writer, "记者", "本报", "文"), credit(taker, "记者", "本报", "摄")])
    left, right = rng.choice((("口述", "整理"), ("讲述", "采访"), ("口述", "记录")))
    return Signed(
        f"{left}：{show(taker)}{rng.choice((' ', '　'))}{right}：{show(writer)}",
        [credit(taker, action=left), credit(writer, action=right)],
    )


def commentator(rng: Random, style: Style, cast: Cast) -> Signed:
    """本报评论员; 本报特约评论员 何勇."""
    if chance(rng, 0.6):
        return Signed("本报评论员", [credit(None, "评论员", "本报")])
    role = rng.choice(("评论员", "特约评论员", "评论员"))
    name = person(rng)
    return Signed(f"本报{role} {padded(name, style.pad)}", [credit(name, role, "本报")])


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
    if chance(rng, 0.5):
        return Signed(f"记者：{joined}", [credit(name, "记者") for name in names])
    action, sign = rng.choice((("采写", "："), ("文", "｜"), ("文", "|"), ("撰文", "｜")))
    return Signed(
        f"{action}{sign}{'本报' if sign == '：' else ''}记者 {joined}",
        [credit(name, "记者", "本报" if sign == "：" else None, action) for name in names],
    )


def paper_reporter(rng: Random, style: Style, cast: Cast) -> Signed:
    """江州日报记者 何勇; 晚报记者 邹宁; 《生活报》记者张楠."""
    outlet = rng.choice((style.paper, "晚报", "本报全媒体", f"《{style.paper}》", "江报"))
    affiliation, role = ("本报", "全媒体记者") if outlet == "本报全媒体" else (outlet, "记者")
    names = cast.some(cast.reporters)
    return Signed(
        f"{affiliation}{role}{style.role_gap}{names_text(names, style.name_gap, style.pad)}",
        [credit(name, role, affiliation) for name in names],
    )


DAILY: tuple[tuple[Maker, float], ...] = (
    (staff, 60.0),
    (plain, 8.0),
    (glued, 3.0),
    (marked, 4.0),
    (abroad, 2.0),
    (station, 3.0),
    (authors, 2.0),
    (text_and_picture, 2.0),
    (bracketed, 2.0),
    (paper_reporter, 2.0),
)
CITY: tuple[tuple[Maker, float], ...] = (
    (staff, 20.0),
    (plain, 35.0),
    (glued, 9.0),
    (marked, 12.0),
    (authors, 4.0),
    (text_and_picture, 10.0),
    (bracketed, 4.0),
    (colon, 4.0),
    (paper_reporter, 4.0),
)
NATIONAL: tuple[tuple[Maker, float], ...] = (
    (staff, 78.0),
    (abroad, 10.0),
    (agency, 6.0),
    (authors, 3.0),
    (author, 3.0),
)


def tail_bracket(rng: Random, style: Style, cast: Cast) -> Signed:
    """A closing bracket on its own line: （本报记者 何 勇）, （记者 邵小静 通讯员 项小静）, （何勇 申志林）."""
    parts = groups(rng, style, cast)
    form = rng.randrange(5)
    if form == 0:
        names = cast.some(cast.reporters)
        return Signed(f"（{names_text(names, style.name_gap, style.pad)}）", [credit(name) for name in names])
    if form == 1:
        for group in parts:
            group.affiliation = None
        return Signed(f"（{line_text(parts, style)}）", all_credits(parts))
    if form == 2:
        action = rng.choice(("整理", "采访整理", "综合报道", "摄影报道"))
        names = cast.some(cast.reporters, 3)
        return Signed(
            f"（本报记者{names_text(names, '、', style.pad)}{action}）",
            [credit(name, "记者", "本报", action) for name in names],
        )
    if form == 3:
        text = " ".join(("本报" if group.affiliation else "") + inline_text([group], style) for group in parts)
        return Signed(f"（{text}）", all_credits(parts))
    return Signed(f"（{line_text(parts, style)}）", all_credits(parts))


def draw(rng: Random, style: Style, cast: Cast, makers: tuple[tuple[Maker, float], ...]) -> Signed:
    """A byline line by one of the makers."""
    return weighted(rng, makers)(rng, style, cast)
