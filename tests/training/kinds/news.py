"""News: dispatches with and without lead mark, briefs, agency news, news from abroad."""

from __future__ import annotations

from tests.training import authors, bylines, leads, tails
from tests.training.chance import chance, odds, weighted
from tests.training.desk import Desk
from tests.training.headlines import put_heads, put_opening, stack
from tests.training.kinds.boxes import caption_lines, maybe_box
from tests.training.signing import Signed, names_text
from tests.training.story import Story, credit
from tests.training.wordlists import sentences

MIX = {"national": "national", "evening": "city", "eighties": "plain", "world": "national", "hongkong": "hong kong"}
OPENERS = sentences("pieces")["openers"]


def mix(desk: Desk) -> str:
    """The headline habits of the paper."""
    return MIX.get(desk.style.genre, "daily")


def opener(desk: Desk) -> str:
    """近日，, 3月4日，, or nothing, before the first words of a piece."""
    day = desk.style.yesterday
    return (
        desk.rng.choice(OPENERS).format(day=f"{day.month}月{day.day}日", short=day.day)
        if chance(desk.rng, 0.45)
        else ""
    )


def news(desk: Desk, kind: str = "news", low: int = 2, high: int = 5) -> Story:
    """A dispatch of a few paragraphs: 本报讯, 本报X月X日电, a byline line, or nothing before its first words."""
    rng, story = desk.rng, Story()
    doc = desk.draw(kind, low, high)
    dated, old = desk.style.dated, desk.style.genre == "eighties"
    forms = (
        ("local", 43.0 - 30 * dated),
        ("dated", 5.0 + 40 * dated),
        ("byline", 12.0),
        ("tail", 30.0 if old else 9.0),
        ("none", 5.0),
    )
    form = weighted(rng, forms)
    byline = desk.byline() if form == "byline" or chance(rng, 0.03) else None
    column = desk.series(desk.word("columns: news")) if chance(rng, 0.05) else None
    put_opening(desk, story, stack(desk, doc, mix(desk)), byline, column)
    if chance(rng, 0.03):
        caption_lines(desk, story, doc)
    _text(desk, story, form, doc.paragraphs)
    if form == "tail":
        tail(desk, story)
    if chance(rng, 0.06):
        maybe_box(desk, story, doc)
    return story


def _text(desk: Desk, story: Story, form: str, texts: list[str]) -> None:
    makers = {"local": leads.local, "dated": leads.dated}
    lead = makers[form](desk.rng, desk.style, desk.cast) if form in makers else leads.Lead()
    desk.open(story, lead, opener(desk) + texts[0])
    desk.paragraphs(story, texts[1:])


def tail(desk: Desk, story: Story) -> None:
    """Sign at the end: in a line of its own, or inside the last paragraph."""
    rng, style, cast = desk.rng, desk.style, desk.cast
    form = odds(rng, "line 35 glued 20 bracket 25 spaced 20")
    if form == "line":
        desk.sign(story, tails.bracket(rng, style, cast))
    elif form == "spaced" and chance(rng, 0.6):
        desk.tail(story, bylines.staff(rng, style, cast), form)
    else:
        desk.tail(story, tails.bare(style, cast), form)


def brief(desk: Desk) -> Story:
    """A short piece of one or two paragraphs."""
    return news(desk, "news", 1, 2)


def sport(desk: Desk) -> Story:
    """News of a match."""
    return news(desk, "sport")


def culture(desk: Desk) -> Story:
    """News of the arts."""
    return news(desk, "culture")


def wire(desk: Desk, kind: str = "") -> Story:
    """Agency news: 新华社…电 at the head, at the foot, or above with the title again."""
    rng, story = desk.rng, Story()
    kind = kind or odds(rng, "news 55 world 35 feature 10")
    doc = desk.draw(kind, 2, 6)
    put_heads(desk, story, stack(desk, doc, mix(desk)))
    form = odds(rng, "head 80 foot 14 title 6")
    if form == "title":
        desk.open(story, leads.bare_wire(rng, desk.style, story.lines[-1].text), "", whole=True)
        desk.sign(story, authors.agency(rng, desk.style, desk.cast))
    if form == "head":
        where = rng.choice(leads.PLACES["foreign cities"]) if kind == "world" else None
        desk.open(story, leads.wire(rng, desk.style, desk.cast, where), doc.paragraphs.pop(0))
    desk.paragraphs(story, doc.paragraphs)
    if form == "foot":
        _closing(desk, story)
    return story


def world_wire(desk: Desk) -> Story:
    """Agency news from abroad."""
    return wire(desk, "world")


def _closing(desk: Desk, story: Story) -> None:
    """（新华社北京1月31日电） at the end of the last paragraph or below it."""
    lead = leads.closing(desk.rng, desk.style, desk.cast)
    if chance(desk.rng, 0.45):
        desk.tail(story, Signed(lead.text, lead.credits), "glued")
        story.lines[-1].dateline = lead.dateline
    else:
        story.add("byline", lead.text, credits=lead.credits, dateline=lead.dateline)


def repeated(desk: Desk) -> Story:
    """News whose names stand twice: in a byline line and in its dateline, perhaps a photo between."""
    rng, style, story = desk.rng, desk.style, Story()
    doc = desk.draw("news", 3, 5)
    lead = leads.dated(rng, style, desk.cast)
    names = [str(one["name"]) for one in lead.credits if one["role"] == "记者"] or desk.cast.some(desk.cast.reporters)
    text = f"本报记者{style.role_gap}{names_text(names, style.name_gap, style.pad)}"
    put_opening(desk, story, stack(desk, doc, "daily"), Signed(text, [credit(name, "记者", "本报") for name in names]))
    if chance(rng, 0.5):
        caption_lines(desk, story, doc)
    desk.open(story, lead, doc.paragraphs[0])
    desk.paragraphs(story, doc.paragraphs[1:])
    return story


def foreign(desk: Desk) -> Story:
    """World news by the paper's own correspondents, at times 综合…报道."""
    rng, story = desk.rng, Story()
    doc = desk.draw("world", 2, 6)
    form = odds(rng, "dated 40 byline 30 combined 10 foot 20")
    byline = authors.abroad(rng, desk.style, desk.cast) if form in ("byline", "foot") else None
    put_opening(desk, story, stack(desk, doc, mix(desk)), byline)
    where = rng.choice(leads.PLACES["foreign cities"])
    lead = leads.dated(rng, desk.style, desk.cast, where) if form == "dated" else leads.Lead()
    source = rng.choice(("综合本报驻外记者报道：", "据外电报道，", "综合外电报道，")) if form == "combined" else ""
    desk.open(story, lead, source + doc.paragraphs[0])
    desk.paragraphs(story, doc.paragraphs[1:])
    if form == "foot":
        _closing(desk, story)
    elif form == "combined" and chance(rng, 0.6):
        names = desk.cast.some(desk.cast.reporters, 3)
        desk.sign(
            story,
            Signed(f"（综合本报记者{'、'.join(names)}报道）", [credit(name, "记者", "本报", "报道") for name in names]),
        )
    return story
