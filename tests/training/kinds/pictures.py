"""Photos printed as articles of their own: with a title and without; several pictures under one title."""

from __future__ import annotations

from tests.training import credits
from tests.training.chance import chance, odds
from tests.training.desk import Desk
from tests.training.documents import Document
from tests.training.kinds.boxes import picture, short_caption
from tests.training.phrases import subhead
from tests.training.story import Story
from tests.training.style import month_day


def caption(desk: Desk, doc: Document) -> str:
    """A caption of one to three sentences about the document's matter."""
    rng = desk.rng
    if doc.captions and chance(rng, 0.75):
        return _dated(desk, doc, doc.captions[0])
    said = [part + "。" for part in doc.paragraphs[0].split("。") if len(part) > 6] or [doc.paragraphs[0]]
    text = "".join(said[: rng.choice((1, 2, 2, 3))])
    if text.count("“") != text.count("”"):
        text = subhead(rng, doc.paragraphs, 8, 24) + "。"
    if chance(rng, 0.12):
        text += f"图为{subhead(rng, doc.paragraphs, 6, 16)}。"
    return _dated(desk, doc, text) + (
        rng.choice(("（上图）", "（右图）", "（左图）", "（下图）")) if chance(rng, 0.05) else ""
    )


def _dated(desk: Desk, doc: Document, text: str) -> str:
    """The caption's text after its date and place."""
    rng = desk.rng
    day = month_day(desk.style.yesterday, desk.style)
    place = f"在{doc.place or rng.choice(('市区', '江滨', '城郊'))}{desk.word('scene places')}，"
    form = odds(
        rng,
        "{day}，{place} 30 {day}，{text} 26 昨天， 6 连日来， 6 近日， 8 日前， 4 - 10 图为 4 {day}上午， 4 昨日， 4",
    )
    return form.strip("-").format(day=day, place=place, text="") + text


def photo(desk: Desk) -> Story:
    """A picture with caption and credit, with a title in three cases of five."""
    rng, story = desk.rng, Story()
    doc = desk.draw(odds(rng, "news 50 feature 30 culture 20"), 1, 2)
    text, titled = caption(desk, doc), chance(rng, 0.6)
    if titled:
        if chance(rng, 0.3):
            desk.column(story, desk.word("columns: photo"))
        story.add(
            "headline", subhead(rng, doc.paragraphs, 3, 9) if chance(rng, 0.7) else (doc.titles or ["图片新闻"])[0]
        )
        if chance(rng, 0.06):
            story.add("subtitle", rng.choice(doc.details or doc.titles or ["一组镜头"]))
    elif chance(rng, 0.45):
        desk.column(story, desk.word("columns: photo"))
    story.figure(picture(desk, text, before=titled))
    story.lines[0].gap = desk.style.photo_gap
    return story


def essay(desk: Desk) -> Story:
    """A title, a few lines of text, several pictures with short captions."""
    rng, story = desk.rng, Story()
    doc = desk.draw("feature", 3, 4)
    story.add("headline", (doc.titles or ["影像"])[0])
    signed = credits.photo(rng, desk.style, desk.cast)
    if chance(rng, 0.6) and all(one["name"] for one in signed.credits):
        desk.sign(story, signed)
    desk.paragraphs(story, doc.paragraphs[:1])
    form = odds(rng, "- 40 图{}： 30 图{}： 30").strip("-")
    for index in range(rng.randint(2, 5)):
        story.figure(picture(desk, form.format("①②③④⑤"[index]) + short_caption(desk, doc), plain=True))
    return story
