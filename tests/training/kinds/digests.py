"""Round-ups: 简讯, 一句话新闻, 新书架; and news that closes with a list."""

from __future__ import annotations

from tests.training import leads, tails
from tests.training.chance import chance, odds
from tests.training.desk import Desk, spread
from tests.training.documents import Document
from tests.training.headlines import put_opening, stack
from tests.training.kinds.news import mix, tail
from tests.training.people import person
from tests.training.phrases import subhead
from tests.training.story import Line, Piece, Story
from tests.training.wordlists import lists

PLACES = lists("places")
BULLETS = ("●", "■", "◆", "▲", "△", "★", "※", "·", "○", "◇", "", "", "△ ", "1")


def short(text: str, least: int) -> str:
    """The first sentences of a paragraph, at least that many characters."""
    end = text.find("。", least)
    cut = text[: end + 1] if end > 0 else text
    return cut if cut.count("“") == cut.count("”") else text


def digest(desk: Desk) -> Story:
    """Items with bullets, with titles, or bare; signed or not."""
    rng, story, style = desk.rng, Story(), desk.style
    title = desk.word("digest titles: hong kong" if style.traditional else "digest titles")
    story.add("headline", rng.choice(("{}", "【{}】", "■{}")).format(title) if chance(rng, 0.2) else spread(rng, title))
    titled, signed, tight = chance(rng, 0.42), chance(rng, 0.6), chance(rng, 0.25)
    by_country = chance(rng, 0.5 if style.genre == "world" else 0.05)
    mark = odds(rng, "- 70 ● 10 ■> 10 ◆ 10").strip("-").replace(">", " ")
    bullet = "" if titled else rng.choice(BULLETS)
    for index in range(rng.randint(3, 7)):
        doc = desk.draw(odds(rng, "news 60 culture 20 sport 10 world 10"), 1, 1)
        if titled:
            country = rng.choice(PLACES["countries"]) + "：" if by_country else ""
            story.add("heading", mark + country + (doc.titles or [subhead(rng, doc.paragraphs, 6, 14)])[0][:20])
        _item(desk, story, doc, f"{index + 1}. " if bullet == "1" else bullet, titled=titled, tight=tight and index > 0)
        if signed and chance(rng, 0.85):
            desk.tail(story, tails.bare(style, desk.cast), odds(rng, "bracket 80 spaced 12 glued 8"))
    return story


def _item(desk: Desk, story: Story, doc: Document, bullet: str, *, titled: bool, tight: bool) -> None:
    marked = not titled and not bullet and chance(desk.rng, 0.3)
    lead = leads.Lead("本报讯 ", ("本报", None, None)) if marked else leads.Lead(bullet)
    desk.open(story, lead, short(doc.paragraphs[0], 90 if titled else 40), tight=tight, whole=chance(desk.rng, 0.7))


def bookshelf(desk: Desk) -> Story:
    """A round-up of books or films: 《…》 above each paragraph."""
    rng, story = desk.rng, Story()
    story.add("headline", desk.word("review digests"))
    for _ in range(rng.randint(2, 5)):
        doc = desk.draw("culture" if chance(rng, 0.6) else "essay", 1, 1)
        writer = f" {person(rng)} 著" if chance(rng, 0.2) else ""
        story.add("heading", f"《{subhead(rng, doc.paragraphs, 2, 8)}》{writer}")
        if chance(rng, 0.3):
            story.add("paragraph", f"{person(rng)} 著　{desk.word('publishers')}", whole=True)
        story.add("paragraph", short(doc.paragraphs[0], 50))
    return story


def numbers(desk: Desk) -> Story:
    """A short news item that closes with a list of bulleted facts."""
    rng, story = desk.rng, Story()
    doc = desk.draw("news", 2, 4)
    put_opening(desk, story, stack(desk, doc, mix(desk)), None, None)
    lead = leads.local(rng, desk.style, desk.cast) if chance(rng, 0.6) else leads.Lead()
    end = rng.choice(("，具体包括：", "：", "，主要有以下几项——", "。具体如下："))
    desk.open(story, lead, short(doc.paragraphs[0], 30).rstrip("。") + end, whole=True)
    mark = rng.choice(("●", "——", "■", "◆", "1", "▲", "一"))
    for index, text in enumerate(doc.paragraphs[1:] + doc.paragraphs[:1]):
        start = {"1": f"{index + 1}.", "一": "一二三四五"[index % 5] + "是"}.get(mark, mark)
        story.put(Line("paragraph", [Piece(start + short(text, 16), "paragraph")], tight=chance(rng, 0.2)))
    if chance(rng, 0.3):
        tail(desk, story)
    return story
