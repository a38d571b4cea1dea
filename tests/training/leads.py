"""Openings of news: 本报讯, 本报X月X日电, 新华社…电, with and without reporters; and closing datelines."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from random import Random

from tests.training.chance import chance, weighted
from tests.training.signing import Cast, Group, groups, inline_credits, inline_text, names_text
from tests.training.story import Credit, credit
from tests.training.style import Style, month_day
from tests.training.wordlists import lists

PLACES = lists("places")


@dataclass
class Lead:
    """What is printed before the first words of a dispatch, and what it means."""

    text: str = ""
    dateline: tuple[str | None, str | None, str | None] | None = None
    credits: list[Credit] = field(default_factory=list)


def bracket(rng: Random, style: Style, cast: Cast, *, most: int = 3) -> tuple[str, list[Credit]]:
    """（记者徐坊 通讯员吴昊）, rarely with 本报 or a bare correspondent."""
    parts = groups(rng, style, cast, most=most)
    if chance(rng, 0.05):
        name = rng.choice(cast.correspondents)
        return f"（{name}）", [credit(name)]
    if chance(rng, 0.06):
        outlet = rng.choice(("本报", style.paper))
        parts = [Group(parts[0].names, parts[0].role)]
        return f"（{outlet}{inline_text(parts, style)}）", [credit(n, parts[0].role, outlet) for n in parts[0].names]
    return f"（{inline_text(parts, style)}）", inline_credits(parts)


def unbracketed(rng: Random, style: Style, cast: Cast) -> tuple[str, list[Credit]]:
    """记者徐小颢报道  ; 记者杭宁 通讯员白玛央金报道 ."""
    parts = groups(rng, style, cast, most=2)
    gap = rng.choice((" ", "", " "))
    action = rng.choice(("报道", "报道", "报道", "摄影报道"))
    return f"{inline_text(parts, style)}{gap if chance(rng, 0.5) else ''}{action}", inline_credits(parts, action)


def local(rng: Random, style: Style, cast: Cast) -> Lead:
    """本报讯, 晚报讯, X在线消息: news of one's own town."""
    agency, word = weighted(rng, _local_words(style))
    if style.traditional:
        return _hong_kong(rng, style, cast)
    head, line = agency + word, (agency, None, None)
    form = weighted(rng, (("bracket", 72.0), ("none", 14.0), ("open", 60.0 if style.han_digits else 12.0)))
    if form == "bracket":
        text, credits = bracket(rng, style, cast)
        return Lead(f"{head}{style.dateline_gap}{text}{style.after_bracket}", line, credits)
    if form == "open":
        text, credits = unbracketed(rng, style, cast)
        after = rng.choice(("  ", " ", "：" if text.endswith("报道") else " "))
        return Lead(f"{head} {text}{after}", line, credits)
    return Lead(f"{head}{rng.choice((' ', '　', ' '))}", line)


def _local_words(style: Style) -> tuple[tuple[tuple[str, str], float], ...]:
    evening = 55.0 if style.genre == "evening" else 2.0
    online = 3.0 if style.modern else 0.0
    city = style.paper[:2]
    return (
        (("本报", "讯"), 80.0),
        (("晚报", "讯"), evening),
        ((style.paper, "讯"), 2.0),
        (("导报", "讯"), 1.0),
        (("本报", "综合消息"), 1.5),
        ((f"{city}在线", "消息"), online),
        ((f"{city}新闻网", "讯"), online),
    )


def _hong_kong(rng: Random, style: Style, cast: Cast) -> Lead:
    name, role = rng.choice(cast.reporters), rng.choice(("記者", "記者", "特派記者", "見習記者"))
    word = rng.choice(("本報訊", "本報訊", "本報專訊", "專訊"))
    agency = "本報" if word.startswith("本報") else None
    line = (agency, None, None) if agency else None
    form = rng.randrange(5)
    if form == 0:
        return Lead(f"【{word}】", line)
    if form == 1:
        return Lead(f"【{word}】（{role} {name}）", line, [credit(name, role)])
    if form == 2:
        return Lead(f"【本報{role}{name}報道】", None, [credit(name, role, "本報", "報道")])
    if form == 3 and agency:
        return Lead(f"（{word}）", line)
    return Lead(f"【{word}】{role} {name} 報道：", line, [credit(name, role, None, "報道")])


