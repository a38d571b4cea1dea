"""Other people's voices: readers' letters with replies, round tables, stories told in the first person."""

from __future__ import annotations

from tests.training.chance import chance, odds
from tests.training.desk import Desk
from tests.training.headlines import Heads, put_opening
from tests.training.kinds.boxes import deck, maybe_box, opening_box
from tests.training.kinds.digests import short
from tests.training.kinds.features import deck_texts
from tests.training.kinds.news import tail
from tests.training.people import padded, person
from tests.training.phrases import subhead
from tests.training.signing import Signed
from tests.training.story import Story, credit
from tests.training.wordlists import lists, sentences

PLACES, PIECES = lists("places"), sentences("pieces")
WHO = ("{}——", "{}：", "■{}", "{}——", "{}", "{}——", "{}：", None)


def letter(desk: Desk) -> Story:
    """编辑同志：, text, the reader's name, and a reply."""
    rng, story = desk.rng, Story()
    doc = desk.draw("news" if chance(rng, 0.5) else "feature", 2, 4)
    column = (
        rng.choice(("读者来信", "来信", "读者之声", "百姓呼声", "来信照登", "群众来信")) if chance(rng, 0.85) else None
    )
    heads = Heads(rng.choice(PIECES["letter titles"]).format(subhead(rng, doc.paragraphs, 6, 14)))
    put_opening(desk, story, heads, None, column)
    if chance(rng, 0.85):
        story.add("paragraph", rng.choice(PIECES["salutations"]))
    first = rng.choice(("我是一名", "我家住在", "我们小区", "我们村", "")) + doc.paragraphs.pop(0)
    desk.paragraphs(story, [first, *doc.paragraphs])
    if chance(rng, 0.3):
        story.add(
            "paragraph",
            rng.choice(("请贵报呼吁一下，别再让我们等了。", "请有关部门尽快解决。", "希望引起重视。", "此致")),
        )
    _sign(desk, story)
    if chance(rng, 0.65):
        _reply(desk, story)
    return story


def _sign(desk: Desk, story: Story) -> None:
    """读者 何去非; 青岗县上窑村农民 路长庚; （柳津县 王小川）."""
    rng, style = desk.rng, desk.style
    name, role = (
        person(rng),
        odds(
            rng, "读者 40 市民 12 村民 8 农民 8 居民 8 退休工人 4 家长 3 教师 3 校长 3 社员 2 职工 3 战士 2 学生 3 - 20"
        ).strip("-")
        or None,
    )
    where = _where(desk) if role not in ("读者", "市民") and chance(rng, 0.6) else ""
    office = where + (role or "")
    text = f"{office}{(style.role_gap or ' ') if office else ''}{padded(name, style.pad)}"
    desk.sign(story, Signed(f"（{text}）" if chance(rng, 0.15) else text, [credit(name, role, where or None)]))


def hotline(desk: Desk) -> Story:
    """What readers ask, a bullet each and the asker's name behind it, and what the offices answer."""
    rng, story = desk.rng, Story()
    column = rng.choice(("热线回音", "百姓热线", "街坊留言", "跑腿记者", "民声")) if chance(rng, 0.4) else None
    title = f"{subhead(rng, desk.draw('news', 1, 1).paragraphs, 5, 12)}{rng.choice(('？', '，谁来管', '', ''))}"
    put_opening(desk, story, Heads(title if column else desk.word("digest titles")), None, column)
    mark, who = rng.choice("●■◆▲"), rng.choice((" 市民 {}", "　{}", "（市民{}）", " 读者 {}"))
    for _ in range(rng.randint(2, 4)):
        doc = desk.draw("news", 1, 1)
        name = rng.choice((person(rng)[0] + rng.choice(("先生", "女士", "大爷", "阿姨")), person(rng)))
        asked = f"{mark}{short(doc.paragraphs[0], 16).rstrip('。')}{rng.choice('？。')}{who.format(name)}"
        story.add("paragraph", asked, whole=True)
        answer = f"{rng.choice(('市', '区', ''))}{desk.word('spokesmen')}{rng.choice(('答复：', '回复：', '：'))}"
        story.add("paragraph", answer + subhead(rng, doc.paragraphs, 12, 40) + "。", tight=chance(rng, 0.4))
    return story


