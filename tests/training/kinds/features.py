"""Features: column label, deck, byline, paragraphs under subheads of one shape, boxes and pictures inside."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.training import bylines, tails
from tests.training.chance import chance, odds, weighted
from tests.training.desk import Desk
from tests.training.documents import Document
from tests.training.headlines import Heads, put_opening, stack
from tests.training.kinds.boxes import caption_lines, deck, maybe_box, opening_box
from tests.training.kinds.news import mix, tail
from tests.training.kinds.subheads import (
    SHAPES,
    Shape,
    bulleted,
    numbered,
    pair,
    phrase,
    place,
    question,
    quotation,
)
from tests.training.phrases import subhead
from tests.training.signing import Signed
from tests.training.story import Story
from tests.training.wordlists import sentences

PIECES = sentences("pieces")
BRIDGE_RE = re.compile(
    r"^(?:据介绍|目前|与此同时|不仅如此|说到底|如今|据了解|去年|事实上|记者了解到|另一方面|同时|此外|但|但是|然而|因此)，"
)
SIGNED_SHAPES: tuple[tuple[Shape, float], ...] = (
    (phrase, 40.0),
    (place, 30.0),
    (quotation, 15.0),
    (numbered, 8.0),
    (bulleted, 7.0),
)


def runs_of(desk: Desk, texts: list[str], count: int) -> list[list[str]]:
    """Cut paragraphs into that many runs, none empty; where the source had subheads, mostly there."""
    count = max(1, min(count, len(texts)))
    cuts = sorted(desk.rng.sample(range(1, len(texts)), count - 1)) if count > 1 else []
    own = [index for index, text in enumerate(texts) if index and getattr(text, "head", None)]
    if len(own) > 1 and count > 1 and chance(desk.rng, 0.75):
        cuts = own[:6]
    return [texts[a:b] for a, b in zip([0, *cuts], [*cuts, len(texts)], strict=True)]


def body(
    desk: Desk,
    story: Story,
    doc: Document,
    count: int,
    *,
    bare: bool = True,
    shape: Shape | None = None,
    signed: bool = False,
) -> None:
    """Paragraphs under `count` subheads of one shape; `bare`: a first run stands without."""
    rng = desk.rng
    desk.forget_forms()
    shape = shape or weighted(rng, SHAPES)
    runs = runs_of(desk, doc.paragraphs, count + bare)
    box_at = rng.randrange(1, len(runs)) if len(runs) > 1 and chance(rng, 0.12) else None
    for index, run in enumerate(runs):
        if index >= bare:
            asks = shape in (phrase, pair) and chance(rng, 0.1)
            headings(desk, story, (question if asks else shape)(desk, _headed_by(desk, doc, run), index - bare))
        _run(desk, story, doc, run, box=index == box_at)
        if signed:
            desk.sign(story, tails.bracket(rng, desk.style, desk.cast))


def _headed_by(desk: Desk, doc: Document, run: list[str]) -> list[str]:
    """The paragraphs that a subhead's words are cut from: those below it, or, as often in print, others of the piece."""
    if getattr(run[0], "head", None) or chance(desk.rng, 0.6):
        return run
    return desk.rng.sample(doc.paragraphs, len(doc.paragraphs))


def headings(desk: Desk, story: Story, lines: list[str]) -> None:
    """The one or two lines of a subhead."""
    for index, text in enumerate(lines):
        story.add("heading", text, tight=index > 0 and chance(desk.rng, 0.3))


def _run(desk: Desk, story: Story, doc: Document, run: list[str], *, box: bool) -> None:
    at = desk.rng.randrange(1, len(run)) if box and len(run) > 1 else None
    for index, text in enumerate(run):
        if index == at:
            maybe_box(desk, story, doc)
            story.add("resume", text)
            continue
        story.add("paragraph", text)
        if chance(desk.rng, 0.08):
            question = desk.rng.choice(PIECES["question subheads"]).format(subhead(desk.rng, [text], 3, 10))
            story.add("paragraph", question if chance(desk.rng, 0.4) else desk.rng.choice(PIECES["questions"]))
        if chance(desk.rng, 0.03):
            caption_lines(desk, story, doc)


