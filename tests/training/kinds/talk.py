"""Pieces in several voices: interviews, questions and answers, letters with replies, round tables."""

from __future__ import annotations

from tests.training.chance import chance, weighted
from tests.training.desk import Desk
from tests.training.headlines import Heads, put_opening
from tests.training.kinds.boxes import deck, maybe_box, opening_box
from tests.training.kinds.features import deck_texts
from tests.training.kinds.news import tail
from tests.training.people import COMPOUND, padded, person
from tests.training.phrases import clauses, subhead
from tests.training.signing import Signed
from tests.training.story import Story, credit
from tests.training.wordlists import lists

PLACES = lists("places")
ASKS = (
    "{}，您怎么看？",
    "{}靠的是什么？",
    "怎样理解{}？",
    "{}，有哪些具体做法？",
    "有人说{}，是这样吗？",
    "为什么强调{}？",
    "{}，目前进展如何？",
    "下一步，{}有什么打算？",
    "{}难在哪里？",
    "请您介绍一下{}的情况。",
    "{}对群众意味着什么？",
    "如果{}，怎么办？",
    "当时怎么想到{}？",
    "{}要不要花钱？",
    "听说{}，能谈谈吗？",
)
SHORT_ASKS = (
    "那怎么办？",
    "为什么？",
    "您怎么看？",
    "下一步呢？",
    "难吗？",
    "后来呢？",
    "有效果吗？",
    "您同意吗？",
    "最后一个问题，您最想说什么？",
    "您当时怎么想？",
    "能举个例子吗？",
    "这话怎么讲？",
    "压力大不大？",
    "群众答应吗？",
)
JOBS = (
    "小区居民",
    "退休教师",
    "社区干部",
    "律师",
    "个体户",
    "村民",
    "市民",
    "大学生",
    "企业负责人",
    "街道干部",
    "出租车司机",
    "市人大代表",
    "市政协委员",
    "医生",
    "公司职员",
    "种粮大户",
    "大学教授",
    "货车司机",
    "小学校长",
    "项目经理",
    "农民工",
    "研究员",
    "工程师",
)


def _asks(desk: Desk, texts: list[str]) -> str:
    if chance(desk.rng, 0.2):
        return desk.rng.choice(SHORT_ASKS)
    return desk.rng.choice(ASKS).format(subhead(desk.rng, texts, 4, 12))


def interview(desk: Desk) -> Story:
    """Questions and answers: 记者：/褚怀远：, 问：/答：, 记者问 in full sentences."""
    rng, story = desk.rng, Story()
    doc = desk.draw(weighted(rng, (("feature", 70.0), ("opinion", 30.0))), 5, 10)
    guest = person(rng)
    office = rng.choice(
        (
            "市发展改革委主任",
            "开发区主任",
            "省社科院研究员",
            "作家",
            "导演",
            "企业家",
            "中国工程院院士",
            "县委书记",
            "非遗传承人",
            "主教练",
        )
    )
    said = subhead(rng, doc.paragraphs, 6, 14)
    heads = Heads(
        f"“{said}”" if chance(rng, 0.5) else said,
        None,
        f"{'——' if chance(rng, 0.8) else ''}{rng.choice(('访', '专访', '对话', '访'))}{office}{guest}"
        if chance(rng, 0.8)
        else None,
    )
    column = (
        desk.word("columns: hong kong" if desk.style.traditional else "columns: talk") if chance(rng, 0.4) else None
    )
    put_opening(desk, story, heads, desk.byline() if chance(rng, 0.9) else None, column)
    if chance(rng, 0.25):
        story.add("deck", deck_texts(desk, doc)[0]) if False else None
    story.add("paragraph", doc.paragraphs[0])
    family = guest[:2] if guest[:2] in COMPOUND else guest[0]
    asker, teller = weighted(
        rng,
        (
            (("记者", guest), 45.0),
            (("问", "答"), 35.0),
            (("记者", family), 4.0),
            (("记者", "答"), 3.0),
            (("主持人", guest), 4.0),
            (("本报记者", guest), 6.0),
            ((f"《{desk.style.paper[-2:]}》", guest), 5.0),
            (("本刊", guest), 3.0),
        ),
    )
    sign = rng.choice(("：", "：", "：", "：", " "))
    heading_every = chance(rng, 0.12)
    asked = chance(rng, 0.08)
    second = person(rng) if chance(rng, 0.15) and teller != "答" else teller
    for text in doc.paragraphs[1:]:
        if second != teller and chance(rng, 0.5):
            teller, second = second, teller
        if asked:
            story.add("heading", rng.choice(("", "", "问：")) + _asks(desk, [text]))
            story.add("paragraph", text)
            continue
        if heading_every and chance(rng, 0.5):
            story.add("heading", subhead(rng, [text], 5, 12))
        story.add("paragraph", f"{asker}{sign}{_asks(desk, [text])}")
        if len(text) > 130 and chance(rng, 0.3) and (at := text.find("。", 50)) > 0:
            story.add("paragraph", f"{teller}{sign}{text[: at + 1]}")
            story.add("paragraph", text[at + 1 :]) if text[at + 1 :] else None
        else:
            story.add("paragraph", f"{teller}{sign}{text}")
    return story


