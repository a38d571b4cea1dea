"""Features: decks, subheads of ten shapes, sections signed one by one, boxes inside, continuations."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tests.training import bylines
from tests.training.chance import chance, weighted
from tests.training.desk import Desk
from tests.training.documents import Document
from tests.training.headlines import put_heads, put_opening, stack
from tests.training.kinds.boxes import caption_lines, deck, inner_box, maybe_box, opening_box
from tests.training.kinds.news import mix, tail
from tests.training.people import padded, person
from tests.training.phrases import subhead
from tests.training.signing import Signed
from tests.training.story import Line, Piece, Story
from tests.training.wordlists import lists

PLACES = lists("places")
HAN = "一二三四五六七八九"
Shape = Callable[[Desk, list[str], int], list[str]]


def phrase(desk: Desk, texts: list[str], index: int) -> list[str]:
    """What the source itself printed over the paragraph, or a phrase cut from it."""
    own = getattr(texts[0], "head", None)
    return [own if own and len(own) < 20 else subhead(desk.rng, texts, 5, 14)]


def pair(desk: Desk, texts: list[str], index: int) -> list[str]:
    """少开一家店 多留一户人; 做得更实 以上率下 求新效."""
    parts = [subhead(desk.rng, texts, 4, 8) for _ in range(weighted(desk.rng, ((2, 80.0), (3, 20.0))))]
    return [desk.rng.choice((" ", " ", " ", "，")).join(dict.fromkeys(parts))]


def numbered(desk: Desk, texts: list[str], index: int) -> list[str]:
    """一、产量涨了，单价降了."""
    form = desk.series_form(
        "number",
        (
            "{han}、{text}",
            "{han}、{text}",
            "（{han}）{text}",
            "{han} {text}",
            "{digit}. {text}",
            "{digit}、{text}",
            "之{han} {text}",
            "其{han} {text}",
        ),
    )
    return [form.format(han=HAN[index % 9], digit=index + 1, text=subhead(desk.rng, texts, 4, 13))]


def bulleted(desk: Desk, texts: list[str], index: int) -> list[str]:
    """■ 电费谁来出; ◆选盆 够大够深."""
    form = desk.series_form("bullet", ("■ {}", "■{}", "◆{}", "●{}", "▲{}", "□{}", "★{}", "◎ {}", "▶{}", "○ {}"))
    return [form.format(subhead(desk.rng, texts, 4, 13))]


def bracketed(desk: Desk, texts: list[str], index: int) -> list[str]:
    """【关键换人】."""
    form = desk.series_form("bracket", ("【{}】", "【{}】", "［{}］", "〖{}〗", "《{}》"))
    return [form.format(subhead(desk.rng, texts, 2, 8))]


def question(desk: Desk, texts: list[str], index: int) -> list[str]:
    """工程队走了以后，楼道里的灯由谁来换？"""
    words = (
        "为什么{}？",
        "{}怎么办？",
        "{}，行不行？",
        "如何{}？",
        "{}，难在哪？",
        "{}靠什么？",
        "谁来{}？",
        "{}了吗？",
        "{}从哪来？",
        "怎样{}？",
    )
    return [desk.rng.choice(words).format(subhead(desk.rng, texts, 3, 9))]


def quotation(desk: Desk, texts: list[str], index: int) -> list[str]:
    """“刀就挂墙上了”, at times with ——杨小西代表 below."""
    line = f"“{subhead(desk.rng, texts, 5, 14)}”"
    if desk.series_form("speaker", (True, False, False)):
        who = desk.rng.choice(("{}代表", "{}委员", "村民{}", "职工{}", "教师{}")).format(person(desk.rng))
        return [line, f"——{who}"]
    return [line]


def place(desk: Desk, texts: list[str], index: int) -> list[str]:
    """X市X镇——, with a title of its own below or without."""
    rng = desk.rng
    where = (
        rng.choice(PLACES["cities"])
        + "市"
        + rng.choice(("", rng.choice(PLACES["counties"]) + "县", rng.choice(PLACES["villages"]) + "村"))
    )
    name = rng.choice(
        (where, where, where + person(rng), f"{where[:2]}{rng.choice(('大学', '集团', '县城', '农场', '港'))}")
    )
    if desk.series_form("titled", (True, True, False)):
        return [f"{name}——", subhead(rng, texts, 5, 13)]
    return [f"{name}——"]


def keyword(desk: Desk, texts: list[str], index: int) -> list[str]:
    """关键词：产业; 镜头一 …; 故事二：…."""
    form = desk.series_form(
        "keyword",
        (
            "关键词：{text}",
            "镜头{han}：{text}",
            "故事{han} {text}",
            "镜头{han}",
            "见证{han}：{text}",
            "误区{han}：{text}",
            "案例{han}",
            "第{han}站：{text}",
            "声音{han}",
            "关键词{han}：{text}",
            "{text}篇",
            "“{text}”篇",
            "之{han}：{text}",
        ),
    )
    return [form.format(han=HAN[index % 9], text=subhead(desk.rng, texts, 2, 7))]


def ordinal(desk: Desk, texts: list[str], index: int) -> list[str]:
    """一, 二, 三 alone on a line, or 1, 2, 3."""
    form = desk.series_form("ordinal", ("{han}", "{han}", "{digit}", "（{han}）", "之{han}", "0{digit}", "{digit}."))
    return [form.format(han=HAN[index % 9], digit=index + 1)]


def thesis(desk: Desk, texts: list[str], index: int) -> list[str]:
    """A long numbered subhead of theory pages: 一、接得住，关键在于把…"""
    form = desk.series_form(
        "thesis", ("{han}、{text}", "（{han}）{text}", "第{han}，{text}", "{digit}.{text}", "{text}")
    )
    text = subhead(desk.rng, texts, 9, 22)
    return [form.format(han=HAN[index % 9], digit=index + 1, text=text)]


def single(desk: Desk, texts: list[str], index: int) -> list[str]:
    """A very short one: 困境, 转机, or a year."""
    form = desk.series_form("single", ("{}", "{}", "year"))
    if form == "year":
        return [f"{1978 + index * 9 + desk.rng.randrange(5)}年"]
    return [subhead(desk.rng, texts, 2, 5)]


SHAPES: tuple[tuple[Shape, float], ...] = (
    (phrase, 40.0),
    (pair, 16.0),
    (numbered, 8.0),
    (bulleted, 7.0),
    (bracketed, 5.0),
    (question, 7.0),
    (quotation, 6.0),
    (place, 4.0),
    (keyword, 4.0),
    (single, 3.0),
    (ordinal, 1.5),
    (thesis, 2.0),
)


def sections(desk: Desk, texts: list[str], count: int) -> list[list[str]]:
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
    bare_first: bool = True,
    shape: Shape | None = None,
    signed: bool = False,
) -> None:
    """Paragraphs under subheads of one shape."""
    rng = desk.rng
    desk.forget_forms()
    shape = shape or weighted(rng, SHAPES)
    runs = sections(desk, doc.paragraphs, count + bare_first)
    box_at = rng.randrange(1, len(runs)) if len(runs) > 1 and chance(rng, 0.12) else None
    for index, run in enumerate(runs):
        number = index - bare_first
        if number >= 0:
            for extra, head in enumerate(shape(desk, run, number)):
                story.add("heading", head, tight=bool(extra) and chance(rng, 0.3))
        _run(desk, story, doc, run, box=index == box_at)
        if signed:
            desk.sign(story, bylines.tail_bracket(rng, desk.style, desk.cast))


def _run(desk: Desk, story: Story, doc: Document, run: list[str], *, box: bool) -> None:
    at = desk.rng.randrange(1, len(run)) if box and len(run) > 1 else None
    for index, text in enumerate(run):
        if index == at:
            inner_box(desk, story, doc)
            story.add("resume", text)
            continue
        story.add("paragraph", text)
        if chance(desk.rng, 0.05):
            story.add("paragraph", desk.rng.choice(QUESTIONS))
        if chance(desk.rng, 0.03):
            caption_lines(desk, story, doc)


BRIDGE_RE = re.compile(
    r"^(?:据介绍|目前|与此同时|不仅如此|说到底|如今|据了解|去年|事实上|记者了解到|另一方面|同时|此外|但|但是|然而|因此)，"
)
QUESTIONS = (
    "怎么办？",
    "路在何方？",
    "出路在哪里？",
    "为什么会这样？",
    "变化从何而来？",
    "难题如何破解？",
    "钱从哪里来？",
    "症结何在？",
    "事情并没有就此结束。",
    "答案写在一本账本里。",
    "事实果真如此吗？",
    "效果怎么样？",
    "转机出现了。",
    "办法总比困难多。",
    "类似的情况，记者还遇到不少。",
    "情况有了转机。",
    "账，要算；理，更要讲。",
    "大家为什么服他？",
    "没有什么比这更难的了。",
    "账要一笔一笔算——",
    "记者看到这样一组数字：",
    "问题出在哪里？",
    "这样的例子还有很多。",
    "难，难在起步。",
)


def deck_texts(desk: Desk, doc: Document) -> list[str]:
    """40 to 160 characters that sum the article up: its sentences, closing with a question at times."""
    rng = desk.rng
    sentences = [
        part + "。"
        for text in doc.paragraphs[1:]
        for part in text.split("。")
        if 8 < len(part) < 70 and "“" not in part and "”" not in part
    ]
    sentences = [BRIDGE_RE.sub("", part) for part in sentences]
    rng.shuffle(sentences)
    text = "".join(sentences[: rng.randint(1, 3)]) or doc.paragraphs[-1]
    if chance(rng, 0.35):
        text += rng.choice(
            (
                "原因何在？",
                "记者进行了调查。",
                "请看本报记者的报道。",
                "该怎么看？",
                "如何破解？记者走访了多地。",
                "这背后有哪些故事？",
                "近日，记者走进现场，寻找答案。",
            )
        )
    return [text] if chance(rng, 0.85) or len(sentences) < 4 else [text, sentences[-1] + sentences[-2]]


def feature(desk: Desk) -> Story:
    """A long piece with byline, subheads, and often a column label, a deck, a picture or a box."""
    rng, story = desk.rng, Story()
    doc = desk.draw(weighted(rng, (("feature", 75.0), ("news", 15.0), ("culture", 10.0))), 5, 13)
    column = (
        desk.series(desk.word("columns: national" if desk.style.genre == "national" else "columns: news"))
        if chance(rng, 0.35)
        else None
    )
    heads = stack(desk, doc, mix(desk))
    byline = desk.byline() if chance(rng, 0.88) else None
    lead_box = chance(rng, 0.11)
    place = weighted(rng, (("none", 55.0), ("labelled", 22.0), ("above", 12.0), ("below", 6.0)))
    summary = deck_texts(desk, doc) if place != "none" and not lead_box else []
    if summary and place == "above" or lead_box:
        put_opening(desk, story, heads, None, column)
        if lead_box:
            opening_box(desk, story, doc, deck_texts(desk, doc)[:1])
        else:
            deck(desk, story, summary[:1], label=False)
        if byline:
            desk.sign(story, byline)
    else:
        _labelled(desk, story, heads, byline, column, summary if place == "labelled" else [])
    _feature_body(desk, story, doc, resume=lead_box and not byline)
    return story


def _labelled(
    desk: Desk, story: Story, heads: object, byline: Signed | None, column: str | None, summary: list[str]
) -> None:
    if summary and chance(desk.rng, 0.5):
        put_opening(desk, story, heads, None, column)  # type: ignore[arg-type]
        deck(desk, story, summary, label=True)
        if byline:
            desk.sign(story, byline)
        return
    put_opening(desk, story, heads, byline, column)  # type: ignore[arg-type]
    if summary:
        deck(desk, story, summary, label=True)


def _feature_body(desk: Desk, story: Story, doc: Document, *, resume: bool) -> None:
    rng = desk.rng
    if chance(rng, 0.06):
        caption_lines(desk, story, doc)
    count = max(0, min(5, len(doc.paragraphs) // 2 - rng.randrange(2)))
    start = len(story.lines)
    bare = not chance(rng, 0.16)
    body(
        desk,
        story,
        doc,
        count,
        bare_first=bare or count < 2,
        signed=desk.style.genre == "national" and chance(rng, 0.15),
    )
    boxed = any(line.label == "heading" for line in story.lines[:start])
    if boxed and story.lines[start].label == "paragraph":
        story.lines[start].label = story.lines[start].pieces[0].field = "resume"
    if chance(rng, 0.12):
        maybe_box(desk, story, doc)
    elif chance(rng, 0.06):
        tail(desk, story)


def signed_sections(desk: Desk) -> Story:
    """A national daily's page-long piece: deck without label, sections each signed at the foot."""
    rng, story = desk.rng, Story()
    column = desk.series(desk.word("columns: national")) if chance(rng, 0.5) else None
    first = desk.draw("feature", 6, 12)
    put_opening(desk, story, stack(desk, first, "national"), None, column)
    if chance(rng, 0.75):
        deck(desk, story, deck_texts(desk, first)[:1], label=chance(rng, 0.35))
    desk.forget_forms()
    shape = weighted(rng, ((phrase, 40.0), (place, 30.0), (quotation, 15.0), (numbered, 8.0), (bulleted, 7.0)))
    makers: tuple[tuple[bylines.Maker, float], ...] = ((bylines.staff, 55.0), (bylines.tail_bracket, 45.0))
    above = chance(rng, 0.3)
    for doc in parts_of(desk, first):
        index = sum(line.label == "heading" for line in story.lines)
        for head in shape(desk, doc.paragraphs, index):
            story.add("heading", head)
        if above:
            desk.sign(story, bylines.staff(rng, desk.style, desk.cast))
        desk.paragraphs(story, doc.paragraphs[:4])
        if not above:
            desk.sign(story, bylines.draw(rng, desk.style, desk.cast, makers[1:] if chance(rng, 0.8) else makers))
    return story


