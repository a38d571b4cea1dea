"""The journal of corrections: entries are appended and withdrawn, and applied to what the page says."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.utils import timezone

from articles.corrections import targets
from articles.corrections.doubts import doubted
from articles.corrections.printed import FIGURE_RE, Refused, checked, label
from articles.models import Article, Correction, Page
from articles.reading import Credit, read_byline, read_dateline
from articles.reading.drafts import ArticleDraft, FigureDraft, Text

Target = Article | Page
# The reason of one who confirms an inference and gives none.
LOOKS_RIGHT = "核对无误"


class Stale(Refused):
    """The value an editor wanted to replace is no longer the one shown."""

    def __init__(self, field: str, current: str, typed: str):
        super().__init__(
            field, f"打开之后，{label(field)}已改为“{current or '（空）'}”；这里填的是“{typed or '（空）'}”"
        )
        self.current = current


@dataclass
class Settled:
    """What corrections make of printed values, with those that took hold and those whose precondition failed."""

    values: dict[str, str]
    applied: list[Correction] = field(default_factory=list)
    conflicts: list[Correction] = field(default_factory=list)

    def differing(self, printed: Mapping[str, str]) -> list[str]:
        """The fields whose value is no longer the printed one."""
        return [name for name, value in self.values.items() if value != printed[name]]


def append(
    target: Target, field: str, new: str, kind: str, reason: str, editor: str, old: str | None = None
) -> Correction:
    """A new entry that replaces the field's present value; loader.correct() also recomputes the rows.

    `old` is the value the editor saw. Raises Refused for a field or value that cannot be, Stale when `old` has changed.
    """
    values = current_values(target)
    new, reason = _checked_entry(field, new, reason, values)
    if old is not None and old != values[field]:
        raise Stale(field, values[field], new)
    place = {"target": targets.address(target), "page": targets.page_key(target), "field": field}
    change = {"old": values[field], "new": new, "kind": kind, "reason": reason, "editor": editor}
    return Correction.objects.create(**place, **change, created=timezone.now())


def check(target: Target, doubt: Mapping, reason: str, editor: str) -> Correction:
    """A new entry that the reading is right where the reader doubts it; loader.check() also recomputes the rows.

    doubt: one of the target's doubts, as it was shown. Raises Refused where that doubt is no longer open.
    """
    if doubt not in target.doubts:
        raise Refused("", "这处存疑已有人处理，或读法已变")
    page = target.page if isinstance(target, Article) else target
    about = doubted(doubt["code"], doubt["start"], doubt["end"], page.spans, page.text)
    place = {"target": targets.address(target), "page": page.key, "field": about.field}
    seen = {"old": about.words, "new": about.reading, "kind": Correction.Kind.CHECKED, "reason": reason.strip()}
    return Correction.objects.create(**place, **seen, editor=editor, created=timezone.now())


def confirm(target: Target, reason: str, editor: str) -> list[Correction]:
    """Entries 核对无误 for all open doubts of an article or page, and for what is inferred of a page."""
    entries = [check(target, doubt, reason, editor) for doubt in target.doubts]
    inferred = [name for name in target.printed if target.is_inferred(name)] if isinstance(target, Page) else []
    values = current_values(target) if inferred else {}
    return entries + [
        append(target, name, values[name], Correction.Kind.MISREAD, reason or LOOKS_RIGHT, editor) for name in inferred
    ]


def _checked_entry(field: str, new: str, reason: str, values: Mapping[str, str]) -> tuple[str, str]:
    if field not in values:
        raise Refused(field, f"这里没有可更正的{label(field)}")
    if not reason.strip():
        raise Refused("reason", "请写明更正的理由")
    return checked(field, new), reason.strip()


def withdraw(correction: Correction, editor: str) -> Correction:
    """Marks an entry as withdrawn (once); loader.withdraw() also recomputes the rows."""
    if correction.state != Correction.State.WITHDRAWN:
        correction.state = Correction.State.WITHDRAWN
        correction.withdrawn, correction.withdrawn_by = timezone.now(), editor
        correction.save(update_fields=["state", "withdrawn", "withdrawn_by"])
    return correction


def current_values(target: Target) -> dict[str, str]:
    """Every correctable field of an article or page with the value shown now, as an editor would type it."""
    return settle(target.printed, targets.corrections_of(target)).values


def values_of_pages(pages: Collection[Page]) -> dict[str, dict[str, str]]:
    """{key: what current_values() gives} of pages, in one query."""
    entries = targets.of_pages(pages)
    return {page.key: settle(page.printed, entries[page.key]).values for page in pages}


def settle(printed: Mapping[str, str], corrections: Iterable[Correction]) -> Settled:
    """Applies entries in order, each only where it finds the value it was to replace; 原报有误 leaves the value.

    Entries 核对无误 speak of doubts, not of values: see doubts.look().
    A value that is already what an editor wanted it to be (the reader has learned it) is no conflict.
    """
    settled = Settled(dict(printed))
    for correction in corrections:
        if correction.withdrawn is not None or correction.kind == Correction.Kind.CHECKED:
            continue
        if not _takes_hold(correction, settled.values):
            settled.conflicts.append(correction)
            continue
        settled.applied.append(correction)
        if correction.kind == Correction.Kind.MISREAD:
            settled.values[correction.field] = correction.new
    return settled


def _takes_hold(correction: Correction, values: Mapping[str, str]) -> bool:
    value = values.get(correction.field)
    if value != correction.old and not (correction.kind == Correction.Kind.MISREAD and value == correction.new):
        return False
    try:
        return checked(correction.field, correction.new) == correction.new
    except Refused:
        return False


def apply_to_article(
    draft: ArticleDraft, printed: Mapping[str, str], corrections: Iterable[Correction]
) -> tuple[ArticleDraft, Settled]:
    """The draft with corrected values in the place of printed ones (spans stay those of the print)."""
    settled = settle(printed, corrections)
    for name in settled.differing(printed):
        draft = _with_value(draft, name, settled.values[name])
    return draft, settled


def _with_value(draft: ArticleDraft, name: str, value: str) -> ArticleDraft:
    if match := FIGURE_RE.fullmatch(name):
        return _with_figure(draft, int(match["number"]) - 1, match["part"], value)
    if name == "bylines":
        return replace(draft, bylines=_credits(value))
    if name == "dateline":
        return replace(draft, dateline=read_dateline(value) if value else None)
    return replace(draft, **{name: _text(value, getattr(draft, name))})


def _with_figure(draft: ArticleDraft, index: int, part: str, value: str) -> ArticleDraft:
    figures = list(draft.figures)
    figure: FigureDraft = figures[index]
    if part == "caption":
        figures[index] = replace(figure, caption=_text(value, figure.caption))
    else:
        figures[index] = replace(figure, credits=_credits(value))
    return replace(draft, figures=tuple(figures))


def _text(value: str, before: Text | None) -> Text | None:
    return Text(value, before.spans if before else ()) if value else None


def _credits(value: str) -> tuple[Credit, ...]:
    """Credits read from typed text; their spans would point into that text, not into the page."""
    return tuple(replace(credit, span=None) for credit in read_byline(value)) if value else ()
