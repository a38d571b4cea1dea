"""What stands inside other articles: pictures with captions, boxes (链接, 记者手记, 编者按), decks."""

from __future__ import annotations

from tests.training import credits, tails
from tests.training.chance import chance, odds
from tests.training.desk import Desk
from tests.training.documents import Document
from tests.training.phrases import subhead
from tests.training.signing import Signed, names_text
from tests.training.story import Line, Piece, Story, credit

FACTS = ("●{text}。", "{n}. {text}", "■ {text}", "{year}年 {text}", "{text}：{n}%", "{text} {n}个", "· {text}")


def picture(desk: Desk, text: str, *, before: bool = False, plain: bool = False) -> list[Line]:
    """Caption and credits of one picture in printed order; `plain`: mostly a caption inside an article."""
    form = odds(
        desk.rng,
        "after 40 inside 30 two 3 before 1 none 30 bare 3"
        if plain
        else "after 40 inside 30 two 12 torn 2 before 5 none 8 bare 3",
    )
    line = Line("caption", [Piece(text, "caption")], whole=True)
    if form == "none":
        return [line]
    if form == "torn":
        return _torn(desk, line)
    if form == "two":
        first, second = credits.two_lines(desk.rng, desk.style, desk.cast)
        return [line, _credit(first), _credit(second, tight=not chance(desk.rng, 0.08))]
    signed = (credits.no_action if form == "bare" else credits.photo)(desk.rng, desk.style, desk.cast)
    if form == "after" or form == "before" and not before:
        return [line, _credit(signed)]
    if form == "before":
        return [_credit(signed), line]
    gap = "" if signed.text.startswith("（") else desk.rng.choice((" ", " ", "", "　"))
    line.pieces.append(Piece(gap + signed.text, "credit"))
    line.credits = signed.credits
    return [line]


def _credit(signed: Signed, tight: bool = False) -> Line:
    return Line("credit", [Piece(signed.text, "credit")], credits=signed.credits, tight=tight)


def _torn(desk: Desk, line: Line) -> list[Line]:
    """…。记者周小友、洪小婷 at the caption's end, 通讯员张小燕 摄影报道 on the next line; the action is for all."""
    style, action = desk.style, desk.rng.choice(("摄影报道", "摄"))
    affiliation = desk.rng.choice((None, "本报"))
    names, other = desk.cast.some(desk.cast.photographers), desk.rng.choice(desk.cast.correspondents)
    line.pieces.append(Piece(f" {affiliation or ''}记者{style.role_gap}{names_text(names, '、', style.pad)}", "credit"))
    line.credits = [credit(name, "记者", affiliation, action) for name in names]
    text = f"通讯员{style.role_gap}{names_text([other], '', style.pad)} {action}"
    return [line, _credit(Signed(text, [credit(other, "通讯员", None, action)]))]


def short_caption(desk: Desk, doc: Document) -> str:
    """What a picture shows, in one sentence."""
    if len(doc.captions) > 1:
        return desk.rng.choice(doc.captions[1:]).removeprefix("图为")
    return f"{subhead(desk.rng, doc.paragraphs, 6, 18)}。"


def caption_lines(desk: Desk, story: Story, doc: Document, *, plain: bool = True) -> None:
    """A picture inside an article: a sentence (`plain`) or 图为…, 上图：… and 下图：…, with or without credit."""
    day = desk.style.yesterday
    start = (
        odds(desk.rng, f"{'- 35 ' if plain else ''}图为 30 {{}}月{{}}日， 20 上图： 7 图①： 5 右图： 3")
        .strip("-")
        .format(day.month, day.day)
    )
    story.figure(picture(desk, start + short_caption(desk, doc), plain=True))
    second = {"图①：": "图②：", "上图：": "下图："}.get(start)
    if second and chance(desk.rng, 0.85):
        story.figure(picture(desk, second + short_caption(desk, doc), plain=True))


def maybe_box(desk: Desk, story: Story, doc: Document) -> None:
    """A box: a label, at times with a title of its own, and paragraphs, facts or a signature below."""
    rng = desk.rng
    other = desk.draw(doc.kind, 1, 3)
    label = desk.word("boxes")
    form = odds(rng, "plain 78 line 13 colon 9")
    if form == "colon":
        story.add("heading", f"{label}：{subhead(rng, other.paragraphs, 4, 10)}")
    else:
        story.add("heading", decorated(desk, label))
    if form == "line":
        story.add("heading", subhead(rng, other.paragraphs, 4, 12))
    if chance(rng, 0.12):
        _facts(desk, story, other)
        return
    desk.paragraphs(story, (doc if chance(rng, 0.3) else other).paragraphs[: rng.choice((1, 1, 2, 2, 3))])
    if chance(rng, 0.06):
        desk.sign(story, tails.bracket(rng, desk.style, desk.cast))


def _facts(desk: Desk, story: Story, doc: Document) -> None:
    """Short lines: bulleted facts, years, or name and number."""
    rng = desk.rng
    form, tight = rng.choice(FACTS), chance(rng, 0.6)
    for index in range(rng.randint(3, 6)):
        number = index + 1 if "{n}." in form else rng.randint(3, 98)
        text = form.format(text=subhead(rng, doc.paragraphs, 3, 16), n=number, year=1978 + 5 * index)
        story.add("paragraph", text, tight=tight and index > 0, whole=True)


def decorated(desk: Desk, label: str) -> str:
    """A box label as this paper prints it: 链接, 【链接】, ■链接."""
    return odds(desk.rng, "{} 80 【{}】 8 ■{} 4 ［{}］ 2 ■>{} 2 {}： 1 ◆{} 2 ▲{} 1").replace(">", " ").format(label)


def opening_box(desk: Desk, story: Story, texts: list[str]) -> None:
    """编者按 or 开栏的话 before the byline: a label, a paragraph, at times ——编 者."""
    story.add("heading", decorated(desk, desk.word("boxes: opening")))
    desk.paragraphs(story, texts)
    if chance(desk.rng, 0.45):
        story.add("paragraph", desk.rng.choice(("——编 者", "——编者", "——编  者", "本报编辑部", "——本报编辑部")))


def deck(desk: Desk, story: Story, texts: list[str], label: bool) -> None:
    """提要 or 核心阅读: under a label, or bare."""
    if label:
        story.put(Line("deck_label", [Piece(decorated(desk, desk.word("deck labels")), "deck_label", False)]))
    for text in texts:
        story.add("deck", text)