def answers(desk: Desk) -> Story:
    """A service column of short questions and answers: 你问我答."""
    rng, story = desk.rng, Story()
    doc = desk.draw("news", 3, 5)
    title = subhead(rng, doc.paragraphs, 4, 12) + rng.choice(
        ("怎么办？", "？", "怎么扔？", "你知道吗", "有哪些规定", "如何办理")
    )
    put_opening(
        desk,
        story,
        Heads(title),
        desk.byline() if chance(rng, 0.3) else None,
        rng.choice(("你问我答", "有问必答", "律师信箱", "咨询台", "热线问答", "政策问答"))
        if chance(rng, 0.85)
        else None,
    )
    left, right = rng.choice(
        (("问：", "答："), ("问：", "答："), ("Q：", "A："), ("市民问：", "部门答："), ("读者问：", "编辑答："))
    )
    for text in doc.paragraphs:
        story.add("paragraph", f"{left}{_asks(desk, [text])}")
        story.add("paragraph", f"{right}{text}")
    if chance(rng, 0.6):
        tail(desk, story)
    return story


def letter(desk: Desk) -> Story:
    """A reader's letter: 编辑同志：, text, the reader's name, and a reply."""
    rng, story = desk.rng, Story()
    doc = desk.draw("news" if chance(rng, 0.5) else "feature", 2, 4)
    put_opening(
        desk,
        story,
        Heads(
            subhead(rng, doc.paragraphs, 6, 14)
            + rng.choice(("何时能解决", "", "谁来管", "？", "给居民添堵", "应尽快修复"))
        ),
        None,
        rng.choice(("读者来信", "来信", "读者之声", "百姓呼声", "来信照登", "群众来信")) if chance(rng, 0.85) else None,
    )
    if chance(rng, 0.85):
        story.add(
            "paragraph", rng.choice(("编辑同志：", "编辑同志：", "编辑：", "贵报编辑：", "尊敬的编辑：", "编辑部："))
        )
    desk.paragraphs(
        story, [rng.choice(("我是一名", "我家住在", "我们小区", "我们村", "")) + doc.paragraphs[0], *doc.paragraphs[1:]]
    )
    if chance(rng, 0.3):
        story.add(
            "paragraph",
            rng.choice(
                ("请贵报呼吁一下，别再让我们等了。", "请有关部门尽快解决。", "希望引起重视。", ["此致", "敬礼"][0])
            ),
        )
    _sign_letter(desk, story)
    if chance(rng, 0.65):
        story.add(
            "heading",
            rng.choice(
                (
                    "记者回访",
                    "回音",
                    "部门回复",
                    "记者调查",
                    "编后",
                    "有关部门答复",
                    "记者追踪",
                    "【回音】",
                    "■回复",
                    "编者的话",
                )
            ),
        )
        reply = desk.draw("news", 1, 2)
        desk.paragraphs(
            story,
            [
                rng.choice(("记者按信上的地址找到了那里。", "主管部门的同志答复说，", "")) + reply.paragraphs[0],
                *reply.paragraphs[1:2],
            ],
        )
        if chance(rng, 0.6):
            tail(desk, story)
    return story


