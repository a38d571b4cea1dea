"""Opinion and 副刊: columns, editorials, essays, serials, reviews."""

from __future__ import annotations

from tests.training import bylines
from tests.training.chance import chance, weighted
from tests.training.desk import Desk
from tests.training.documents import Document
from tests.training.headlines import Heads, headline, put_opening, subtitle
from tests.training.kinds.boxes import caption_lines, opening_box
from tests.training.kinds.features import QUESTIONS, body, ordinal, single
from tests.training.kinds.features import thesis as numbered_thesis
from tests.training.people import padded, pen_name, person
from tests.training.phrases import subhead
from tests.training.signing import Signed
from tests.training.story import Line, Piece, Story, credit

NOTES = (
    "作者系{o}",
    "（作者为{o}）",
    "（作者为{o}）",
    "（作者系{o}）",
    "（作者单位：{o}）",
    "（本文作者为{o}）",
    "（作者：{o}）",
)
OFFICES = (
    "江州大学教授",
    "市作家协会会员",
    "某中学教师",
    "青川学院文学院讲师",
    "省社科院研究员",
    "市政策研究室干部",
    "本报云南分社记者",
    "退休干部",
    "云州大学历史系研究生",
    "县文化馆馆员",
    "省委党校讲师",
    "市人大代表",
)


def _title(desk: Desk, doc: Document) -> str:
    rng = desk.rng
    if chance(rng, 0.35):
        return subhead(rng, doc.paragraphs, 3, 9)
    if chance(rng, 0.2):
        word = subhead(rng, doc.paragraphs, 2, 6)
        return rng.choice(
            (
                "“{}”小议",
                "说“{}”",
                "“{}”的背后",
                "也谈{}",
                "从“{}”说起",
                "为“{}”叫好",
                "“{}”当休",
                "莫让“{}”变味",
                "{}之我见",
                "多些“{}”",
            )
        ).format(word)
    return headline(desk, doc.titles or [subhead(rng, doc.paragraphs, 5, 14)])


def opinion(desk: Desk) -> Story:
    """A column: label, headline, a name above or below the text; 社评 and 本报评论员 too."""
    rng, story, style = desk.rng, Story(), desk.style
    doc = desk.draw("opinion", 3, 7)
    heads = Heads(
        _title(desk, doc), None, subtitle(desk, doc, doc.titles or ["一点思考"]) if chance(rng, 0.12) else None
    )
    column = desk.series(desk.word("columns: opinion")) if chance(rng, 0.7) else None
    if style.traditional and chance(rng, 0.6):
        column = rng.choice(("社評", "社論", "短評", "社評", "今日社評", "名家筆陣", "時事評論"))
        put_opening(desk, story, heads, None if chance(rng, 0.8) else bylines.author(rng, style, desk.cast), column)
        desk.paragraphs(story, doc.paragraphs)
        return story
    form = weighted(rng, (("author", 52.0), ("commentator", 14.0), ("tail", 20.0), ("reporter", 6.0), ("none", 8.0)))
    signed = {"author": bylines.author, "commentator": bylines.commentator, "reporter": bylines.staff}.get(form)
    put_opening(desk, story, heads, signed(rng, style, desk.cast) if signed else None, column)
    desk.paragraphs(story, doc.paragraphs)
    if form == "tail":
        name = pen_name(rng)
        shown = padded(name, style.pad)
        desk.tail(story, Signed(shown, [credit(name)]), rng.choice(("bracket", "bracket", "glued", "spaced")))
    if form == "author" and chance(rng, 0.3):
        story.add("paragraph", rng.choice(NOTES).format(o=rng.choice(OFFICES)))
    return story


