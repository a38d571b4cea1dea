"""The 副刊: essays, serials, reviews, artworks, entries."""

from __future__ import annotations

from tests.training import authors
from tests.training.chance import chance, odds
from tests.training.desk import Desk
from tests.training.documents import Document
from tests.training.headlines import Heads, put_opening
from tests.training.kinds.boxes import caption_lines
from tests.training.kinds.features import body
from tests.training.kinds.opinion import author_note, title
from tests.training.kinds.subheads import ordinal, single
from tests.training.people import padded, pen_name, person
from tests.training.phrases import subhead
from tests.training.signing import Signed
from tests.training.story import Line, Piece, Story, credit
from tests.training.wordlists import sentences

PIECES = sentences("pieces")
ARTS = (
    ("书法", "书"),
    ("国画", "作"),
    ("版画", "作"),
    ("摄影", "摄"),
    ("油画", "作"),
    ("篆刻", "刻"),
    ("剪纸", "作"),
    ("水彩", "绘"),
    ("漫画", "画"),
)
MARKS = ("（三）", "（12）", "（二十一）", "⑧", "（七）", " 第五章", "（连载之六）", "（1）")


def essay(desk: Desk) -> Story:
    """A short title, an author, paragraphs of which some are one line, at times small titles."""
    rng, story, style = desk.rng, Story(), desk.style
    doc = desk.draw("essay", 5, 12)
    memory = f"——{rng.choice(('怀念', '忆', '记', '写给', '献给'))}{person(rng)}" if chance(rng, 0.06) else None
    column = desk.word("columns: supplement") if chance(rng, 0.32) else None
    form = odds(rng, "above 82 picture 5 tail 8 none 5")
    maker = {"above": authors.author, "picture": authors.text_and_picture}.get(form)
    put_opening(
        desk, story, Heads(title(desk, doc), None, memory), maker(rng, style, desk.cast) if maker else None, column
    )
    if chance(rng, 0.14):
        body(desk, story, doc, rng.randint(2, 4), bare=chance(rng, 0.5), shape=rng.choice((single, ordinal)))
    else:
        _text(desk, story, doc)
    _afterwards(desk, story, doc)
    if form == "tail":
        name = pen_name(rng)
        shown = padded(name, style.pad)
        desk.sign(story, Signed(f"（{shown}）", [credit(name)]))
    elif chance(rng, 0.12):
        author_note(desk, story)
    return story


def _text(desk: Desk, story: Story, doc: Document) -> None:
    for text in doc.paragraphs:
        story.add("paragraph", text)
        if chance(desk.rng, 0.08):
            story.add("paragraph", desk.rng.choice(PIECES["one line"]))


def _afterwards(desk: Desk, story: Story, doc: Document) -> None:
    """A picture, a postscript, or who drew the illustration."""
    form = odds(desk.rng, "picture 6 postscript 5 illustrator 4 none 85")
    if form == "picture":
        caption_lines(desk, story, doc, plain=False)
    elif form == "postscript":
        story.add("heading", desk.word("essay ends"))
        desk.paragraphs(story, desk.draw("essay", 1, 1).paragraphs)
    elif form == "illustrator":
        name, action = person(desk.rng), desk.rng.choice(("插图", "题图", "图", "插画", "题图摄影"))
        desk.sign(story, Signed(f"{action}：{padded(name, desk.style.pad)}", [credit(name, None, None, action)]))


def serial(desk: Desk) -> Story:
    """An instalment: 连载, a title with （三）, author, text, （未完待续）."""
    rng, story = desk.rng, Story()
    doc = desk.draw("essay", 6, 12)
    heads = Heads(subhead(rng, doc.paragraphs, 3, 7) + rng.choice(MARKS))
    column = rng.choice(("连载", "长篇连载", "小说连载", "连载")) if chance(rng, 0.8) else None
    put_opening(desk, story, heads, authors.author(rng, desk.style, desk.cast), column)
    if chance(rng, 0.18):
        story.add("heading", rng.choice(("前情提要", "上期回顾", "内容提要", "【前情提要】")))
        story.add("paragraph", doc.paragraphs.pop())
        story.add("resume", doc.paragraphs.pop(0))
    _text(desk, story, doc)
    if chance(rng, 0.7):
        story.add("paragraph", rng.choice(("（未完待续）", "（待续）", "（连载完）", "未完待续", "（完）")))
    return story


def review(desk: Desk) -> Story:
    """A title, ——读《…》, author."""
    rng, story = desk.rng, Story()
    doc = desk.draw("culture" if chance(rng, 0.5) else "essay", 4, 7)
    word = rng.choice(("读", "读", "评", "观", "写在", "读者谈", "有感于", "关于", "简评", "重读"))
    about = f"{word}《{subhead(rng, doc.paragraphs, 3, 7)}》{rng.choice(('', '', '有感', '札记', '随想'))}"
    below = f"{'——' if chance(rng, 0.8) else ''}{about}"
    heads = Heads(title(desk, doc), None, below) if chance(rng, 0.75) else Heads(about)
    column = desk.word("columns: supplement") if chance(rng, 0.6) else None
    put_opening(desk, story, heads, authors.author(rng, desk.style, desk.cast), column)
    desk.paragraphs(story, doc.paragraphs)
    if chance(rng, 0.3):
        author_note(desk, story)
    return story


def artwork(desk: Desk) -> Story:
    """A picture of the 副刊: a title that says what it is, and who made it: 秋牧（木刻版画）, 何守拙 作."""
    rng, story = desk.rng, Story()
    kind, action = rng.choice(ARTS)
    name = subhead(rng, desk.draw("essay", 1, 1).paragraphs, 2, 6)
    story.add("headline", f"{name}（{kind}）" if chance(rng, 0.8) else name)
    maker = person(rng)
    shown = padded(maker, desk.style.pad)
    text = odds(rng, "{}_{} 70 {}{} 10 □{}_{} 10 作者：{} 10").replace("_", " ").format(shown, action)
    line = Line(
        "credit", [Piece(text, "credit")], credits=[credit(maker, action=None if text.startswith("作者") else action)]
    )
    story.figure([line])
    return story


def entry(desk: Desk) -> Story:
    """A short entry: a column label, a bracketed or very short headline, one or two paragraphs."""
    rng, story = desk.rng, Story()
    doc = desk.draw("essay", 1, 2)
    name = subhead(rng, doc.paragraphs, 2, 5)
    desk.column(story, desk.word("columns: supplement"))
    story.add("headline", f"【{name}】" if chance(rng, 0.5) else name)
    desk.paragraphs(story, doc.paragraphs)
    return story
