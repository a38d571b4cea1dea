"""A reader for tests of what comes after reading: pages whose lines say themselves what they are.

    题 桥通了
    署 记者 徐坊
    文 昨天,江州大桥通车。

Marks: 栏 引 题 副 署 提 小 文 图 摄 版; a line of 篇 (or the first line) begins an article.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from articles.reading import (
    ArticleDraft,
    FigureDraft,
    PageDraft,
    PageFacts,
    SectionDraft,
    Span,
    Text,
    Unreadable,
    read_byline,
    read_dateline,
)
from articles.reading.doubts import article_doubts
from articles.reading.drafts import Fact

TITLES = {
    "栏": "column",
    "引": "kicker",
    "题": "headline",
    "副": "subtitle",
    "上": "continued_from",
    "下": "continued_to",
}
FACTS_RE = re.compile(r"(?P<publication>\S+) (?P<date>\d{4}-\d\d-\d\d) 第(?P<number>\w+)版(?: (?P<name>\S+))?")
LINE_RE = re.compile(r"^(?P<mark>\S)(?: (?P<value>.*\S))?[ \t]*$", re.MULTILINE)


def read_marked(source: bytes, stated: Mapping[int, str] | None = None) -> PageDraft:
    """The draft of a marked page; raises Unreadable for an empty one and for an unknown mark."""
    text = source.decode()
    if not text.strip():
        raise Unreadable("文件是空的")
    articles, furniture, facts = [], [], PageFacts()
    for match in LINE_RE.finditer(text):
        line = Text(match["value"] or "", (Span(*match.span()),))
        if match["mark"] == "版":
            furniture.append(replace(line, value=match[0]))
            facts = _facts(line.value, facts)
        elif match["mark"] == "篇":
            furniture.append(replace(line, value=match[0]))
            articles.append(ArticleDraft())
        else:
            articles = articles or [ArticleDraft()]
            articles[-1] = _with(articles[-1], match["mark"], line, text.count("\n", 0, match.start()) + 1)
    articles = [replace(article, doubts=tuple(article_doubts(article))) for article in articles]
    return PageDraft(text, tuple(articles), tuple(furniture), facts)


def _facts(line: str, facts: PageFacts) -> PageFacts:
    match = FACTS_RE.fullmatch(line)
    return (
        PageFacts(**{name: value and Fact(value, "printed") for name, value in match.groupdict().items()})
        if match
        else facts
    )


def _with(article: ArticleDraft, mark: str, line: Text, number: int) -> ArticleDraft:
    if mark in TITLES:
        return replace(article, **{TITLES[mark]: line})
    if mark == "署":
        return replace(
            article, byline_lines=(*article.byline_lines, line), bylines=(*article.bylines, *read_byline(line.value))
        )
    if mark == "电":
        dateline = replace(read_dateline(line.value), span=Span(line.spans[0].start + 2, line.spans[0].end))
        return replace(article, dateline=dateline, byline_lines=(*article.byline_lines, line))
    if mark == "提":
        return replace(article, deck=(*article.deck, line))
    if mark in "小文":
        return replace(article, sections=_sections(article.sections, mark, line))
    if mark in "图摄":
        return replace(article, figures=_figures(article.figures, mark, line))
    raise Unreadable(f"不认识的记号 {mark}", number)


def _sections(sections: tuple[SectionDraft, ...], mark: str, line: Text) -> tuple[SectionDraft, ...]:
    if mark == "小":
        return (*sections, SectionDraft(line))
    *before, last = sections or (SectionDraft(None),)
    return (*before, replace(last, paragraphs=(*last.paragraphs, line)))


def _figures(figures: tuple[FigureDraft, ...], mark: str, line: Text) -> tuple[FigureDraft, ...]:
    if mark == "图":
        return (*figures, FigureDraft(line))
    *before, last = figures
    return (*before, replace(last, credits=read_byline(line.value), credit_lines=(line,)))


def page(*articles: str, head: str = "江州日报 2024-03-05 第2版 要闻") -> str:
    """The text of a marked page."""
    return "\n".join([f"版 {head}", *(f"篇\n{article}" for article in articles)])


def article(
    headline: str = "江州大桥昨日通车",
    byline: str = "记者 徐坊",
    text: str = "昨天上午,江州大桥正式通车。",
    extra: str = "",
) -> str:
    """The text of a marked article; an empty headline or byline is left out."""
    lines = [headline and f"题 {headline}", byline and f"署 {byline}", text and f"文 {text}", extra]
    return "\n".join(filter(None, lines))


def write(folder: Path, name: str, text: str, side: str = "") -> Path:
    """A seed file with its side file, if any."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.txt"
    file.write_text(text, "utf-8")
    if side:
        file.with_suffix(".toml").write_text(side, "utf-8")
    return file
