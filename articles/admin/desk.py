"""What the correcting page shows: the source in the dress of its fields, each field with print and history."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.urls import reverse

from articles.conservation import line_of
from articles.corrections import targets
from articles.corrections.printed import FIGURE_RE, TITLE_FIELDS, part_of
from articles.display.collation import Line, collate
from articles.display.doubts import worded
from articles.display.signatures import credits
from articles.models import Article, Correction, Page

# Who said the value that an editor would correct, where it was not the print.
SOURCES = {Page.Basis.GIVEN: "附注作", Page.Basis.INFERRED: "推断作", Page.Basis.CORRECTED: "原作"}


@dataclass
class Input:
    """One field of the form: the print above (or what else said it), the input, how it is read, its history below."""

    bound: BoundField
    printed: str
    reading: str
    history: list[Correction]
    source: str = "印作"
    is_inferred: bool = False

    @property
    def is_corrected(self) -> bool:
        return any(entry.state == Correction.State.APPLIED for entry in self.history)


@dataclass
class Group:
    """Inputs under one heading."""

    name: str
    inputs: list[Input]


@dataclass
class Remark:
    """A doubt of the reader's: what, on which line, how sure."""

    line: int | None
    words: str
    score: float


def groups(target: Article | Page, form: Any) -> list[Group]:
    """The inputs of the form in their groups; empty groups are left out."""
    history = targets.corrections_of(target)
    by_group: dict[str, list[Input]] = {}
    for name, value in target.printed.items():
        if name in form.fields:
            past = [entry for entry in history if entry.field == name]
            basis = target.bases.get(name) if isinstance(target, Page) else Page.Basis.PRINTED
            known = (SOURCES.get(basis, "印作"), basis == Page.Basis.INFERRED)
            by_group.setdefault(_group(target, name), []).append(
                Input(form[name], value, _reading(target, name), past, *known)
            )
    return [Group(name, inputs) for name, inputs in by_group.items()]


def _group(target: Article | Page, name: str) -> str:
    if isinstance(target, Page):
        return "报与版"
    if match := FIGURE_RE.fullmatch(name):
        return f"图 {match['number']}"
    return "题与栏" if name in TITLE_FIELDS else "电头与署名"


def _reading(target: Article | Page, name: str) -> str:
    """How the credits of the field are read now: 记者 徐坊（本报）."""
    if part_of(name) not in ("bylines", "credits"):
        return ""
    match = FIGURE_RE.fullmatch(name)
    number = int(match["number"]) if match else None
    bylines = [
        byline for byline in target.bylines.with_people() if (byline.figure and byline.figure.position) == number
    ]
    return "　".join(map(str, credits(bylines)))


def source(target: Article | Page) -> list[Line]:
    """The source lines of the article, or of the whole page."""
    page = target if isinstance(target, Page) else target.page
    articles = page.articles.order_by("position").prefetch_related("sections")
    lines = [line for entry in collate(page, list(articles)) for block in entry.blocks for line in block.lines]
    return lines if isinstance(target, Page) else [line for line in lines if line.owner == target.position]


def doubts(target: Article | Page) -> list[Remark]:
    """The reader's doubts, the worst first."""
    page = target if isinstance(target, Page) else target.page
    return sorted(_remarks(page, target.doubts), key=lambda remark: remark.score)


def _remarks(page: Page, found: Sequence[dict]) -> Iterator[Remark]:
    for doubt in found:
        line = None if doubt["start"] is None else line_of(page.text, doubt["start"])
        yield Remark(line, worded(doubt["code"], doubt.get("runner_up")), doubt["score"])


def place(entry: Correction, home: Article | Page | None) -> tuple[str, str]:
    """(address, title) of what an entry speaks of; no address where the archive no longer has it."""
    if home is None:
        return "", entry.target
    title = f"版面 {home.key}" if isinstance(home, Page) else home.title
    return reverse(f"admin:articles_{home._meta.model_name}_change", args=[home.pk]), title
