"""A paper with a habit that the shipped reader cannot know: 〔要闻之三〕 below each article, which is of the page."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

NUMERALS = "一二三四五六七八九"
STORIES = (
    ("老码头重新开放", "何禾", "江边的老码头重新开放，市民可以在这里坐船到对岸，一张船票两元钱。"),
    ("渡口街食堂开张", "徐坊", "花八块钱，吃两荤一素，还能免费添饭，渡口街的老人食堂第一天就来了三百多人。"),
    ("北山隧道今起限行", "江小禾", "因为更换照明，北山隧道每晚十点到次日五点限行，过往车辆可以绕行环城路。"),
    ("少年宫添了天文台", "吴昊", "少年宫屋顶添了一座天文台，周末晚上向全市的孩子开放，门票不要钱。"),
    ("梅雨将至疏通河道", "方立春", "梅雨季节就要到了，水务部门组织三百多人疏通城区河道，清出淤泥两千多吨。"),
    ("菜市场里有了书架", "何禾", "东门菜市场的入口处多了一排书架，买菜的人随手翻，摊主们也随手翻。"),
)


def text_of(first: int, count: int = 2) -> str:
    """A page of that paper: some of the stories, in turn."""
    return "\n".join(line for number in _turn(first, count) for line in _lines(number)) + "\n"


def truth_of(first: int, count: int = 2, without: Collection[str] = ()) -> dict[str, Any]:
    """Its truth, where fields may be left out of every article (or `furniture` of the page)."""
    articles = [_truth(number, without) for number in _turn(first, count)]
    furniture = {"furniture": [_mark(number) for number in _turn(first, count)]}
    return {"articles": articles} | ({} if "furniture" in without else furniture)


def write_lessons(folder: Path, count: int = 6, without: Collection[str] = ()) -> Path:
    """A folder of such pages with truth."""
    folder.mkdir(parents=True)
    for first in range(count):
        (folder / f"p{first}.txt").write_text(text_of(first), "utf-8")
        (folder / f"p{first}.json").write_text(json.dumps(truth_of(first, without=without)), "utf-8")
    return folder


def _turn(first: int, count: int) -> list[int]:
    return [number % len(STORIES) for number in range(first, first + count)]


def _mark(number: int) -> str:
    return f"〔要闻之{NUMERALS[number]}〕"


def _paragraphs(number: int) -> list[str]:
    headline, _, text = STORIES[number]
    return [f"昨天上午，{text}", f"“{headline}，大家都说好。”住在附近的退休工人说，“盼了好几年了。”"]


def _lines(number: int) -> list[str]:
    headline, name, _ = STORIES[number]
    return [headline, f"本报记者 {name}", *_paragraphs(number), _mark(number)]


def _truth(number: int, without: Collection[str]) -> dict[str, Any]:
    headline, name, _ = STORIES[number]
    article = {
        **dict.fromkeys(("kicker", "subtitle", "column", "dateline", "continued_from", "continued_to")),
        "headline": headline,
        "deck": [],
        "bylines": [{"name": name, "role": "记者", "affiliation": "本报", "action": None}],
        "sections": [{"heading": None, "paragraphs": _paragraphs(number)}],
        "figures": [],
        "truncated": False,
    }
    return {field: value for field, value in article.items() if field not in without}
