"""What stands inside other articles: pictures with captions, boxes (链接, 记者手记, 编者按), decks."""

from __future__ import annotations

from tests.training import bylines, credits
from tests.training.chance import chance, weighted
from tests.training.desk import Desk
from tests.training.documents import Document
from tests.training.phrases import subhead
from tests.training.signing import Signed, names_text
from tests.training.story import Line, Piece, Story, credit


def picture(desk: Desk, text: str, *, before: bool = False, plain: bool = False) -> list[Line]:
    """Caption and credits of one picture in printed order."""
    rng = desk.rng
    form = weighted(
        rng,
        (
            ("after", 40.0),
            ("inside", 30.0),
            ("two", 14.0 if not plain else 3.0),
            ("before", 8.0 if before else 0.5),
            ("none", 8.0 if not plain else 30.0),
            ("bare", 3.0),
        ),
    )
    line = Line("caption", [Piece(text, "caption")], whole=True)
    if form == "none":
        return [line]
    if form == "two" and chance(rng, 0.15):
        return _torn(desk, line)
    if form == "two":
        first, second = credits.two_lines(rng, desk.style, desk.cast)
        return [line, _credit(first), _credit(second, tight=not chance(rng, 0.08))]
    signed = (credits.no_action if form == "bare" else credits.photo)(rng, desk.style, desk.cast)
    if form == "after":
        return [line, _credit(signed)]
    if form == "before":
        return [_credit(signed), line]
    gap = rng.choice((" ", " ", "", "　")) if not signed.text.startswith("（") else ""
    line.pieces.append(Piece(gap + signed.text, "credit"))
    line.credits = signed.credits
    return [line]


def _torn(desk: Desk, line: Line) -> list[Line]:
    """…。记者周小友、洪小婷 at the caption's end, 通讯员张小燕 摄影报道 on the next line; the action is for all."""
    action = desk.rng.choice(("摄影报道", "摄"))
    role = desk.rng.choice(("记者", "本报记者"))
    names, other = desk.cast.some(desk.cast.photographers), desk.rng.choice(desk.cast.correspondents)
    line.pieces.append(Piece(f" {role}{desk.style.role_gap}{names_text(names, '、', desk.style.pad)}", "credit"))
    line.credits = [credit(name, "记者", "本报" if role.startswith("本报") else None, action) for name in names]
    shown = names_text([other], "", desk.style.pad)
    return [
        line,
        _credit(Signed(f"通讯员{desk.style.role_gap}{shown} {action}", [credit(other, "通讯员", None, action)])),
    ]


def _credit(signed: Signed, tight: bool = False) -> Line:
    return Line("credit", [Piece(signed.text, "credit")], credits=signed.credits, tight=tight)


def caption_lines(desk: Desk, story: Story, doc: Document, *, plain: bool = True) -> None:
    """A picture inside an article: a sentence or 图为…, with or without credit."""
    rng = desk.rng
    text = short_caption(desk, doc)
    day = desk.style.yesterday
    start = weighted(
        rng,
        (
            ("", 35.0 if plain else 0.0),
            ("图为", 30.0),
            (f"{day.month}月{day.day}日，", 20.0),
            ("上图：", 7.0),
            ("图①：", 5.0),
            ("右图：", 3.0),
        ),
    )
    story.figure(picture(desk, f"{start}{text}", plain=True))
    if start == "图①：":
        story.figure(picture(desk, f"图②：{short_caption(desk, doc)}", plain=True))
    elif start == "上图：" and chance(rng, 0.7):
        story.figure(picture(desk, f"下图：{short_caption(desk, doc)}", plain=True))


def short_caption(desk: Desk, doc: Document) -> str:
    """What a picture shows, in one sentence."""
    if len(doc.captions) > 1:
        return desk.rng.choice(doc.captions[1:]).removeprefix("图为")
    return f"{subhead(desk.rng, doc.paragraphs, 6, 18)}。"


def maybe_box(desk: Desk, story: Story, doc: Document) -> None:
    """A box at the end of an article: a label, one or two paragraphs."""
    rng = desk.rng
    other = desk.draw(doc.kind, 1, 3)
    label = desk.word("boxes")
    titled = weighted(rng, (("", 78.0), ("line", 13.0), ("colon", 9.0)))
    story.add(
        "heading", f"{label}：{subhead(rng, other.paragraphs, 4, 10)}" if titled == "colon" else _decorated(desk, label)
    )
    if titled == "line":
        story.add("heading", subhead(rng, other.paragraphs, 4, 12))
    if chance(rng, 0.12):
        _facts(desk, story, other)
        return
    desk.paragraphs(story, (doc if chance(rng, 0.3) else other).paragraphs[: rng.choice((1, 1, 2, 2, 3))])
    if chance(rng, 0.06):
        desk.sign(story, bylines.tail_bracket(rng, desk.style, desk.cast))


def _facts(desk: Desk, story: Story, doc: Document) -> None:
    """A box of short lines: bulleted facts, years, or name and number."""
    rng = desk.rng
    form = rng.choice(
        ("●{text}。", "{n}. {text}", "■ {text}", "{year}年 {text}", "{text}：{n}%", "{text} {n}个", "· {text}")
    )
    tight = chance(rng, 0.6)
    for index in range(rng.randint(3, 6)):
        text = subhead(rng, doc.paragraphs, 3, 16)
        number = index + 1 if "{n}." in form else rng.randint(3, 98)
        story.add(
            "paragraph", form.format(text=text, n=number, year=1978 + 5 * index), tight=tight and index > 0, whole=True
        )


def _decorated(desk: Desk, label: str) -> str:
    form = weighted(
        desk.rng,
        (
            ("{}", 80.0),
            ("【{}】", 8.0),
            ("■{}", 4.0),
            ("［{}］", 2.0),
            ("■ {}", 2.0),
            ("{}：", 1.0),
            ("◆{}", 2.0),
            ("▲{}", 1.0),
        ),
    )
    return form.format(label)


def opening_box(desk: Desk, story: Story, doc: Document, texts: list[str]) -> None:
    """编者按 or 开栏的话 before the byline: a label, a paragraph, at times ——编 者."""
    rng = desk.rng
    story.add("heading", _decorated(desk, desk.word("boxes: opening")))
    desk.paragraphs(story, texts)
    if chance(rng, 0.45):
        story.add("paragraph", rng.choice(("——编 者", "——编者", "——编  者", "本报编辑部", "——本报编辑部")))


def inner_box(desk: Desk, story: Story, doc: Document) -> None:
    """A box in mid-article: the next paragraph resumes the article."""
    maybe_box(desk, story, doc)


def deck(desk: Desk, story: Story, texts: list[str], label: bool) -> None:
    """提要 or 核心阅读: under a label, or bare between headline and byline."""
    if label:
        name = _decorated(desk, desk.word("deck labels"))
        story.put(Line("deck_label", [Piece(name, "deck_label", False)]))
    for text in texts:
        story.add("deck", text)
