"""Photos: with a title and without, credits before, in and after the caption, on one line or two."""

from __future__ import annotations

from tests.training import credits
from tests.training.chance import chance, weighted
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
    sentences = [part + "。" for part in doc.paragraphs[0].split("。") if len(part) > 6] or [doc.paragraphs[0]]
    text = "".join(sentences[: rng.choice((1, 2, 2, 3))])
    if text.count("“") != text.count("”"):
        text = (
            sentences[0]
            if sentences[0].count("“") == sentences[0].count("”")
            else subhead(rng, doc.paragraphs, 8, 24) + "。"
        )
    text = _dated(desk, doc, text)
    if chance(rng, 0.12):
        text += f"图为{subhead(rng, doc.paragraphs, 6, 16)}。"
    if chance(rng, 0.05):
        text += rng.choice(("（上图）", "（右图）", "（左图）", "（下图）"))
    return text


def _dated(desk: Desk, doc: Document, text: str) -> str:
    """A caption's text after its date and place."""
    rng = desk.rng
    day = month_day(desk.style.yesterday, desk.style)
    place = f"在{doc.place or rng.choice(('市区', '江滨', '城郊'))}{desk.word('scene places')}，"
    start = weighted(
        rng,
        (
            (f"{day}，{place}", 30.0),
            (f"{day}，", 26.0),
            ("昨天，", 6.0),
            ("连日来，", 6.0),
            ("近日，", 8.0),
            ("日前，", 4.0),
            ("", 10.0),
            ("图为", 4.0),
            (f"{day}上午，", 4.0),
            ("昨日，", 4.0),
        ),
    )
    return start + text


def photo(desk: Desk) -> Story:
    """A picture printed as an article of its own, with a title in two cases of three."""
    rng, story = desk.rng, Story()
    doc = desk.draw(weighted(rng, (("news", 50.0), ("feature", 30.0), ("culture", 20.0))), 1, 2)
    text = caption(desk, doc)
    titled = chance(rng, 0.6)
    if titled:
        if chance(rng, 0.08):
            desk.column(story, desk.word("columns: photo"))
        title = subhead(rng, doc.paragraphs, 3, 9) if chance(rng, 0.7) else (doc.titles or ["图片新闻"])[0]
        story.add("headline", title)
        if chance(rng, 0.06):
            story.add("subtitle", rng.choice(doc.details or doc.titles or ["一组镜头"]))
    lines = picture(desk, text, before=titled)
    story.figure(lines)
    story.lines[0].gap = desk.style.photo_gap
    return story


def photo_essay(desk: Desk) -> Story:
    """A title, a few lines of text, several pictures with short captions."""
    rng, story = desk.rng, Story()
    doc = desk.draw("feature", 3, 4)
    story.add("headline", (doc.titles or ["影像"])[0])
    signed = credits.photo(rng, desk.style, desk.cast)
    if chance(rng, 0.6) and all(one["name"] for one in signed.credits):
        desk.sign(story, signed)
    desk.paragraphs(story, doc.paragraphs[:1])
    for index in range(rng.randint(2, 5)):
        mark = rng.choice(("", f"图{'①②③④⑤'[index]}：", f"图{index + 1}："))
        story.figure(picture(desk, mark + short_caption(desk, doc), plain=True))
    return story