def dated(rng: Random, style: Style, cast: Cast, place: str | None = None) -> Lead:
    """本报湖州1月8日电(记者徐坊 通讯员吴昊); 本报北京1月31日讯."""
    where = place or rng.choice(PLACES["counties"] + PLACES["cities"] + PLACES["capitals"])
    day = month_day(style.yesterday, style)
    agency = weighted(rng, (("本报", 96.0), (style.paper, 4.0)))
    shown = where if chance(rng, 0.96) else ""
    word = weighted(rng, (("电", 78.0), ("讯", 20.0), ("专电", 2.0)))
    head = f"{agency}{shown}{day}{word}"
    line = (agency, shown or None, day)
    if chance(rng, 0.1):
        return Lead(head + rng.choice((" ", "　")), line)
    if style.han_digits and chance(rng, 0.4) or chance(rng, 0.05):
        text, credits = unbracketed(rng, style, cast)
        return Lead(f"{head} {text}：", line, credits)
    text, credits = bracket(rng, style, cast)
    return Lead(f"{head}{style.dateline_gap}{text}{style.after_bracket}", line, credits)


def wire(rng: Random, style: Style, cast: Cast, place: str | None = None) -> Lead:
    """新华社北京1月31日电 （记者吴令仪）; 据新华社电; 中新社…."""
    where = place or rng.choice(PLACES["capitals"][:12] + ("北京",) * 12)
    agency = weighted(rng, (("新华社", 92.0), ("中新社", 4.0), ("中新网", 4.0)))
    day = month_day(style.yesterday - datetime.timedelta(days=rng.choice((0, 0, 0, 1))), style)
    after = "據" if style.traditional else "据"
    before = after if chance(rng, 0.45) else ""
    bare = chance(rng, 0.08)
    head = f"{before}{agency}电" if bare else f"{before}{agency}{where}{day}电"
    line = (agency, None, None) if bare else (agency, where, day)
    if chance(rng, 0.4):
        return Lead(head + rng.choice((" ", "　", " ")), line)
    names = cast.some(cast.agency, 3)
    gap = " " if style.inline_role_gap and chance(rng, 0.5) else ""
    text = f"（记者{gap}{names_text(names, rng.choice(('、', '、', ' ')), '')}）"
    return Lead(
        f"{head}{style.dateline_gap}{text}{style.after_bracket}", line, [credit(name, "记者") for name in names]
    )


def bare_wire(rng: Random, style: Style, title: str) -> Lead:
    """新华社江州10月16日电 题：… alone on a line, above 新华社记者."""
    where = rng.choice(PLACES["capitals"] + PLACES["cities"])
    day = month_day(style.yesterday, style)
    return Lead(f"新华社{where}{day}电　题：{title}".replace("　", rng.choice((" ", "　"))), ("新华社", where, day))


def closing(rng: Random, style: Style, cast: Cast) -> Lead:
    """（新华社北京1月31日电）, （本报莫斯科2月3日电）, （据新华社北京5月11日电 记者纪云澈、左丘明珠）."""
    agency = weighted(rng, (("新华社", 55.0), ("本报", 45.0)))
    where = rng.choice(PLACES["capitals"] + PLACES["foreign cities"])
    day = month_day(style.yesterday, style)
    before = "据" if agency == "新华社" and chance(rng, 0.3) else ""
    line = (agency, where, day)
    if chance(rng, 0.3):
        names = cast.some(cast.agency, 3)
        return Lead(
            f"（{before}{agency}{where}{day}电 记者{'、'.join(names)}）", line, [credit(name, "记者") for name in names]
        )
    return Lead(f"（{before}{agency}{where}{day}电）", line)
