"""Questions and answers: interviews, service columns."""

from __future__ import annotations

from tests.training.chance import chance, odds, weighted
from tests.training.desk import Desk
from tests.training.documents import Document
from tests.training.headlines import Heads, put_opening
from tests.training.kinds.news import tail
from tests.training.people import COMPOUND, person
from tests.training.phrases import subhead
from tests.training.story import Story
from tests.training.wordlists import sentences

PIECES = sentences("pieces")
ENDS = ("怎么办？", "？", "怎么扔？", "你知道吗", "有哪些规定", "如何办理")


def asked(desk: Desk, text: str) -> str:
    """A question that the paragraph answers, or a short one."""
    if chance(desk.rng, 0.2):
        return desk.rng.choice(PIECES["short asks"])
    return desk.rng.choice(PIECES["asks"]).format(subhead(desk.rng, [text], 4, 12))


def interview(desk: Desk) -> Story:
    """A quotation for a headline, ——访…, an introduction, then 记者：/X：, 问：/答：, or questions as subheads."""
    rng, story = desk.rng, Story()
    doc = desk.draw(odds(rng, "feature 70 opinion 30"), 5, 10)
    guest, said = person(rng), subhead(rng, doc.paragraphs, 6, 14)
    visit = f"{'——' if chance(rng, 0.8) else ''}{rng.choice(('访', '专访', '对话', '访'))}{rng.choice(PIECES['guests'])}{guest}"
    heads = Heads(f"“{said}”" if chance(rng, 0.5) else said, None, visit if chance(rng, 0.8) else None)
    column = (
        desk.word("columns: hong kong" if desk.style.traditional else "columns: talk") if chance(rng, 0.4) else None
    )
    put_opening(desk, story, heads, desk.byline() if chance(rng, 0.9) else None, column)
    story.add("paragraph", doc.paragraphs.pop(0))
    if chance(rng, 0.18):
        _headed(desk, story, doc)
    else:
        _dialogue(desk, story, doc, guest)
    return story


def _headed(desk: Desk, story: Story, doc: Document) -> None:
    mark = desk.rng.choice(("", "", "问："))
    for text in doc.paragraphs:
        story.add("heading", mark + asked(desk, text))
        story.add("paragraph", text)


def _dialogue(desk: Desk, story: Story, doc: Document, guest: str) -> None:
    rng = desk.rng
    asker, tellers = _speakers(desk, guest)
    sign = odds(rng, "： 88 > 12").replace(">", " ")
    titled = chance(rng, 0.12)
    for text in doc.paragraphs:
        if titled and chance(rng, 0.5):
            story.add("heading", subhead(rng, [text], 5, 12))
        teller = rng.choice(tellers)
        story.add("paragraph", f"{asker}{sign}{asked(desk, text)}")
        at = text.find("。", 50) + 1 if len(text) > 130 and chance(rng, 0.3) else 0
        story.add("paragraph", f"{teller}{sign}{text[:at] if at else text}")
        if at and text[at:]:
            story.add("paragraph", text[at:])


def _speakers(desk: Desk, guest: str) -> tuple[str, list[str]]:
    """How the two sides are called; at times there are two guests."""
    rng = desk.rng
    family = guest[:2] if guest[:2] in COMPOUND else guest[0]
    pairs = (
        (("记者", guest), 45.0),
        (("问", "答"), 35.0),
        (("记者", family), 4.0),
        (("记者", "答"), 3.0),
        (("主持人", guest), 10.0),
    )
    style_paper = desk.style.paper
    outlets = (
        (("本报记者", guest), 6.0),
        ((f"《{desk.style.paper[-2:]}》", guest), 5.0),
        (("本刊", guest), 3.0),
        ((style_paper, guest), 5.0),
        ((style_paper[-2:], guest), 5.0),
    )
    asker, teller = weighted(rng, (*pairs, *outlets))
    return asker, [teller, person(rng)] if teller != "答" and chance(rng, 0.28) else [teller]


def answers(desk: Desk) -> Story:
    """A service column of short questions and answers: 你问我答."""
    rng, story = desk.rng, Story()
    doc = desk.draw("news", 3, 5)
    column = (
        rng.choice(("你问我答", "有问必答", "律师信箱", "咨询台", "热线问答", "政策问答"))
        if chance(rng, 0.85)
        else None
    )
    heads = Heads(subhead(rng, doc.paragraphs, 4, 12) + rng.choice(ENDS))
    put_opening(desk, story, heads, desk.byline() if chance(rng, 0.3) else None, column)
    left, right = rng.choice(
        (("问：", "答："), ("问：", "答："), ("Q：", "A："), ("市民问：", "部门答："), ("读者问：", "编辑答："))
    )
    for text in doc.paragraphs:
        story.add("paragraph", f"{left}{asked(desk, text)}")
        story.add("paragraph", f"{right}{text}")
    if chance(rng, 0.6):
        tail(desk, story)
    return story
