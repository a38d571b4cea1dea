"""Opinion: columns, editorials, theory, pieces with an editor's note before them."""

from __future__ import annotations

from tests.training import authors, bylines
from tests.training.chance import chance, odds
from tests.training.desk import Desk
from tests.training.documents import Document
from tests.training.headlines import Heads, headline, put_opening, subtitle
from tests.training.kinds.boxes import deck, opening_box
from tests.training.kinds.features import body, deck_texts
from tests.training.kinds.subheads import thesis as thesis_subhead
from tests.training.people import padded, pen_name
from tests.training.phrases import subhead
from tests.training.signing import Signed
from tests.training.story import Story, credit
from tests.training.wordlists import sentences

PIECES = sentences("pieces")


def title(desk: Desk, doc: Document) -> str:
    """A short phrase, a play on a word, or a headline like any other."""
    rng = desk.rng
    form = odds(rng, "short 35 word 13 headline 52")
    if form == "short":
        return subhead(rng, doc.paragraphs, 3, 9)
    if form == "word":
        return rng.choice(PIECES["opinion titles"]).format(subhead(rng, doc.paragraphs, 2, 6))
    return headline(desk, doc.titles or [subhead(rng, doc.paragraphs, 5, 14)])


def author_note(desk: Desk, story: Story) -> None:
    """（作者为…）: a line without a name is a paragraph."""
    rng = desk.rng
    story.add("paragraph", rng.choice(PIECES["author notes"]).format(rng.choice(PIECES["author offices"])))


def opinion(desk: Desk) -> Story:
    """A column: label, headline, a name above or below the text; 社评 and 本报评论员 too."""
    rng, story, style = desk.rng, Story(), desk.style
    doc = desk.draw("opinion", 3, 7)
    heads = Heads(
        title(desk, doc), None, subtitle(desk, doc, doc.titles or ["一点思考"]) if chance(rng, 0.12) else None
    )
    form = odds(rng, "author 52 commentator 14 tail 20 reporter 6 none 8")
    column = desk.series(desk.word("columns: opinion")) if chance(rng, 0.7) else None
    if style.traditional and chance(rng, 0.6):
        column, form = (
            rng.choice(("社評", "社論", "短評", "社評", "今日社評", "名家筆陣", "時事評論")),
            odds(rng, "none 80 author 20"),
        )
    maker = {"author": authors.author, "commentator": authors.commentator, "reporter": bylines.staff}.get(form)
    put_opening(desk, story, heads, maker(rng, style, desk.cast) if maker else None, column)
    desk.paragraphs(story, doc.paragraphs)
    if form == "tail":
        name = pen_name(rng)
        desk.tail(story, Signed(padded(name, style.pad), [credit(name)]), odds(rng, "bracket 50 glued 25 spaced 25"))
    elif form == "author" and chance(rng, 0.3):
        author_note(desk, story)
    return story


def thesis(desk: Desk) -> Story:
    """A theory page's article: author, long paragraphs, long numbered subheads, the author's office at the foot."""
    rng, story = desk.rng, Story()
    doc = desk.draw("opinion", 6, 11)
    column = desk.word("columns: opinion") if chance(rng, 0.3) else None
    put_opening(
        desk,
        story,
        Heads(headline(desk, doc.titles or ["一点思考"])),
        authors.author(rng, desk.style, desk.cast),
        column,
    )
    if chance(rng, 0.25) and len(doc.paragraphs) > 2:
        opening_box(desk, story, [doc.paragraphs.pop()])
        story.add("resume", doc.paragraphs.pop(0))
    elif chance(rng, 0.2):
        deck(desk, story, deck_texts(desk, doc)[:1], label=False)
    body(desk, story, doc, rng.randint(2, 4), bare=chance(rng, 0.7), shape=thesis_subhead)
    if chance(rng, 0.75):
        author_note(desk, story)
    return story


def noted(desk: Desk) -> Story:
    """编者按 first, then the piece, signed."""
    rng, story = desk.rng, Story()
    doc = desk.draw("feature", 4, 7)
    put_opening(desk, story, Heads(title(desk, doc)), None, None)
    opening_box(desk, story, [doc.paragraphs.pop(0)])
    desk.sign(story, authors.author(rng, desk.style, desk.cast))
    for index, text in enumerate(doc.paragraphs):
        story.add("paragraph" if index else "resume", text)
    return story
