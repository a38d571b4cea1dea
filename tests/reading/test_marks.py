"""Every kind of printed line that is known by pattern, with samples that it must and must not match."""

import pytest

from articles.reading import marks
from articles.reading.normal import normalise

SAMPLES = {
    "from": ["(上接第一版)", "（上接A1版）", "（紧接第1版）", "上接1版", "（接第二版）", "(上接第 3 版)"],
    "to": ["（下转第三版）", "(下转A4版)", "（转第4版）", "下转8版", "（下转A2）"],
    "deck_label": ["核心阅读", "核心提示", "提 要", "【核心阅读】", "内容提要"],
    "box_label": [
        "编者按",
        "链接",
        "记者手记",
        "开栏的话",
        "■ 新闻链接",
        "相关链接：",
        "编 后",
        "小资料",
        "编者回复",
        "提醒",
        "教练手记",
    ],
    "furniture": [
        "责任编辑:陆 沉 版式:裴小楠",
        "探知报 2021年10月28日 第5版 主编：霍 然 编辑：井 泉 校对：言 敏 信箱：fr@paper.example",
        "本版责编：王小珂",
        "版式设计：蔡小伟 郭 禾",
        "今日8版　值班编委：程 朗",
        "责任編輯：桂思源",
        "统一刊号CN00-0000",
        "投稿信箱：tg@paper.example　本刊常年法律顾问：方圆律师事务所",
        "读者热线：88110000",
        "来稿请寄：江州市新华街7号",
        "本报地址：江州市学府路1号",
        "本版文章仅供参考",
    ],
    "title": ["更正", "光荣榜", "停电通告", "获奖名单", "失物招领", "出行提醒", "半年报快读"],
    "note": [
        "（作者为某大学教授）",
        "——编 者",
        "（未完待续）",
        "（数据来源：市统计局）",
        "据江城客户端",
        "本报编辑部",
        "资料來源：商會",
    ],
    "salutation": ["编辑同志:", "编辑同志：", "亲爱的朋友们："],
    "pointer": ["图为市民在江边散步。", "图①：车间里的机器人。", "上图：老街。", "左圖為檔主示範。"],
    "bracketed": ["【关键换人】", "［圆桌］"],
}
NOT = {
    "from": ["（上接天气）", "接力跑第一棒", "（上接第一版）两三米。"],
    "to": ["转角遇见一座城", "（下转）", "转版"],
    "deck_label": ["核心阅读区开放", "导读员"],
    "box_label": ["链接你我", "对话陌生人"],
    "title": ["特此公告", "红榜", "图片新闻"],
    "furniture": ["编辑部的故事", "策划一场婚礼要几步", "校对员的一天"],
    "note": ["据说明天有雨", "完璧归赵"],
    "pointer": ["图书馆夜里不关灯", "上图书馆去"],
}
PATTERNS = {kind: (pattern, longest) for kind, pattern, longest in (*marks.KINDS, *marks.LATE_KINDS)}


def matches(kind: str, line: str) -> bool:
    pattern, longest = PATTERNS[kind]
    return len(line) <= longest and bool(pattern.search(normalise(line)))


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in SAMPLES.items() for line in lines])
def test_it_knows_a_mark(kind, line):
    assert matches(kind, line)


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in NOT.items() for line in lines])
def test_it_does_not_take_other_lines_for_a_mark(kind, line):
    assert not matches(kind, line)


@pytest.mark.parametrize("mark", ["（下转第三版）", "(下转A4版)", " (下转2版)"])
def test_it_finds_a_mark_at_the_end_of_a_paragraph(mark):
    assert marks.INLINE_TO_RE.search(normalise("占比达到" + mark))
