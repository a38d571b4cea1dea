"""A reading as an outline for people: every field under its name, in printed order."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from articles.conservation import line_of
from articles.corrections.printed import label, write_credits, write_dateline
from articles.display.doubts import worded
from articles.formats import open_file
from articles.readers import read_page
from articles.reading import ArticleDraft, Credit, PageDraft, Text, Unreadable

WORDS = {"printed": "印", "inferred": "推断"}

__all__ = ["Unreadable", "outline", "show"]


def show(file: Path, *, as_json: bool = False, indent: int | None = 2) -> str:
    """The reading of a page file as an outline, or in the JSON of the schema; raises Unreadable and OSError."""
    source = open_file(file)
    draft = read_page(source.text.encode(), stated=source.stated)
    return json.dumps(draft.as_json(), ensure_ascii=False, indent=indent) if as_json else outline(draft)


def outline(draft: PageDraft) -> str:
    """The page with its facts, articles and furniture as indented lines."""
    lines = list(_page(draft))
    for number, article in enumerate(draft.articles, 1):
        lines += _article(number, article, draft.text)
    return "\n".join(lines)


def _page(draft: PageDraft) -> Iterator[str]:
    for field in ("publication", "date", "number", "name"):
        if fact := getattr(draft.facts, field):
            yield f"{label(field)}　{fact.value}（{WORDS.get(fact.basis, fact.basis)}）"
    yield from (f"版头等　{text.value}" for text in draft.furniture)


def _article(number: int, article: ArticleDraft, text: str) -> Iterator[str]:
    first = min((span.start for _, part in article.fields() for span in part.spans), default=0)
    yield f"\n第 {number} 篇（第 {line_of(text, first)} 行起）{'　残缺' if article.truncated else ''}"
    for field in ("column", "kicker", "headline", "subtitle"):
        yield from _field(label(field), getattr(article, field))
    yield from _field("上接", article.continued_from)
    if article.dateline:
        yield f"  电头　{write_dateline(article.dateline)}"
    yield from _credits("署名", article.bylines)
    yield from (f"  提要　{part.value}" for part in article.deck)
    for section in article.sections:
        yield from _field("小标题", section.heading)
        yield from (f"  正文　{part.value}" for part in section.paragraphs)
    for figure in article.figures:
        yield from _field("图说", figure.caption)
        yield from _credits("图片署名", figure.credits)
    yield from _field("下转", article.continued_to)
    for doubt in article.doubts:
        place = f"第 {line_of(text, doubt.span.start)} 行" if doubt.span else ""
        yield f"  存疑　{place} {worded(doubt.code, doubt.runner_up)}（{doubt.score:.2f}）"


def _field(name: str, text: Text | None) -> Iterator[str]:
    if text is not None:
        yield f"  {name}　{text.value}"


def _credits(name: str, credits: Iterable[Credit]) -> Iterator[str]:
    if credits:
        yield f"  {name}　{write_credits(credits)}"
