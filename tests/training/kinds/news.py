"""News: dispatches with and without lead mark, briefs, agency news."""

from __future__ import annotations

from tests.training import bylines, leads
from tests.training.chance import chance, weighted
from tests.training.desk import Desk
from tests.training.headlines import put_heads, put_opening, stack
from tests.training.kinds.boxes import caption_lines, maybe_box
from tests.training.signing import Signed, names_text
from tests.training.story import Story, credit

MIX = {"national": "national", "evening": "city", "hongkong": "daily", "eighties": "plain", "world": "national"}
STARTS = (
    "近日，",
    "日前，",
    "昨天，",
    "昨日，",
    "连日来，",
    "今年以来，",
    "{day}，",
    "{day}上午，",
    "{day}，记者从有关部门获悉，",
    "记者昨天从市有关部门了解到，",
    "记者{short}日获悉，",
    "记者日前从主管部门了解到，",
)


def mix(desk: Desk) -> str:
    """The headline habits of the paper."""
    return MIX.get(desk.style.genre, "daily")


def opener(desk: Desk) -> str:
    """近日，, 3月4日晚，, or nothing, before the first words of a piece."""
    if chance(desk.rng, 0.55):
        return ""
    day = desk.style.yesterday
    return desk.rng.choice(STARTS).format(day=f"{day.month}月{day.day}日", short=day.day)


def news(desk: Desk, kind: str = "news", low: int = 2, high: int = 5) -> Story:
    """A dispatch of a few paragraphs: 本报讯, 本报X月X日电, a byline line, or nothing before its first words."""
    rng, story = desk.rng, Story()
    doc = desk.draw(kind, low, high)
    column = desk.series(desk.word("columns: news")) if chance(rng, 0.05) else None
    form = weighted(
        rng,
        (
            ("local", 43.0 - 30 * desk.style.dated),
            ("dated", 5.0 + 40 * desk.style.dated),
            ("byline", 12.0),
            ("tail", 30.0 if desk.style.genre == "eighties" else 9.0),
            ("none", 5.0),
        ),
    )
    byline = desk.byline() if form == "byline" or chance(rng, 0.03) else None
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
    first = opener(desk) + texts[0]
    if form == "local":
        desk.open(story, leads.local(desk.rng, desk.style, desk.cast), first)
    elif form == "dated":
        desk.open(story, leads.dated(desk.rng, desk.style, desk.cast), first)
    else:
        story.add("paragraph", first)
    desk.paragraphs(story, texts[1:])


def tail(desk: Desk, story: Story) -> None:
    """Sign at the end: inside the last paragraph, or in a line of its own."""
    rng, style, cast = desk.rng, desk.style, desk.cast
    form = weighted(rng, (("line", 35.0), ("glued", 20.0), ("bracket", 25.0), ("spaced", 20.0)))
    if form == "line":
        signed = bylines.tail_bracket(rng, style, cast)
        desk.sign(story, signed)
        return
    names = cast.some(cast.reporters + cast.correspondents)
    if form == "spaced" and chance(rng, 0.6):
        desk.tail(story, bylines.staff(rng, style, cast), form)
    else:
        text = names_text(names, style.name_gap, style.pad)
        desk.tail(story, Signed(text, [credit(name) for name in names]), form)


def brief(desk: Desk) -> Story:
    """A short piece of one or two paragraphs."""
    return news(desk, "news", 1, 2)


def wire(desk: Desk, kind: str = "") -> Story:
    """Agency news: 新华社…电 at the head, at the foot, or above with the title again."""
    rng, story = desk.rng, Story()
    kind = kind or weighted(rng, (("news", 55.0), ("world", 35.0), ("feature", 10.0)))
    doc = desk.draw(kind, 2, 6)
    put_heads(desk, story, stack(desk, doc, mix(desk)))
    where = rng.choice(leads.PLACES["foreign cities"]) if kind == "world" else None
    form = weighted(rng, (("head", 80.0), ("foot", 14.0), ("title", 6.0)))
    if form == "title":
        title = story.lines[-1].text
        desk.open(story, leads.bare_wire(rng, desk.style, title), "", whole=True)
        desk.sign(story, bylines.agency(rng, desk.style, desk.cast))
        desk.paragraphs(story, doc.paragraphs)
    elif form == "head":
        desk.open(story, leads.wire(rng, desk.style, desk.cast, where), doc.paragraphs[0])
        desk.paragraphs(story, doc.paragraphs[1:])
    else:
        desk.paragraphs(story, doc.paragraphs)
        _closing(desk, story)
    return story


def _closing(desk: Desk, story: Story) -> None:
    lead = leads.closing(desk.rng, desk.style, desk.cast)
    if chance(desk.rng, 0.45):
        desk.tail(story, Signed(lead.text, lead.credits), "spaced")
        line = story.lines[-1]
        line.pieces[-1].text = lead.text
        line.dateline = lead.dateline
    else:
        story.add("byline", lead.text, credits=lead.credits, dateline=lead.dateline)


def repeated(desk: Desk) -> Story:
    """News whose names stand twice: in a byline line and in its dateline, perhaps a photo between."""
    rng, story = desk.rng, Story()
    doc = desk.draw("news", 3, 5)
    heads = stack(desk, doc, "daily")
    lead = leads.dated(rng, desk.style, desk.cast)
    names = [str(one["name"]) for one in lead.credits if one["role"] == "记者"] or desk.cast.some(desk.cast.reporters)
    style = desk.style
    signed = Signed(
        f"本报记者{style.role_gap}{names_text(names, style.name_gap, style.pad)}",
        [credit(name, "记者", "本报") for name in names],
    )
    put_opening(desk, story, heads, signed)
    if chance(rng, 0.5):
        caption_lines(desk, story, doc)
    desk.open(story, lead, doc.paragraphs[0])
    desk.paragraphs(story, doc.paragraphs[1:])
    return story


def foreign(desk: Desk) -> Story:
    """World news by the paper's own correspondents, at times 综合…报道."""
    rng, story = desk.rng, Story()
    doc = desk.draw("world", 2, 6)
    form = weighted(rng, (("dated", 40.0), ("byline", 30.0), ("combined", 10.0), ("foot", 20.0)))
    byline = bylines.abroad(rng, desk.style, desk.cast) if form in ("byline", "foot") else None
    put_opening(desk, story, stack(desk, doc, mix(desk)), byline)
    texts = doc.paragraphs
    if form == "dated":
        desk.open(story, leads.dated(rng, desk.style, desk.cast, rng.choice(leads.PLACES["foreign cities"])), texts[0])
    elif form == "combined":
        story.add("paragraph", f"{rng.choice(('综合本报驻外记者报道：', '据外电报道，', '综合外电报道，'))}{texts[0]}")
    else:
        story.add("paragraph", texts[0])
    desk.paragraphs(story, texts[1:])
    if form == "foot":
        _closing(desk, story)
    elif form == "combined" and chance(rng, 0.6):
        names = desk.cast.some(desk.cast.reporters, 3)
        text = f"（综合本报记者{'、'.join(names)}报道）"
        desk.sign(story, Signed(text, [credit(name, "记者", "本报", "报道") for name in names]))
    return story