def deck_texts(desk: Desk, doc: Document) -> list[str]:
    """40 to 160 characters that sum the article up: its sentences, closing with a question at times."""
    rng = desk.rng
    parts = [
        part
        for text in doc.paragraphs[1:]
        for part in text.split("。")
        if 8 < len(part) < 70 and not re.search("[“”]", part)
    ]
    said = [BRIDGE_RE.sub("", part) + "。" for part in parts]
    rng.shuffle(said)
    text = "".join(said[: rng.randint(1, 3)]) or doc.paragraphs[-1]
    if chance(rng, 0.35):
        text += rng.choice(PIECES["deck ends"])
    return [text] if chance(rng, 0.85) or len(said) < 4 else [text, said[-1] + said[-2]]


def feature(desk: Desk) -> Story:
    """A long piece with byline and subheads, often with a column label, a deck, a picture or a box."""
    rng, story = desk.rng, Story()
    doc = desk.draw(odds(rng, "feature 75 news 15 culture 10"), 5, 13)
    names = "columns: national" if desk.style.genre == "national" else "columns: news"
    column = desk.series(desk.word(names)) if chance(rng, 0.35) else None
    _opening(desk, story, doc, desk.byline() if chance(rng, 0.88) else None, column)
    _main_text(desk, story, doc)
    return story


def _opening(desk: Desk, story: Story, doc: Document, byline: Signed | None, column: str | None) -> None:
    """Headline stack, then byline and deck in one of their orders; at times 编者按 instead of a deck."""
    heads: Heads = stack(desk, doc, mix(desk))
    place = odds(desk.rng, "none 46 below 11 labelled 11 bare 13 under 9 box 10")
    first = None if place in ("labelled", "bare", "box") else byline
    put_opening(desk, story, heads, first, column)
    if place == "box":
        opening_box(desk, story, deck_texts(desk, doc)[:1])
    elif place != "none":
        texts = deck_texts(desk, doc)
        bare = place in ("bare", "under")
        deck(desk, story, texts[:1] if bare else texts, label=not bare)
    if byline and not first:
        desk.sign(story, byline)


def _main_text(desk: Desk, story: Story, doc: Document) -> None:
    rng = desk.rng
    boxed = any(line.label == "heading" for line in story.lines)
    if chance(rng, 0.06):
        caption_lines(desk, story, doc)
    count = max(0, min(5, len(doc.paragraphs) // 2 - rng.randrange(2)))
    start = len(story.lines)
    signed = desk.style.genre == "national" and chance(rng, 0.15)
    body(desk, story, doc, count, bare=count < 2 or not chance(rng, 0.16), signed=signed)
    if boxed and story.lines[start].label == "paragraph":
        story.lines[start].label = story.lines[start].pieces[0].field = "resume"
    if chance(rng, 0.12):
        maybe_box(desk, story, doc)
    elif chance(rng, 0.06):
        tail(desk, story)


def signed_sections(desk: Desk) -> Story:
    """A national daily's page-long piece: a deck mostly without label, sections each signed at the foot or above."""
    rng, story = desk.rng, Story()
    column = desk.series(desk.word("columns: national")) if chance(rng, 0.5) else None
    first = desk.draw("feature", 6, 12)
    put_opening(desk, story, stack(desk, first, "national"), None, column)
    if chance(rng, 0.75):
        deck(desk, story, deck_texts(desk, first)[:1], label=chance(rng, 0.35))
    desk.forget_forms()
    shape, above = weighted(rng, SIGNED_SHAPES), chance(rng, 0.3)
    for index, doc in enumerate(_parts(desk, first)):
        headings(desk, story, shape(desk, doc.paragraphs, index))
        if above:
            desk.sign(story, bylines.staff(rng, desk.style, desk.cast))
        desk.paragraphs(story, doc.paragraphs[:4])
        if not above:
            maker = tails.bracket if chance(rng, 0.9) else bylines.staff
            desk.sign(story, maker(rng, desk.style, desk.cast))
    return story


def _parts(desk: Desk, first: Document) -> list[Document]:
    """The sections' texts: runs of one document, or documents of their own after a first run."""
    runs = runs_of(desk, first.paragraphs, desk.rng.randint(2, 5))
    if chance(desk.rng, 0.6):
        return [replace(first, paragraphs=run) for run in runs]
    return [replace(first, paragraphs=runs[0]), *(desk.draw("feature", 1, 4) for _ in runs[1:])]


def case_list(desk: Desk) -> Story:
    """A feature whose sections are people or places, each under a line with ——."""
    rng, story = desk.rng, Story()
    doc = desk.draw("feature", 5, 9)
    put_opening(desk, story, stack(desk, doc, mix(desk)), desk.byline(), None)
    body(desk, story, doc, rng.randint(3, 4), shape=place)
    return story