def _sign_letter(desk: Desk, story: Story) -> None:
    """读者 何去非; 青岗县上窑村农民 路长庚; （柳津县 王小川）."""
    rng, style = desk.rng, desk.style
    name = person(rng)
    role = weighted(
        rng,
        (("读者", 40.0), ("市民", 12.0), ("村民", 8.0), ("农民", 8.0), ("居民", 8.0), ("退休工人", 4.0), (None, 20.0)),
    )
    where = rng.choice(
        (
            f"{rng.choice(PLACES['cities'])}市",
            f"{rng.choice(PLACES['counties'])}县",
            f"{rng.choice(PLACES['counties'])}县{rng.choice(PLACES['villages'])}村",
            f"{rng.choice(PLACES['communities'])}小区",
            f"{rng.choice(PLACES['villages'])}村",
            f"{rng.choice(PLACES['cities'])}市{rng.choice(PLACES['streets'])}",
        )
    )
    where = where if role not in ("读者", "市民") and chance(rng, 0.6) else ""
    office = f"{where}{role or ''}"
    text = f"{office}{(style.role_gap or ' ') if office else ''}{padded(name, style.pad)}"
    desk.sign(story, Signed(f"（{text}）" if chance(rng, 0.15) else text, [credit(name, role, where or None)]))


def voices(desk: Desk) -> Story:
    """A round table: each voice under a line of office and name with ——."""
    rng, story, style = desk.rng, Story(), desk.style
    doc = desk.draw("opinion" if chance(rng, 0.6) else "feature", 4, 7)
    put_opening(
        desk,
        story,
        Heads(
            subhead(rng, doc.paragraphs, 4, 10)
            + rng.choice(("该不该", "怎么看", "大家谈", "，您怎么看？", "利大还是弊大", ""))
        ),
        None,
        rng.choice(("圆桌", "大家谈", "百姓话题", "群言堂", "听民声", "众议")) if chance(rng, 0.7) else None,
    )
    if chance(rng, 0.8):
        story.add("paragraph", deck_texts(desk, doc)[0])
    form, placed = rng.randrange(7), rng.choice((0, 0, 1, 2))
    for text in doc.paragraphs:
        job, name = rng.choice(JOBS), person(rng)
        shown = padded(name, style.pad)
        if form == 3:
            story.add("paragraph", f"{name}（{job}）：{text}")
            continue
        where = rng.choice(
            (
                f"{rng.choice(PLACES['cities'])}市",
                f"{rng.choice(PLACES['counties'])}县",
                f"{rng.choice(PLACES['communities'])}社区",
                f"{rng.choice(PLACES['streets'])}小学",
                f"{rng.choice(PLACES['counties'])}医院",
                f"{rng.choice(PLACES['cities'])}机械厂",
            )
        )
        who = f"{job} {shown}" if not placed else (f"{where} {shown}" if placed == 1 else f"{where}{job} {shown}")
        story.add("heading", (f"{who}——", f"{who}：", f"■{who}", "", f"{who}——", f"{job}{name}：", who)[form])
        story.add("paragraph", text)
    if chance(rng, 0.7):
        names = desk.cast.some(desk.cast.reporters, 3)
        action = rng.choice(("整理", "采访整理", "采访"))
        desk.sign(
            story,
            Signed(f"（本报记者{'、'.join(names)}{action}）", [credit(name, "记者", "本报", action) for name in names]),
        )
    return story


def told(desk: Desk) -> Story:
    """First-person stories: a person and place as subhead, text, 讲述; opened by 编者按."""
    rng, story = desk.rng, Story()
    doc = desk.draw("essay", 4, 8)
    put_opening(
        desk,
        story,
        Heads((doc.titles or ["我们的故事"])[0]),
        None,
        desk.word("columns: talk") if chance(rng, 0.4) else None,
    )
    opened = chance(rng, 0.6)
    if opened:
        opening_box(desk, story, doc, deck_texts(desk, doc)[:1])
    else:
        deck(desk, story, deck_texts(desk, doc)[:1], label=chance(rng, 0.5))
    for index in range(0, len(doc.paragraphs), 2):
        run = doc.paragraphs[index : index + 2]
        story.add(
            "heading",
            f"{rng.choice(PLACES['cities'])}市{rng.choice(JOBS)}{person(rng)}——"
            if chance(rng, 0.5)
            else f"“{subhead(rng, run, 5, 12)}”",
        )
        desk.paragraphs(story, run)
    if chance(rng, 0.5):
        maybe_box(desk, story, doc)
    return story


__all__ = ["interview", "answers", "letter", "voices", "told", "clauses"]
