"""Tables of one block: standings, weather, shares; price reports."""

from __future__ import annotations

from collections.abc import Callable

from tests.training.chance import chance, number, odds
from tests.training.desk import Desk
from tests.training.headlines import Heads, put_opening
from tests.training.kinds.news import opener
from tests.training.story import Story
from tests.training.style import month_day
from tests.training.wordlists import lists, sentences

PLACES, GOODS, GIVERS = lists("places"), lists("goods"), sentences("pieces")["table givers"]
Sheet = tuple[str, str, list[str]]


def table(desk: Desk) -> Story:
    """A title, column names, rows of one block, where the figures come from."""
    rng, story = desk.rng, Story()
    title, header, rows = rng.choice(SHEETS)(desk)
    put_opening(desk, story, Heads(title), None, desk.word("columns: list") if chance(rng, 0.12) else None)
    if chance(rng, 0.2):
        day = f"（{month_day(desk.style.yesterday, desk.style)}）"
        story.add("paragraph", rng.choice(("（单位：元）", "（单位：万元）", "（截至昨日）", day)), whole=True)
    together = chance(rng, 0.85)
    for index, row in enumerate([header, *rows] if header else rows):
        story.add("paragraph", row, tight=together and index > 0, whole=True)
    if chance(rng, 0.4):
        form = rng.choice(("（数据来源：{}）", "数据来源：{}", "（{}提供）", "资料来源：{}"))
        story.add("paragraph", form.format(rng.choice(GIVERS)), whole=True)
    return story


def _housing(desk: Desk) -> Sheet:
    rng = desk.rng
    rows = [
        f"{rng.choice(PLACES['streets'])} {rng.randint(80, 500)} {rng.randint(4000, 20000)} {rng.choice('涨跌')}{number(rng, 0.2, 5, 1)}%"
        for _ in range(rng.randint(4, 9))
    ]
    count = "零一二三四五六七八九"[len(rows)]
    return (
        f"{desk.style.date.month}月{desk.style.paper[:2]}商品房成交前{count}板块",
        "地段 套数 均价（元/㎡） 涨跌",
        rows,
    )


def _rank(desk: Desk) -> Sheet:
    rng = desk.rng
    cities = rng.sample(list(PLACES["cities"]), rng.randint(5, 10))
    rows = [f"{place + 1} {city}{rng.choice(('', '市'))} {number(rng, 60, 99, 1)}" for place, city in enumerate(cities)]
    title = rng.choice(
        ("全省城市空气质量排名", "上月客流排行榜", "一季度增速排名", "本周图书销售榜", "文明指数测评结果")
    )
    return title, "名次 城市 得分" if chance(rng, 0.7) else "", rows


def _scores(desk: Desk) -> Sheet:
    rng = desk.rng
    teams = rng.sample(list(PLACES["cities"]), 8)
    rows = [
        f"{one}队 {rng.randint(0, 5)}比{rng.randint(0, 4)} {other}队"
        for one, other in zip(teams[::2], teams[1::2], strict=True)
    ]
    return rng.choice(("联赛第八轮战报", "昨日赛果", "足球联赛成绩", "本轮比分")), "", rows


def _standings(desk: Desk) -> Sheet:
    rng = desk.rng
    teams = rng.sample(list(PLACES["cities"]), 8)
    rows = [
        f"{place + 1} {team}队 {' '.join(str(rng.randint(0, 12)) for _ in range(4))}"
        for place, team in enumerate(teams)
    ]
    return "积分榜", "名次 球队 胜 平 负 积分", rows


def _weather(desk: Desk) -> Sheet:
    rng = desk.rng
    low = rng.randint(-5, 22)
    skies = ("晴", "多云", "阴", "小雨", "阵雨", "多云转晴", "晴转多云", "小雪")
    cities = rng.sample(list(PLACES["cities"]), rng.randint(4, 9))
    rows = [f"{city} {rng.choice(skies)} {low + rng.randint(-2, 2)}—{low + rng.randint(5, 12)}℃" for city in cities]
    return rng.choice(("各地天气", "今日天气", "未来三天天气", "城市天气预报")), "", rows