def essay(desk: Desk) -> Story:
    """An essay: short title, author, paragraphs of which some are one line, at times small titles."""
    rng, story, style = desk.rng, Story(), desk.style
    doc = desk.draw("essay", 5, 12)
    heads = Heads(
        _title(desk, doc),
        None,
        f"——{rng.choice(('怀念', '忆', '记', '写给', '献给'))}{person(rng)}" if chance(rng, 0.06) else None,
    )
    column = desk.word("columns: supplement") if chance(rng, 0.32) else None
    form = weighted(rng, (("above", 82.0), ("picture", 5.0), ("tail", 8.0), ("none", 5.0)))
    above = {"above": bylines.author, "picture": bylines.text_and_picture}.get(form)
    put_opening(desk, story, heads, above(rng, style, desk.cast) if above else None, column)
    if chance(rng, 0.14):
        desk.forget_forms()
        body(desk, story, doc, rng.randint(2, 4), bare_first=chance(rng, 0.5), shape=rng.choice((single, ordinal)))
    else:
        _essay_text(desk, story, doc)
    if chance(rng, 0.06):
        caption_lines(desk, story, doc, plain=False)
    elif chance(rng, 0.05):
        story.add("heading", desk.word("essay ends"))
        desk.paragraphs(story, desk.draw("essay", 1, 1).paragraphs)
    elif chance(rng, 0.04):
        _illustrator(desk, story)
    if form == "tail":
        name = pen_name(rng)
        if chance(rng, 0.5):
            desk.tail(story, Signed(name, [credit(name)]), "bracket")
        else:
            desk.sign(story, Signed(f"（{padded(name, style.pad)}）", [credit(name)]))
    elif chance(rng, 0.12):
        story.add("paragraph", rng.choice(NOTES).format(o=rng.choice(OFFICES)))
    return story


def _illustrator(desk: Desk, story: Story) -> None:
    """插图：麦尔旦 under a text without caption: a byline of its own action."""
    name = person(desk.rng)
    action = desk.rng.choice(("插图", "题图", "图", "插画", "题图摄影"))
    desk.sign(story, Signed(f"{action}：{padded(name, desk.style.pad)}", [credit(name, None, None, action)]))


def _essay_text(desk: Desk, story: Story, doc: Document) -> None:
    for text in doc.paragraphs:
        story.add("paragraph", text)
        if chance(desk.rng, 0.08):
            story.add("paragraph", desk.rng.choice(ONE_LINE))


ONE_LINE = (
    "院子里静了下来。",
    "那一年，我九岁。",
    "后来，雪停了。",
    "她没有说话。",
    "“吃饭了。”母亲说。",
    "河水还在流。",
    "我一直记得那个黄昏。",
    "谁知道呢？",
    "“走吧。”",
    "天亮了。",
    "那是三十年前的事了。",
    "父亲笑了笑，没有回答。",
    "就这样，又过了几年。",
    "“你还记得吗？”他问。",
    "灯灭了。",
    "风从江面上吹过来。",
    *QUESTIONS[:4],
)


def serial(desk: Desk) -> Story:
    """An instalment: 连载, a title with （三）, author, text, （未完待续）."""
    rng, story = desk.rng, Story()
    doc = desk.draw("essay", 6, 12)
    mark = rng.choice(("（三）", "（12）", "（二十一）", "⑧", "（七）", " 第五章", "（连载之六）", "（1）"))
    title = subhead(rng, doc.paragraphs, 3, 7)
    put_opening(
        desk,
        story,
        Heads(title + mark),
        bylines.author(rng, desk.style, desk.cast),
        rng.choice(("连载", "长篇连载", "小说连载", "连载")) if chance(rng, 0.8) else None,
    )
    if chance(rng, 0.18):
        story.add("heading", rng.choice(("前情提要", "上期回顾", "内容提要", "【前情提要】")))
        story.add("paragraph", doc.paragraphs.pop())
        story.add("resume", doc.paragraphs.pop(0))
    _essay_text(desk, story, doc)
    if chance(rng, 0.7):
        story.add("paragraph", rng.choice(("（未完待续）", "（待续）", "（连载完）", "未完待续", "（完）")))
    return story


