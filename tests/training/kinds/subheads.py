"""Shapes of subheads (小标题): each gives the one or two lines that stand over a run of paragraphs."""

from __future__ import annotations

from collections.abc import Callable

from tests.training.chance import chance
from tests.training.desk import Desk
from tests.training.people import person
from tests.training.phrases import subhead
from tests.training.wordlists import lists, sentences

PLACES, PIECES = lists("places"), sentences("pieces")
HAN = "一二三四五六七八九"
Shape = Callable[[Desk, list[str], int], list[str]]


def phrase(desk: Desk, texts: list[str], index: int) -> list[str]:
    """What the source itself printed over the paragraph, or a phrase cut from it."""
    own = getattr(texts[0], "head", None)
    text = own if own and len(own) < 20 else subhead(desk.rng, texts, 5, 14)
    return [_quoting(text) if chance(desk.rng, 0.12) else text]


def _quoting(text: str) -> str:
    """The last word in quotation marks: 水票变成“存折”."""
    return text if "“" in text or len(text) < 5 else f"{text[:-2]}“{text[-2:]}”"


def parallel(desk: Desk, texts: list[str], index: int) -> list[str]:
    """Subheads that begin or end alike: 从“一”到“多”; 一张工资条, 一张返程票; 红本子, 蓝本子."""
    forms = (
        "从“{a}”到“{b}”|从{a}到{b}|一张{a}|一条{a}|一个“{a}”|{a}的账|{a}账|{a}了|{a}来了|先{a}|不{a}，只{b}|让{a}“{b}”|{a}：{b}"
        "|有{a}|{a}之后|{a}之变|{a}之路|{a}有多难|{a}，{b}|“{a}”与“{b}”|{a}“{b}”"
    )
    left, right = (subhead(desk.rng, texts, 2, 5) for _ in "ab")
    return [str(desk.series_form("parallel", tuple(forms.split("|")))).format(a=left, b=right)]


def pair(desk: Desk, texts: list[str], index: int) -> list[str]:
    """少开一家店 多留一户人: two or three parts."""
    parts = [subhead(desk.rng, texts, 4, 8) for _ in range(desk.rng.choice((2, 2, 2, 2, 3)))]
    return [desk.rng.choice((" ", " ", " ", "，")).join(dict.fromkeys(parts))]


def numbered(desk: Desk, texts: list[str], index: int) -> list[str]:
    """一、产量涨了，单价降了."""
    forms = "{han}、{text}|{han}、{text}|（{han}）{text}|{han} {text}|{digit}. {text}|{digit}、{text}|之{han} {text}|其{han} {text}"
    return [_counted(desk, "number", forms, index, subhead(desk.rng, texts, 4, 13))]


def _counted(desk: Desk, name: str, forms: str, index: int, text: str) -> str:
    return str(desk.series_form(name, tuple(forms.split("|")))).format(han=HAN[index % 9], digit=index + 1, text=text)


def bulleted(desk: Desk, texts: list[str], index: int) -> list[str]:
    """■ 电费谁来出; ◆选盆 够大够深."""
    return [
        _counted(
            desk,
            "bullet",
            "■ {text}|■{text}|◆{text}|●{text}|▲{text}|□{text}|★{text}|◎ {text}|▶{text}|○ {text}",
            0,
            subhead(desk.rng, texts, 4, 13),
        )
    ]


def bracketed(desk: Desk, texts: list[str], index: int) -> list[str]:
    """【关键换人】."""
    return [
        _counted(
            desk, "bracket", "【{text}】|【{text}】|［{text}］|〖{text}〗|《{text}》", 0, subhead(desk.rng, texts, 2, 8)
        )
    ]


def question(desk: Desk, texts: list[str], index: int) -> list[str]:
    """楼道里的灯由谁来换？"""
    return [desk.rng.choice(PIECES["question subheads"]).format(subhead(desk.rng, texts, 3, 9))]


def quotation(desk: Desk, texts: list[str], index: int) -> list[str]:
    """“刀就挂墙上了”, at times with ——杨小西代表 below."""
    line = f"“{subhead(desk.rng, texts, 5, 14)}”"
    if not desk.series_form("speaker", (True, False, False)):
        return [line]
    who = desk.rng.choice(("{}代表", "{}委员", "村民{}", "职工{}", "教师{}")).format(person(desk.rng))
    return [line, f"——{who}"]


def place(desk: Desk, texts: list[str], index: int) -> list[str]:
    """X市X镇——, with a title of its own below or without."""
    rng = desk.rng
    city, county, village = (rng.choice(PLACES[name]) for name in ("cities", "counties", "villages"))
    where = f"{city}市" + rng.choice(("", f"{county}县", f"{village}村"))
    name = rng.choice((where, where, where + person(rng), city + rng.choice(("大学", "集团", "县城", "农场", "港"))))
    titled = desk.series_form("titled", (True, True, False))
    return [f"{name}——", subhead(rng, texts, 5, 13)] if titled else [f"{name}——"]


def keyword(desk: Desk, texts: list[str], index: int) -> list[str]:
    """关键词：产业; 镜头一 …; 故事二：…."""
    forms = (
        "关键词：{text}|镜头{han}：{text}|故事{han} {text}|镜头{han}|见证{han}：{text}|误区{han}：{text}|案例{han}|第{han}站：{text}|声音{han}"
        "|关键词{han}：{text}|{text}篇|“{text}”篇|之{han}：{text}"
    )
    return [_counted(desk, "keyword", forms, index, subhead(desk.rng, texts, 2, 7))]


def ordinal(desk: Desk, texts: list[str], index: int) -> list[str]:
    """一, 二, 三 alone on a line, or 1, 2, 3."""
    return [_counted(desk, "ordinal", "{han}|{han}|{digit}|（{han}）|之{han}|0{digit}|{digit}.", index, "")]


def thesis(desk: Desk, texts: list[str], index: int) -> list[str]:
    """A long numbered subhead of theory pages: 一、接得住，关键在于把…"""
    forms = "{han}、{text}|（{han}）{text}|第{han}，{text}|{digit}.{text}|{text}"
    return [_counted(desk, "thesis", forms, index, subhead(desk.rng, texts, 9, 22))]


def single(desk: Desk, texts: list[str], index: int) -> list[str]:
    """A very short one: 困境, 转机, or a year."""
    if desk.series_form("single", ("word", "word", "year")) == "year":
        return [f"{1978 + index * 9 + desk.rng.randrange(5)}年"]
    return [subhead(desk.rng, texts, 2, 5)]


SHAPES: tuple[tuple[Shape, float], ...] = (
    (phrase, 40.0),
    (pair, 16.0),
    (numbered, 8.0),
    (bulleted, 7.0),
    (bracketed, 5.0),
    (question, 7.0),
    (quotation, 6.0),
    (place, 4.0),
    (keyword, 4.0),
    (single, 3.0),
    (ordinal, 1.5),
    (thesis, 2.0),
    (parallel, 12.0),
)
