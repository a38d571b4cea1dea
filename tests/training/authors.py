"""Signatures other than the staff's own line: authors, commentators, writer and photographer, correspondents abroad."""

from __future__ import annotations

from random import Random

from tests.training.chance import chance, odds
from tests.training.people import foreigner, padded, pen_name, person
from tests.training.signing import Cast, Group, Signed, all_credits, line_text, names_text
from tests.training.story import credit
from tests.training.style import Style
from tests.training.wordlists import lists

PLACES = lists("places")
MARKS = ("{}",) * 20 + ("□ {}",) * 3 + ("□{}",) * 3 + ("■ {}", "■{}", "○{}", "◎ {}", "◇{}", "●{}", "作者：{}")
OFFICES = ("心理咨询师", "特约撰稿人", "律师", "专栏作家", "教师", "特约评论员", "医生", "编辑", "读者")


def author(rng: Random, style: Style, cast: Cast) -> Signed:
    """A bare name, as essays are signed: 林鹤汀; □ 沈半夏; 作者：梁小石."""
    if chance(rng, 0.06):
        return with_office(rng, style)
    name = foreigner(rng) if chance(rng, 0.012) else pen_name(rng)
    return Signed(rng.choice(MARKS).format(padded(name, style.pad)), [credit(name)])


def with_office(rng: Random, style: Style) -> Signed:
    """心理咨询师 沐 阳; （特约评论员 何勇）."""
    role, name = rng.choice(OFFICES), person(rng)
    text = f"{role} {padded(name, style.pad)}"
    return Signed(f"（{text}）" if chance(rng, 0.3) else text, [credit(name, role)])


def authors(rng: Random, style: Style, cast: Cast) -> Signed:
    """Two bare names: 袁小媛 卢小枫."""
    names = [person(rng) for _ in range(rng.choice((2, 2, 2, 2, 3)))]
    return Signed(names_text(names, style.name_gap, style.pad), [credit(name) for name in names])


def commentator(rng: Random, style: Style, cast: Cast) -> Signed:
    """本报评论员; 本报特约评论员 何勇."""
    if chance(rng, 0.6):
        return Signed("本报评论员", [credit(None, "评论员", "本报")])
    role, name = rng.choice(("评论员", "特约评论员", "评论员")), person(rng)
    return Signed(f"本报{role} {padded(name, style.pad)}", [credit(name, role, "本报")])


def abroad(rng: Random, style: Style, cast: Cast) -> Signed:
    """本报驻埃及记者 曲 翔; 本报特派记者 何勇."""
    where = rng.choice(PLACES["countries"] + PLACES["foreign cities"] + PLACES["cities"][:8])
    role = odds(rng, "驻{}记者 80 特派记者 10 驻{}特派记者 10").format(where)
    group = Group(cast.some(cast.reporters), role, "本报")
    return Signed(line_text([group], style), all_credits([group]))


def station(rng: Random, style: Style, cast: Cast) -> Signed:
    """本报鹤坪记者站 周砚秋 通讯员 麦 田: the station stands for an office."""
    office = rng.choice(("本报{}记者站", "本报{}记者站", "{}分社", "本报{}分社")).format(
        rng.choice(PLACES["counties"] + PLACES["cities"])
    )
    name = rng.choice(cast.reporters)
    text, credits = f"{office} {padded(name, style.pad)}", [credit(name, None, office)]
    if chance(rng, 0.5):
        group = Group(cast.some(cast.correspondents), "通讯员")
        text, credits = f"{text} {line_text([group], style)}", credits + group.credits()
    return Signed(text, credits)


def agency(rng: Random, style: Style, cast: Cast) -> Signed:
    """新华社记者 方小喆 徐小昱."""
    group = Group(cast.some(cast.agency), "记者", odds(rng, "新华社 90 中新社 5 中新网 5"))
    return Signed(line_text([group], style), all_credits([group]))


def text_and_picture(rng: Random, style: Style, cast: Cast) -> Signed:
    """Writer and photographer on one line, or one person for both."""
    maker = rng.choice((two_offices, slashed, both, both, glued_actions, told_by))
    return maker(
        rng, style, padded(rng.choice(cast.reporters), style.pad), padded(rng.choice(cast.photographers), style.pad)
    )


def _name(shown: str) -> str:
    return "".join(shown.split())


def two_offices(rng: Random, style: Style, writer: str, taker: str) -> Signed:
    """文：何詠詩 圖：譚卓楠."""
    left, right = rng.choice(
        (("文", "图"), ("文", "摄"), ("撰文", "摄影"), ("采写", "摄影"), ("文字", "图片"), ("整理", "图"))
    )
    text = f"{left}：{writer}{rng.choice((' ', '　', '　　', ' '))}{right}：{taker}"
    return Signed(text, [credit(_name(writer), action=left), credit(_name(taker), action=right)])


def slashed(rng: Random, style: Style, writer: str, taker: str) -> Signed:
    """记者 詹 扬/文 卓 然/摄: the second role is implied."""
    last = rng.choice(("摄", "图"))
    people = [credit(_name(writer), "记者", action="文"), credit(_name(taker), "记者", action=last)]
    return Signed(f"记者 {writer}/文 {taker}/{last}", people)


def both(rng: Random, style: Style, writer: str, taker: str) -> Signed:
    """上官云帆 文/摄; 文/图 记者 何勇."""
    role, action = (
        rng.choice((None, "记者", "记者", "通讯员")),
        rng.choice(("文/摄", "文/图", "文并摄", "摄影报道", "图/文")),
    )
    who = f"{role} {writer}" if role else writer
    text = f"{action} {who}" if "/" in action and chance(rng, 0.4) else f"{who} {action}"
    return Signed(text, [credit(_name(writer), role, action=action)])


def glued_actions(rng: Random, style: Style, writer: str, taker: str) -> Signed:
    """本报记者 沈小敏文 雷 鸣摄."""
    people = [credit(_name(writer), "记者", "本报", "文"), credit(_name(taker), "记者", "本报", "摄")]
    return Signed(f"本报记者 {writer}文 {taker}摄", people)


def told_by(rng: Random, style: Style, writer: str, taker: str) -> Signed:
    """口述：X 整理：Y."""
    left, right = rng.choice((("口述", "整理"), ("讲述", "采访"), ("口述", "记录")))
    text = f"{left}：{taker}{rng.choice((' ', '　'))}{right}：{writer}"
    return Signed(text, [credit(_name(taker), action=left), credit(_name(writer), action=right)])