def review(desk: Desk) -> Story:
    """A review: a title, ——读《…》, author."""
    rng, story = desk.rng, Story()
    doc = desk.draw("culture" if chance(rng, 0.5) else "essay", 4, 7)
    book = subhead(rng, doc.paragraphs, 3, 7)
    word = rng.choice(("读", "读", "评", "观", "写在", "读者谈", "有感于", "关于", "简评", "重读"))
    below = f"——{word}《{book}》" + rng.choice(("", "", "有感", "札记", "随想"))
    heads = (
        Heads(_title(desk, doc), None, below)
        if chance(rng, 0.75)
        else Heads(f"{word}《{book}》{rng.choice(('', '有感', '杂感'))}")
    )
    put_opening(
        desk,
        story,
        heads,
        bylines.author(rng, desk.style, desk.cast),
        desk.word("columns: supplement") if chance(rng, 0.6) else None,
    )
    desk.paragraphs(story, doc.paragraphs)
    if chance(rng, 0.3):
        story.add("paragraph", rng.choice(NOTES).format(o=rng.choice(OFFICES)))
    return story


def artwork(desk: Desk) -> Story:
    """A picture of the 副刊: a title that says what it is, and who made it: 秋牧（木刻版画）, 何守拙 作."""
    rng, story, style = desk.rng, Story(), desk.style
    doc = desk.draw("essay", 1, 1)
    kind, action = rng.choice(
        (
            ("书法", "书"),
            ("国画", "作"),
            ("版画", "作"),
            ("摄影", "摄"),
            ("油画", "作"),
            ("篆刻", "刻"),
            ("剪纸", "作"),
            ("水彩", "绘"),
            ("漫画", "画"),
            ("速写", "绘"),
        )
    )
    story.add("headline", subhead(rng, doc.paragraphs, 2, 6) + (f"（{kind}）" if chance(rng, 0.8) else ""))
    name = person(rng)
    shown = padded(name, style.pad)
    text, action = (
        weighted(
            rng,
            (
                (f"{shown} {action}", 70.0),
                (f"{shown}{action}", 10.0),
                (f"作者：{shown}", 10.0),
                (f"□{shown} {action}", 10.0),
            ),
        ),
        action,
    )
    line = Line(
        "credit",
        [Piece(text, "credit")],
        credits=[credit(name, None, None, None if text.startswith("作者") else action)],
    )
    story.figure([line])
    return story


def word_entry(desk: Desk) -> Story:
    """A short entry: a column label, a bracketed or very short headline, one or two paragraphs."""
    rng, story = desk.rng, Story()
    doc = desk.draw("essay", 1, 2)
    name = subhead(rng, doc.paragraphs, 2, 5)
    desk.column(story, desk.word("columns: supplement"))
    story.add("headline", f"【{name}】" if chance(rng, 0.5) else name)
    desk.paragraphs(story, doc.paragraphs)
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
        bylines.author(rng, desk.style, desk.cast),
        column,
    )
    if chance(rng, 0.25):
        opening_box(desk, story, doc, doc.paragraphs[-1:])
        doc.paragraphs = doc.paragraphs[:-1]
        story.add("resume", doc.paragraphs.pop(0))
    desk.forget_forms()
    body(desk, story, doc, rng.randint(2, 4), bare_first=chance(rng, 0.7), shape=numbered_thesis)
    if chance(rng, 0.75):
        story.add("paragraph", rng.choice(NOTES).format(o=rng.choice(OFFICES)))
    return story


def editors_page(desk: Desk) -> Story:
    """A commented piece: 编者按 first, then the essay, signed."""
    rng, story = desk.rng, Story()
    doc = desk.draw("feature", 4, 7)
    put_opening(desk, story, Heads(_title(desk, doc)), None, None)
    opening_box(desk, story, doc, doc.paragraphs[:1])
    desk.sign(story, bylines.author(rng, desk.style, desk.cast))
    for index, text in enumerate(doc.paragraphs[1:]):
        story.add("paragraph" if index else "resume", text)
    return story
