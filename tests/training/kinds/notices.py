"""Notices: 启事, 公告, 更正, regulations in numbered paragraphs, small advertisements."""

from __future__ import annotations

from tests.training.chance import chance, number, odds
from tests.training.desk import Desk, spread
from tests.training.headlines import put_opening, stack
from tests.training.kinds.digests import short
from tests.training.people import person
from tests.training.phrases import subhead
from tests.training.story import Story
from tests.training.style import full_date, month_day
from tests.training.wordlists import lists, sentences

PLACES, GOODS, PIECES = lists("places"), lists("goods"), sentences("pieces")
HAN = "一二三四五六七八九十"
ITEMS = (
    "{han}、{head}：{text}",
    "{han}、{text}",
    "{n}. {text}",
    "{n}、{head}：{text}",
    "（{han}）{text}",
    "{head}：{text}",
)
LOST = ("身份证", "营业执照副本", "公章", "会计证", "发票一本")


def notice(desk: Desk) -> Story:
    """启事, 公告, 征文: numbered lines; an institution and a date at the foot."""
    rng, story = desk.rng, Story()
    doc = desk.draw("news", 2, 4)
    what = subhead(rng, doc.paragraphs, 3, 8)
    story.add("headline", spread(rng, rng.choice(PIECES["notice titles"]).format(what)))
    if chance(rng, 0.85):
        aim = f"为{rng.choice(('进一步做好', '加强', '推动', '纪念'))}{what}，本报即日起举办活动。现将有关事项{rng.choice(('公告', '通知'))}如下："
        story.add("paragraph", short(doc.paragraphs[0], 30) if chance(rng, 0.5) else aim)
    form = rng.choice(ITEMS)
    for index in range(rng.randint(3, 6)):
        head, text = GOODS["notice heads"][index], subhead(rng, doc.paragraphs, 8, 40) + rng.choice("。；。")
        line = form.format(han=HAN[index], n=index + 1, head=head, text=text)
        story.add("paragraph", line, tight=chance(rng, 0.15) and index > 0, whole=True)
    if chance(rng, 0.6):
        last = f"截稿时间：{full_date(desk.style.date, desk.style)}。"
        story.add(
            "paragraph",
            rng.choice(("联系电话：88231156", last, "特此公告。", "地址：人民路128号报业大厦", "欢迎踊跃投稿。")),
        )
    _foot(desk, story, ("{}社", "{}副刊部", "本报编辑部", "{:.2}市公安局", "{:.2}市人民政府办公室", "本报社"))
    return story


def _foot(desk: Desk, story: Story, offices: tuple[str, ...]) -> None:
    """The institution that signs, perhaps with a date: paragraphs, since no person is named."""
    rng, style = desk.rng, desk.style
    if chance(rng, 0.6):
        story.add("paragraph", rng.choice(offices).format(style.paper), whole=True)
        if chance(rng, 0.4):
            story.add("paragraph", full_date(style.date, style), tight=chance(rng, 0.5), whole=True)


def correction(desk: Desk) -> Story:
    """更正 of an earlier page."""
    rng, story, style = desk.rng, Story(), desk.style
    story.add("headline", spread(rng, rng.choice(("更正", "更正启事", "致歉", "更正", "勘误", "更正说明"))))
    what = subhead(rng, desk.draw("news", 1, 1).paragraphs, 5, 13)
    wrong, right = number(rng, 20, 80, 1), number(rng, 20, 80, 1)
    end = rng.choice(("特此更正，并向读者致歉。", "特此更正。", "谨向读者致歉。"))
    day = month_day(style.yesterday, style)
    story.add("paragraph", f"本报{day}第{rng.randint(1, 8)}版《{what}》一文中，“{wrong}%”应为“{right}%”。{end}")
    if chance(rng, 0.6):
        story.add("paragraph", rng.choice(("本报编辑部", "编 者", "——编 者", "本报编辑部")), whole=True)
    return story


def regulation(desk: Desk) -> Story:
    """A document in numbered paragraphs: some numbers are subheads, some open paragraphs."""
    rng, story = desk.rng, Story()
    doc = desk.draw("feature", 5, 10)
    put_opening(desk, story, stack(desk, doc, "plain"), None, None)
    if chance(rng, 0.4):
        story.add("paragraph", f"（{full_date(desk.style.yesterday, desk.style)}）", whole=True)
    story.add("paragraph", doc.paragraphs[0])
    form = rng.choice(("第{}条　{}", "{}、{}", "（{}）{}", "第{}，{}"))
    for index, text in enumerate(doc.paragraphs[1:]):
        han = HAN[index % 10]
        headed = chance(rng, 0.4)
        if headed:
            story.add("heading", f"{han}、{subhead(rng, [text], 3, 10)}")
        story.add("paragraph", text if headed else form.format(han, text))
    return story


def classified(desk: Desk) -> Story:
    """A small advertisement or service note: 遗失声明, 寻人启事, 拍卖公告, 天气."""
    rng, story, style = desk.rng, Story(), desk.style
    title = desk.word("classified titles")
    story.add("headline", spread(rng, title))
    if "天气" in title:
        story.add("paragraph", _forecast(desk))
        return story
    if chance(rng, 0.2):
        story.add("paragraph", f"{style.paper[0]}告字〔{style.date.year}〕{rng.randint(1, 60)}号", whole=True)
    doc = desk.draw("news", 1, 2)
    tight = chance(rng, 0.4)
    for index in range(rng.randint(1, 4)):
        lost = f"{person(rng)}遗失{rng.choice(LOST)}，编号{rng.randint(100000, 999999)}，声明作废。"
        text = short(doc.paragraphs[0], 40) if index == 0 else f"{subhead(rng, doc.paragraphs, 6, 20)}。"
        story.add("paragraph", lost if "声明" in title else text, tight=tight and index > 0, whole=index > 0)
    if chance(rng, 0.6):
        story.add("paragraph", _contact(desk), whole=True)
    _foot(
        desk,
        story,
        (
            "{:.2}市供水公司",
            "{:.2}市公共资源交易中心",
            "{:.2}县国土资源局",
            "{:.2}公信招标代理有限公司",
            "{:.2}区人民法院",
            "{:.2}市住房保障中心",
            "{:.2}供电局",
            "{:.2}县城市管理局",
        ),
    )
    return story


def _forecast(desk: Desk) -> str:
    rng = desk.rng
    low = rng.randint(-5, 24)
    today, tomorrow, later = (
        rng.choice(("多云", "晴", "阴有小雨")),
        rng.choice(("阴转多云", "有雨", "晴到多云")),
        rng.choice(("多云", "晴", "雨止转阴")),
    )
    wind = f"偏{rng.choice('东南西北')}风{rng.randint(2, 5)}级"
    return f"{desk.style.paper[:2]}市区：今天{today}，{wind}，{low}到{low + rng.randint(4, 11)}℃。明天{tomorrow}，后天{later}。"


def _contact(desk: Desk) -> str:
    rng = desk.rng
    gap, call = rng.choice(("　", " ", "  ")), rng.randint(2000000, 8999999)
    form = odds(
        rng, "联系人：{name}先生{gap}电话：{call} 30 家属：{name} 20 电话：{call} 20 地址：{street}{n}号 20 （广告） 10"
    )
    return form.format(
        name=person(rng), gap=gap, call=call, street=rng.choice(PLACES["streets"]), n=rng.randint(1, 300)
    )