def _stocks(desk: Desk) -> Sheet:
    rng = desk.rng
    names = rng.sample(list(GOODS["companies"]), rng.randint(4, 8))
    rows = [f"{name} {number(rng, 3, 80, 2)} {rng.choice('+-')}{number(rng, 0.1, 9, 2)}%" for name in names]
    title = rng.choice(("本周涨跌榜", "股市行情", "个股表现", "昨日收市价"))
    return title, "名称 收盘价 涨跌幅" if chance(rng, 0.7) else "", rows


def _timetable(desk: Desk) -> Sheet:
    rng = desk.rng
    hours = sorted(rng.sample(range(6, 23), rng.randint(4, 8)))
    rows = [
        f"{hour}:{rng.choice(('00', '30', '15', '45'))} {rng.choice(GOODS['events'])} {rng.choice(GOODS['venues'])}"
        for hour in hours
    ]
    return rng.choice(("今日赛事", "周末演出预告", "电视节目预告", "本周活动安排", "停电信息")), "", rows


SHEETS: tuple[Callable[[Desk], Sheet], ...] = (_housing, _rank, _scores, _standings, _weather, _stocks, _timetable)


def prices(desk: Desk) -> Story:
    """A price report: a paragraph that ends in a colon, rows, a closing paragraph."""
    rng, story = desk.rng, Story()
    goods = rng.sample(list(GOODS[rng.choice(("vegetables", "vegetables", "materials"))]), rng.randint(5, 9))
    put_opening(desk, story, Heads(_price_title(desk, goods)), None, "菜价" if chance(rng, 0.4) else None)
    long, grouped = chance(rng, 0.7), chance(rng, 0.2)
    story.add(
        "paragraph",
        _price_lead(desk, goods)
        if long
        else odds(rng, "（单位：元／公斤） 40 （单位：元/吨） 30 （单位：元/500克） 30"),
    )
    for index, item in enumerate(goods):
        change = "（持平）" if chance(rng, 0.25) else f"（{rng.choice('涨跌升')}{number(rng, 0.3, 20, 1)}%）"
        if grouped and index in (0, 3, 6):
            story.add("heading", rng.choice(GOODS["price groups"]))
        row = f"{item} {number(rng, 0.8, 90, 2)}{change if chance(rng, 0.85) else ''}"
        story.add("paragraph", row, tight=index > 0 and not (grouped and index in (3, 6)), whole=True)
    if long and chance(rng, 0.7):
        story.add(
            "paragraph",
            f"业内人士估计，过几天{goods[0]}价格还会{rng.choice(('反弹', '回落', '继续走低'))}，可以等等再买。",
        )
    return story


def _price_title(desk: Desk, goods: list[str]) -> str:
    rng = desk.rng
    if chance(rng, 0.4):
        return f"昨日{desk.style.paper[:2]}{rng.choice(('批发市场参考价', '菜价', '农产品价格', '主要商品价格'))}"
    first, second = odds(rng, "便宜了 1 涨价了 1 降了两成 1 稳中有跌 1"), odds(rng, "贵两毛 1 持平 1 略涨 1 走高 1")
    return f"{goods[0]}{first} {goods[1]}{second}"


def _price_lead(desk: Desk, goods: list[str]) -> str:
    rng = desk.rng
    source = rng.choice(("市价格监测中心", "几家农贸市场", "市物价局"))
    change = f"{goods[2]}比上周{rng.choice('涨跌')}了{rng.choice('一两三')}成"
    return f"{opener(desk) or '昨天，'}本周{goods[0]}、{goods[1]}等价格有所变化，{source}的数据显示，{change}。具体如下（单位：元/斤）："
