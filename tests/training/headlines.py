"""Headline stacks: 引题, 主题, 副题 and column label, cut from an article's own text, in the order papers print them."""

from __future__ import annotations

from typing import NamedTuple

from tests.training.chance import chance, weighted
from tests.training.desk import Desk
from tests.training.documents import Document
from tests.training.people import person
from tests.training.phrases import subhead
from tests.training.signing import Signed
from tests.training.story import Story
from tests.training.wordlists import lists

PLACES = lists("places")
MIXES = {
    "national": (("single", 57.0), ("kicker", 28.0), ("subtitle", 13.5), ("all", 1.5)),
    "daily": (("single", 50.0), ("kicker", 27.0), ("subtitle", 14.0), ("all", 9.0)),
    "city": (("single", 58.0), ("kicker", 26.0), ("subtitle", 12.0), ("all", 4.0)),
    "hong kong": (("single", 48.0), ("kicker", 16.0), ("subtitle", 32.0), ("all", 4.0)),
    "plain": (("single", 88.0), ("kicker", 7.0), ("subtitle", 5.0)),
}


class Heads(NamedTuple):
    """The three lines of a headline stack; two may be missing."""

    headline: str
    kicker: str | None = None
    subtitle: str | None = None


def stack(desk: Desk, doc: Document, mix: str = "daily") -> Heads:
    """Draw a headline stack from the document's phrases."""
    form = weighted(desk.rng, MIXES[mix])
    pool = list(dict.fromkeys(doc.titles)) or [subhead(desk.rng, doc.paragraphs, 6, 18)]
    main = headline(desk, pool)
    rest = [title for title in pool if title not in main] or [subhead(desk.rng, doc.paragraphs, 6, 20)]
    facts = doc.kickers if doc.kickers and chance(desk.rng, 0.8) else rest
    above = kicker(desk, facts) if form in ("kicker", "all") else None
    below = subtitle(desk, doc, rest[1:] or rest) if form in ("subtitle", "all") else None
    return Heads(main, above, below)


def headline(desk: Desk, pool: list[str]) -> str:
    """One phrase, two with a blank, a question, a quotation."""
    rng = desk.rng
    first = pool[0]
    if desk.style.genre == "world" and chance(rng, 0.12) and "：" not in first:
        return f"{rng.choice(PLACES['countries'])}：{first}"
    if len(pool) > 1 and chance(rng, 0.22) and len(first) + len(pool[1]) <= 28:
        return f"{first} {pool[1]}"
    if chance(rng, 0.05):
        return f"{first}？"
    if chance(rng, 0.05) and "“" not in first:
        return f"“{first}”"
    if chance(rng, 0.04) and len(pool) > 1 and len(first) + len(pool[1]) <= 26:
        return f"{first}{rng.choice('，：')}{pool[1]}"
    return first


def kicker(desk: Desk, pool: list[str]) -> str:
    """引题: ends in ——, ： or nothing; rarely opens with ■."""
    rng = desk.rng
    text = pool[0]
    if len(pool) > 2 and chance(rng, 0.18) and len(text) + len(pool[1]) < 30:
        text += rng.choice((" ", " ", "，")) + pool[1]
    if chance(rng, 0.06):
        return f"{rng.choice(PLACES['cities'])}{rng.choice(('市', ''))}{rng.choice(PLACES['counties'])}{rng.choice(('县', '区', ''))}——"
    text += weighted(rng, (("", 72.0), ("——", 20.0), ("：", 8.0)))
    return f"{rng.choice('■●◆')} {text}" if chance(rng, 0.02) else text


def subtitle(desk: Desk, doc: Document, pool: list[str]) -> str:
    """副题: —— and a clause, a place, a person spoken to; or one or two bare clauses."""
    rng = desk.rng
    text = rng.choice(pool[:4])
    if chance(rng, 0.56):
        form = rng.randrange(6)
        if form == 0:
            text = f"访{text[:12]}负责人{person(rng)}"
        elif form == 1:
            text = f"{text[:14]}{desk.word('subtitle endings')}"
        elif form == 2:
            text = f"来自{(doc.place or text)[:10]}的报告"
        elif form == 3:
            text = f"{rng.choice(('写在', '记', '写给', '聚焦', '看', '走进'))}{text}"
        if chance(rng, 0.1):
            text += rng.choice(("（上）", "（下）", "（中）", "①", "③", "之一", "之三", "（二）"))
        return f"——{text}"
    if chance(rng, 0.15):
        return f"{desk.word('spokesmen')}：{text}"
    details = [phrase for phrase in doc.details if len(phrase) > 9] or pool
    if len(details) > 1 and chance(rng, 0.6):
        return f"{details[0]} {details[1]}"
    return details[0]


def put_heads(desk: Desk, story: Story, heads: Heads) -> None:
    """Print kicker, headline, subtitle."""
    if heads.kicker:
        story.add("kicker", heads.kicker)
    story.add("headline", heads.headline)
    if heads.subtitle:
        story.add("subtitle", heads.subtitle)


def put_opening(
    desk: Desk, story: Story, heads: Heads, byline: Signed | None = None, column: str | None = None
) -> None:
    """Print a headline stack with its column label and byline line, in one of the orders in use."""
    rng = desk.rng
    if column and desk.style.label_in_brackets and chance(rng, 0.85):
        if heads.kicker:
            story.add("kicker", heads.kicker)
        desk.labelled_headline(story, heads.headline, column)
        if heads.subtitle:
            story.add("subtitle", heads.subtitle)
        place = ""
    else:
        place = _column_place(desk, heads, byline) if column else ""
        if place == "first":
            desk.column(story, column or "")
        _stack_lines(desk, story, heads, column if place == "between" else None)
    if place == "middle":
        desk.column(story, column or "")
    if byline:
        desk.sign(story, byline)
    if place == "last":
        desk.column(story, column or "")


def _column_place(desk: Desk, heads: Heads, byline: Signed | None) -> str:
    options = [("first", 62.0), ("middle", 14.0), ("last", 20.0 if byline else 2.0)]
    if heads.kicker or heads.subtitle:
        options.append(("between", 6.0))
    return weighted(desk.rng, options)


def _stack_lines(desk: Desk, story: Story, heads: Heads, column: str | None) -> None:
    if heads.kicker:
        story.add("kicker", heads.kicker)
        if column:
            desk.column(story, column)
    story.add("headline", heads.headline)
    if heads.subtitle:
        if column and not heads.kicker:
            desk.column(story, column)
        story.add("subtitle", heads.subtitle)
