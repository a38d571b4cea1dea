"""The source on the correcting page: in the dress of its fields, with what is doubtful at its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from articles.conservation import line_of
from articles.corrections.printed import DOUBTS, label
from articles.corrections.taking import alternative
from articles.display.collation import FIELD_WORDS, Line, collate
from articles.display.doubts import runner_up_words, worded
from articles.models import Article, Page

QUOTED = 12


@dataclass
class Sourced:
    """A line of the source, and the anchors that the doubts about it lead to."""

    line: Line
    anchors: list[str]


@dataclass
class Remark:
    """A doubt of the reader's: what, on which line, how sure; key and anchor tell it from others of the page.

    other: the field that the words would be in, were they what else they may be; "" where that is no value.
    """

    key: str
    anchor: str
    line: int | None
    words: str
    score: float
    other: str = ""


def source(target: Article | Page) -> list[Sourced]:
    """The source lines of the article, or of the whole page; those with open doubts bear their anchors."""
    page = target if isinstance(target, Page) else target.page
    articles = page.articles.order_by("position").prefetch_related("sections")
    lines = [line for entry in collate(page, list(articles)) for block in entry.blocks for line in block.lines]
    own = lines if isinstance(target, Page) else [line for line in lines if line.owner == target.position]
    anchors: dict[int, dict[str, None]] = {}
    for doubt in (doubt for doubt in target.doubts if doubt["end"]):
        anchors.setdefault(line_of(page.text, doubt["start"]), {})[anchor(doubt)] = None
    return [Sourced(line, list(anchors.get(line.number, ()))) for line in own]


def legend(lines: Iterable[Sourced]) -> list[tuple[str, str]]:
    """(field, word) of every dress that the source wears, in the order of the print."""
    fields = dict.fromkeys(piece.field for sourced in lines for piece in sourced.line.pieces)
    words = FIELD_WORDS | {"name": "姓名"}
    return [(name, words[name]) for name in fields if name in words and name != "paragraph"]


def key_of(doubt: Mapping) -> str:
    """What tells a doubt from the others of its page: code and place."""
    return f"{doubt['code']}-{'' if doubt['start'] is None else doubt['start']}"


def anchor(doubt: Mapping) -> str:
    """The id, on the correcting page, of the words that a doubt is about."""
    return "source-title" if doubt["start"] is None else f"doubt-{doubt['start']}"


def in_short(doubt: Mapping, text: str) -> str:
    """A doubt in a list: 小标题：“十年磨一剑……”，或为正文."""
    words = " ".join(text[doubt["start"] : doubt["end"]].split()) if doubt["end"] else ""
    quoted = f"：“{words[:QUOTED]}{'……' if words[QUOTED:] else ''}”" if words else ""
    other = runner_up_words(doubt["code"], doubt["runner_up"])
    return f"{DOUBTS.get(doubt['code'], doubt['code'])}{quoted}{f'，或为{other}' if other else ''}"


def doubts_at(target: Article | Page, key: str) -> list[dict]:
    """The open doubts with this key."""
    return [doubt for doubt in target.doubts if key_of(doubt) == key]


def doubts(target: Article | Page, values: Mapping[str, str]) -> list[Remark]:
    """The reader's open doubts, the worst first; values are those of the target now."""
    page = target if isinstance(target, Page) else target.page
    return sorted(_remarks(target, page, values), key=lambda remark: remark.score)


def _remarks(target: Article | Page, page: Page, values: Mapping[str, str]) -> Iterator[Remark]:
    for doubt in target.doubts:
        line = None if doubt["start"] is None else line_of(page.text, doubt["start"])
        changes = alternative(target, doubt, values) if isinstance(target, Article) else {}
        words = worded(doubt["code"], doubt.get("runner_up"))
        other = label(list(changes)[-1]) if changes else ""
        yield Remark(key_of(doubt), anchor(doubt), line, words, doubt["score"], other)


def inferred_words(page: Page) -> str:
    """Which facts of the page wait for an editor to confirm them, "" if none."""
    names = "、".join(label(name) for name in page.bases if page.is_inferred(name))
    return f"{names}由档案推断，待确认" if names else ""
