"""Page furniture: heads and feet that belong to no article: 第4版 经济, the date, 责任编辑, 版式."""

from __future__ import annotations

from random import Random

from tests.training.chance import chance, weighted
from tests.training.desk import WORDS
from tests.training.people import padded, person
from tests.training.story import Line, Piece
from tests.training.style import WEEKDAYS, Style, full_date
from tests.training.wordlists import lists, sentences

PLACES, PIECES = lists("places"), sentences("pieces")


def editors(rng: Random, style: Style) -> str:
    """责任编辑：严 冬　版式：顾小北　校对：阮 清."""
    roles = rng.sample(list(WORDS["furniture roles"]), rng.choice((1, 2, 2, 3, 3, 4)))
    if chance(rng, 0.7):
        roles[0] = rng.choice(("责任编辑", "责编", "编辑", "本版责编", "责任编辑"))
    gap, colon = rng.choice((" ", "　", "　　", "  ")), rng.choice(("：", "：", "：", " ", "/"))
    return gap.join(f"{role}{colon}{_names(rng, style)}" for role in roles)


def office(rng: Random, style: Style) -> str:
    """制图：蔡小伟; 本期统筹：许 禾　制图：郭 舟."""
    roles = rng.sample(["制图", "版式设计", "本期统筹", "稿件统筹", "本版制图", "版式"], 1 if chance(rng, 0.75) else 2)
    return rng.choice((" ", "　　", "　")).join(f"{role}：{_names(rng, style)}" for role in roles)


def index(rng: Random, titles: list[str]) -> list[Line]:
    """今日导读: what stands on other pages, a line each."""
    form = rng.choice(("{}……{}版", "{}　{}", "■{}（{}版）", "{} A{}", "{}　见{}版", "●{} {}版"))
    lines = [form.format(rng.choice(titles), rng.randint(2, 16)) for _ in range(rng.randint(2, 5))]
    return _lines(rng, [rng.choice(("今日导读", "导读", "今日关注", "今日看点", "内页导读")), *lines])


def _names(rng: Random, style: Style) -> str:
    names = [person(rng) for _ in range(1 if chance(rng, 0.88) else 2)]
    return " ".join(padded(name, style.pad) for name in names)


def page_name(rng: Random, style: Style) -> str:
    """第4版 经济; A06 民生; 要闻 3."""
    section = rng.choice(PLACES["sections: hong kong" if style.traditional else "sections"])
    count = rng.randint(1, 16)
    forms = (
        f"第{count}版 {section}",
        f"A{count:02d} {section}",
        f"{section} {count}",
        f"{section}·{count}",
        f"第{count}版",
        f"{count} {section}",
        f"{section}版",
        f"A{count} {section}",
        f"第{'一二三四五六七八'[count % 8]}版 {section}",
        f"{count:02d}版 {section}",
        f"{section}新闻",
        f"{section}周刊",
        f"{section}・{count}",
        f"{count}版：{section}",
        f"{section} {rng.choice(('NEWS', 'FOCUS', 'WEEKLY', 'CULTURE', 'FRONTIER'))}",
    )
    return rng.choice(forms)


def day(rng: Random, style: Style) -> str:
    """2016年5月12日 星期四."""
    text = full_date(style.date, style)
    week = rng.choice(("星期", "星期", "周")) + WEEKDAYS[style.date.weekday()]
    form = rng.choice(("{0} {1}", "{0} {1}", "{0}　{1}", "{0}{1}", "{0}", "{0} {1} 农历{2}年{3}", "{1} {0}"))
    moon = (
        rng.choice(("己亥", "丙寅", "庚子", "壬午", "乙酉")),
        rng.choice(("九月二十", "正月初八", "腊月廿三", "三月十五", "闰四月初一")),
    )
    return form.format(text, week, *moon)


def head(rng: Random, style: Style) -> list[Line]:
    """One to four lines, or all on one."""
    parts = [page_name(rng, style), day(rng, style)]
    if chance(rng, 0.35):
        parts.insert(0, style.paper)
    if chance(rng, 0.25):
        rng.shuffle(parts)
    if chance(rng, 0.6):
        parts.append(editors(rng, style))
    if chance(rng, 0.1):
        parts = parts[:1]
    if chance(rng, 0.06):
        parts.append(
            rng.choice(
                (
                    "E-mail:jrb@example.cn",
                    "电话：0570-8871231",
                    "新闻热线：96345",
                    "投稿邮箱：fukan@example.com",
                    "国内统一连续出版物号 CN33-0000",
                    f"第{rng.randint(3000, 29999)}期 今日{rng.choice((4, 8, 12, 16))}版",
                )
            )
        )
    if chance(rng, 0.06):
        parts.append(house(rng, style))
    if chance(rng, 0.3):
        cut = rng.randint(1, len(parts))
        parts = [rng.choice((" ", "　")).join(parts[:cut]), *parts[cut:]]
    return _lines(rng, parts)


def house(rng: Random, style: Style) -> str:
    """投稿邮箱, 读者热线, 本报地址: where the paper is to be found."""
    return rng.choice(PIECES["house lines"]).replace("{c}", style.paper[:2])


def foot(rng: Random, style: Style) -> list[Line]:
    """责任编辑 and others at the end of the page."""
    if style.genre == "national":
        staff = rng.choice(("版式设计：", "本版责编：", "本期统筹：", "版式设计：")) + _names(rng, style)
        return _lines(rng, [staff, house(rng, style)] if chance(rng, 0.1) else [staff])
    first = f"今日{rng.choice((4, 8, 12, 16))}版　" if chance(rng, 0.12) else ""
    staff = first + editors(rng, style)
    form = weighted(rng, (((staff,), 60.0), ((staff, house(rng, style)), 20.0), ((house(rng, style),), 20.0)))
    return _lines(rng, list(form))


def _lines(rng: Random, parts: list[str]) -> list[Line]:
    tight = chance(rng, 0.25)
    return [
        Line("furniture", [Piece(text, "furniture")], tight=tight and index > 0) for index, text in enumerate(parts)
    ]