def parts_of(desk: Desk, first: Document) -> list[Document]:
    """The sections' texts: runs of one document, or documents of their own after a first run."""
    runs = sections(desk, first.paragraphs, desk.rng.randint(2, 5))
    if chance(desk.rng, 0.6):
        return [replace(first, paragraphs=run) for run in runs]
    return [replace(first, paragraphs=runs[0]), *(desk.draw("feature", 1, 4) for _ in runs[1:])]


def continuation(desk: Desk) -> Story:
    """The rest of an article from another page: the headline again, 上接, no byline, text that may open in mid-sentence."""
    rng, story = desk.rng, Story()
    doc = desk.draw("feature", 4, 9)
    heads = stack(desk, doc, "plain")
    after = chance(rng, 0.75)
    page = desk.page_number()
    mark = (
        f"（{rng.choice(('上接', '上接', '上接', '紧接', '接'))}{page}）"
        if chance(rng, 0.9)
        else rng.choice((f"上接{page}", f"▲上接{page}", f"【上接{page}】", f"[上接{page}]"))
    )
    line = Line("continued_from", [Piece(mark, "continued_from", False)], value=page)
    if not after:
        story.put(line)
    put_heads(desk, story, heads)
    if after:
        story.put(line)
    if chance(rng, 0.3):
        text = doc.paragraphs[0]
        doc.paragraphs[0] = text[rng.randrange(4, max(5, min(len(text) - 8, 40))) :].lstrip("，。、；：？！”）")
    count = max(0, len(doc.paragraphs) // 2 - rng.randrange(2))
    body(desk, story, doc, count, bare_first=chance(rng, 0.6) or count < 2)
    if chance(rng, 0.25):
        tail(desk, story)
    return story


def continued(desk: Desk, story: Story) -> Story:
    """Give a story a 下转 mark: in its own line, or at the end of a paragraph, even in mid-sentence."""
    rng = desk.rng
    page = desk.page_number()
    word = rng.choice(("下转", "下转", "下转", "转", "下转"))
    last = next(
        (index for index in range(len(story.lines) - 1, -1, -1) if story.lines[index].label in ("paragraph", "resume")),
        None,
    )
    if last is None or any(line.label in ("byline", "credit", "caption", "heading") for line in story.lines[last:]):
        return story
    line = story.lines[last]
    mark = rng.choice(
        (f"（{word}{page}）", f"（{word}{page}）", f"（{word}{page}）", f"▼{word}{page}", f"({word}{page})")
    )
    form = weighted(rng, (("line", 45.0), ("end", 20.0), ("middle", 35.0)))
    if form == "line" or line.credits or len(line.text) < 30:
        story.put(Line("continued_to", [Piece(mark, "continued_to", False)], value=page))
        return story
    if form == "middle":
        text = line.pieces[-1].text
        line.pieces[-1].text = text[: rng.randrange(len(text) // 2, len(text) - 3)].rstrip("。！？”…")
        line.cut = True
        if line.pieces[-1].text[-1:] in "，、；：":
            line.cut = True
    line.pieces.append(Piece(mark, "continued_to", False))
    line.value = page
    return story


def case_list(desk: Desk) -> Story:
    """A feature whose sections are people or places, each under a line with ——, without boxes."""
    rng, story = desk.rng, Story()
    doc = desk.draw("feature", 5, 9)
    put_opening(desk, story, stack(desk, doc, mix(desk)), desk.byline(), None)
    desk.forget_forms()
    body(desk, story, doc, rng.randint(3, 4), shape=place)
    return story


__all__ = ["padded", "feature", "signed_sections", "continuation", "continued", "case_list"]
