"""What the correcting page shows: the source in the dress of its fields, each field with print and history."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.urls import reverse

from articles.admin.source import doubts, inferred_words, legend, source
from articles.corrections import targets
from articles.corrections.naming import is_naming
from articles.corrections.printed import FIGURE_RE, TITLE_FIELDS, label, part_of
from articles.corrections.typed import read_as
from articles.display.signatures import credits
from articles.models import Article, Correction, Page

# Who said the value that an editor would correct, where it was not the print.
SOURCES = {Page.Basis.GIVEN: "附注作", Page.Basis.INFERRED: "推断作", Page.Basis.CORRECTED: "原作"}
NAMED = {"person": "人物", "column": "栏目"}


@dataclass
class Input:
    """One field of the form: the print above (or what else said it), the input, how it is read, its history below."""

    bound: BoundField
    printed: str
    reading: str
    history: list[Correction]
    source: str = "印作"
    is_inferred: bool = False


@dataclass
class Group:
    """Inputs under one heading."""

    name: str
    inputs: list[Input]


def shown(target: Article | Page, form: Any) -> dict:
    """What the correcting page shows: {groups, source, legend, doubts, checked, preview, kind}."""
    history, lines = targets.corrections_of(target), source(target)
    return {
        "groups": groups(target, form, history),
        "source": lines,
        "legend": legend(lines),
        "doubts": doubts(target, form.values),
        "checked": [(label(entry.field), entry) for entry in history if entry.kind == Correction.Kind.CHECKED],
        "inferred": inferred_words(target) if isinstance(target, Page) else "",
        "preview": preview(form) if form.is_bound and form.is_preview else None,
    }


def preview(form: Any) -> list[tuple[str, str, str, list[str]]]:
    """(field, value now, value typed, how it is read) of each change that could be stored."""
    return [(label(name), old, new, read_as(name, new)) for name, (old, new) in form.changes.items()]


def told(entries: Sequence[Correction]) -> str:
    """What has been stored, as the editor is told it."""
    corrected = dict.fromkeys(label(entry.field) for entry in entries if entry.is_correction and entry.old != entry.new)
    words = [f"已更正{'、'.join(corrected)}"] if corrected else []
    if len(entries) > len(corrected):
        words.append(f"核对无误 {len(entries) - len(corrected)} 处")
    return f"{'，'.join(words)}，站点和检索已随之更新。"


def groups(target: Article | Page, form: Any, history: Sequence[Correction]) -> list[Group]:
    """The inputs of the form in their groups; empty groups are left out."""
    by_group: dict[str, list[Input]] = {}
    for name, value in target.printed.items():
        if name in form.fields:
            past = [entry for entry in history if entry.field == name]
            basis = target.bases.get(name) if isinstance(target, Page) else Page.Basis.PRINTED
            known = (SOURCES.get(basis, "印作"), basis == Page.Basis.INFERRED)
            by_group.setdefault(_group(target, name), []).append(
                Input(form[name], value, _reading(target, form, name), past, *known)
            )
    return [Group(name, inputs) for name, inputs in by_group.items()]


def _group(target: Article | Page, name: str) -> str:
    if isinstance(target, Page):
        return "报与版"
    if match := FIGURE_RE.fullmatch(name):
        return f"图 {match['number']}"
    return "题与栏" if name in TITLE_FIELDS else "电头与署名"


def _reading(target: Article | Page, form: Any, name: str) -> str:
    """How the credits of the field are read: 记者 徐坊（本报）; of a changed field, how they would be."""
    if part_of(name) not in ("bylines", "credits"):
        return ""
    if form.is_bound and name in form.changed_data:
        return "　".join(read_as(name, form.cleaned_data.get(name, "")))
    match = FIGURE_RE.fullmatch(name)
    number = int(match["number"]) if match else None
    bylines = [
        byline for byline in target.bylines.with_people() if (byline.figure and byline.figure.position) == number
    ]
    return "　".join(map(str, credits(bylines)))


def place(entry: Correction, home: Article | Page | None) -> tuple[str, str]:
    """(address, title) of what an entry speaks of; no address where the archive no longer has it."""
    if is_naming(entry):
        model, _, key = entry.target.partition(":")
        list_of = reverse(f"admin:articles_{model}_changelist", query={"q": key.partition("（")[0]})
        return list_of, f"{NAMED[model]} {key}"
    if home is None:
        return "", entry.target
    title = f"版面 {home.key}" if isinstance(home, Page) else home.title
    return reverse(f"admin:articles_{home._meta.model_name}_change", args=[home.pk]), title
