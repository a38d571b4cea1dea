"""Results: prize winners by class, events of a meet, each over rows of one block."""

from __future__ import annotations

from tests.training import leads
from tests.training.chance import chance, odds
from tests.training.desk import Desk
from tests.training.headlines import Heads, put_opening
from tests.training.kinds.digests import short
from tests.training.people import padded, person
from tests.training.story import Story
from tests.training.wordlists import lists

PLACES, GOODS = lists("places"), lists("goods")
AWARDS = (
    ("一等奖", "二等奖", "三等奖"),
    ("金奖", "银奖", "铜奖"),
    ("一等奖", "二等奖", "优秀指导教师"),
    ("特等奖", "一等奖", "优秀奖"),
    ("男子组", "女子组"),
    ("个人奖", "集体奖"),
    ("第一名", "第二名", "第三名"),
    ("优秀组织奖", "先进个人"),
    ("红榜", "黑榜"),
    ("甲组", "乙组"),
)
CLOSINGS = (
    "（排名不分先后）",
    "获奖者请于本月底前到报社领取证书。",
    "以上名单，敬请监督。",
    "获奖作品将于下月1日起在市文化馆展出。",
    "颁奖仪式定于本月28日举行，时间地点另行通知。",
)


def results(desk: Desk) -> Story:
    """Winners by class: 一等奖, then rows of names in one block."""
    rng, story = desk.rng, Story()
    doc = desk.draw("culture" if chance(rng, 0.6) else "sport", 1, 2)
    forms = ("{}揭晓", "{}获奖名单", "{}落幕", "{}结果公布", "{}评选结果揭晓")
    put_opening(desk, story, Heads(rng.choice(forms).format(rng.choice(GOODS["contests"]))), None, None)
    if chance(rng, 0.8):
        end = rng.choice(("现将获奖名单公布如下：", "获奖名单如下：", "结果如下：", "名单公布如下："))
        lead = leads.local(rng, desk.style, desk.cast) if chance(rng, 0.7) else leads.Lead()
        desk.open(story, lead, short(doc.paragraphs[0], 50) + end)
    for award in rng.choice(AWARDS):
        _award(desk, story, award)
    if chance(rng, 0.35):
        headed = any(line.label == "heading" for line in story.lines)
        story.add("resume" if headed else "paragraph", rng.choice(CLOSINGS), whole=True)
    return story


def _award(desk: Desk, story: Story, award: str) -> None:
    rng = desk.rng
    inline = chance(rng, 0.25)
    if not inline:
        story.add(
            "heading", award + rng.choice(("", "", f"（{rng.randint(1, 30)}{rng.choice('名名名件项人')}）", "："))
        )
    for index in range(rng.randint(1, 4)):
        names = [padded(person(rng), desk.style.pad) for _ in range(rng.randint(2, 9))]
        city, work = f"{rng.choice(PLACES['cities'])}市：", f"《{rng.choice(GOODS['works'])}》 "
        group = (
            f"{award}："
            if inline and index == 0
            else rng.choice(("小学组：", "中学组：", "成人组：", "", "", city, work))
        )
        story.add("paragraph", group + rng.choice((" ", " ", "、", "　")).join(names), tight=index > 0, whole=True)


def meet(desk: Desk) -> Story:
    """Results of a meet: an event over each block of placings, or placings alone."""
    rng, story = desk.rng, Story()
    title = odds(rng, "{}昨日成绩 30 {}最终名次 20 {}各项前三名 20 {}成绩公报 30").format(rng.choice(GOODS["contests"]))
    put_opening(desk, story, Heads(title), None, desk.word("columns: list") if chance(rng, 0.12) else None)
    if chance(rng, 0.4):
        doc = desk.draw("sport", 1, 1)
        lead = leads.local(rng, desk.style, desk.cast) if chance(rng, 0.5) else leads.Lead()
        desk.open(story, lead, short(doc.paragraphs[0], 30))
    form = rng.choice(
        (
            "第{han}名 {team}队",
            "{n}. {name}（{team}） {mark}",
            "{n} {name} {team} {mark}",
            "第{han}名：{name}",
            "{n}、{name}（{team}队）{mark}",
        )
    )
    for event in rng.sample(list(GOODS["sports events"]), rng.randint(1, 4)):
        if "{mark}" in form or chance(rng, 0.7):
            story.add("heading", event)
        _placings(desk, story, form)
    return story


def _placings(desk: Desk, story: Story, form: str) -> None:
    rng = desk.rng
    for index in range(rng.randint(2, 6)):
        mark = odds(rng, "{a}秒{b} 40 {a}米{b} 30 {a}分 15 {a}环 15").format(
            a=rng.randint(2, 60), b=rng.randint(10, 99)
        )
        who, team = padded(person(rng), desk.style.pad), rng.choice(PLACES["cities"])
        row = form.format(han="一二三四五六"[index], n=index + 1, name=who, team=team, mark=mark)
        story.add("paragraph", row, tight=index > 0, whole=True)