def _where(desk: Desk) -> str:
    form = odds(desk.rng, "{0}市 20 {1}县 20 {1}县{2}村 20 {3}小区 15 {2}村 15 {0}市{4} 10")
    return form.format(
        *(desk.rng.choice(PLACES[name]) for name in ("cities", "counties", "villages", "communities", "streets"))
    )


def _reply(desk: Desk, story: Story) -> None:
    story.add("heading", desk.rng.choice(PIECES["replies"]))
    texts = desk.draw("news", 1, 2).paragraphs[:2]
    start = desk.rng.choice(("记者按信上的地址找到了那里。", "主管部门的同志答复说，", ""))
    desk.paragraphs(story, [start + texts[0], *texts[1:]])
    if chance(desk.rng, 0.6):
        tail(desk, story)


def voices(desk: Desk) -> Story:
    """A round table: each voice under a line of office, place and name."""
    rng, story = desk.rng, Story()
    doc = desk.draw("opinion" if chance(rng, 0.6) else "feature", 4, 7)
    ends = ("该不该", "怎么看", "大家谈", "，您怎么看？", "利大还是弊大", "")
    column = rng.choice(("圆桌", "大家谈", "百姓话题", "群言堂", "听民声", "众议")) if chance(rng, 0.7) else None
    put_opening(desk, story, Heads(subhead(rng, doc.paragraphs, 4, 10) + rng.choice(ends)), None, column)
    if chance(rng, 0.8):
        story.add("paragraph", deck_texts(desk, doc)[0])
    form, placed = rng.choice(WHO), odds(rng, "job 50 place 25 both 25")
    for text in doc.paragraphs:
        job, name = rng.choice(PIECES["jobs"]), person(rng)
        if form is None:
            story.add("paragraph", f"{name}（{job}）：{text}")
            continue
        office = {"job": job, "place": _office(desk), "both": _where(desk) + job}[placed]
        story.add("heading", form.format(f"{office}{desk.style.role_gap or ' '}{padded(name, desk.style.pad)}"))
        story.add("paragraph", text)
    if chance(rng, 0.7):
        names = desk.cast.some(desk.cast.reporters, 3)
        action = rng.choice(("整理", "采访整理", "采访"))
        desk.sign(
            story,
            Signed(f"（本报记者{'、'.join(names)}{action}）", [credit(name, "记者", "本报", action) for name in names]),
        )
    return story


def _office(desk: Desk) -> str:
    form = odds(desk.rng, "{1}医院 20 {4}小学 20 {0}机械厂 20 {3}社区 20 {1}县{2}村 20")
    return form.format(
        *(desk.rng.choice(PLACES[name]) for name in ("cities", "counties", "villages", "communities", "streets"))
    )


def told(desk: Desk) -> Story:
    """First-person stories: a person and place or a quotation as subhead; opened by 编者按 or a deck."""
    rng, story = desk.rng, Story()
    doc = desk.draw("essay", 4, 8)
    column = desk.word("columns: talk") if chance(rng, 0.4) else None
    put_opening(desk, story, Heads((doc.titles or ["我们的故事"])[0]), None, column)
    if chance(rng, 0.6):
        opening_box(desk, story, deck_texts(desk, doc)[:1])
    else:
        deck(desk, story, deck_texts(desk, doc)[:1], label=chance(rng, 0.5))
    by_person = chance(rng, 0.5)
    for index in range(0, len(doc.paragraphs), 2):
        run = doc.paragraphs[index : index + 2]
        who = f"{rng.choice(PLACES['cities'])}市{rng.choice(PIECES['jobs'])}{person(rng)}——"
        story.add("heading", who if by_person else f"“{subhead(rng, run, 5, 12)}”")
        desk.paragraphs(story, run)
    if chance(rng, 0.4):
        maybe_box(desk, story, doc)
    return story
