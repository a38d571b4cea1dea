"""Editors' decisions about names: who is one, who is two, what they are called; each an entry of the journal."""

import re
from collections.abc import Callable

from django.utils import timezone

from articles.corrections.naming import (
    COLUMN,
    DISTINCT,
    MERGE,
    PERSON,
    RENAME,
    SINGLE,
    SPLIT,
    Naming,
    outcome,
    roots_of,
    signature_of,
)
from articles.corrections.printed import Refused
from articles.corrections.splitting import Rule, read_rule
from articles.keys import column_key
from articles.models import Article, Byline, Correction, Person

FIELDS = {PERSON: (MERGE, SPLIT, RENAME, DISTINCT, SINGLE), COLUMN: (MERGE, RENAME, DISTINCT)}
KEY_LENGTH, LABEL_LENGTH, REASON_LENGTH = 60, 100, 500
# 张伟, 张伟（金华）: no brackets but those of the note, by which it is told from the name.
KEY_RE = re.compile(r"(?P<name>[^\s（）()](?:[^\n\r\t（）()]*[^\s（）()])?)(?:（(?P<note>[^\n\r\t（）()]+)）)?")


def append(target: str, field: str, new: str, reason: str, editor: str) -> Correction:
    """A new entry about `person:<key>` or `column:<key>`; loader.decide() also brings the archive in step.

    new: of a merge and of 不是 the other's key (a column's label), of a renaming the new key or label, of a split its
    rule. Raises Refused.
    """
    kind, _, key = target.partition(":")
    if field not in FIELDS.get(f"{kind}:", ()):
        raise Refused("", "没有这样的更正")
    reason = _reason(reason)
    if not _lives(target):
        raise Refused("", f"“{key}”现已不在，请从列表里重新打开")
    entry = Correction(target=target, field=field, old=shown(target), new=new, kind=Correction.Kind.NAMING)
    entry.reason, entry.editor, entry.created = reason, editor, timezone.now()
    _CHECKS[field](entry)
    if entry in Naming([*Naming.load().journal, entry]).conflicts:
        raise Refused("", "与先前的更正不合，没有记入")
    entry.save(force_insert=True)
    return entry


def _reason(reason: str) -> str:
    if not reason.strip():
        raise Refused("reason", "请写明理由")
    if len(reason.strip()) > REASON_LENGTH:
        raise Refused("reason", f"理由太长：最多 {REASON_LENGTH} 字")
    return reason.strip()


def shown(address: str) -> str:
    """How the archive calls what stands at an address now: a person's key, a column's label."""
    kind, _, key = address.partition(":")
    labels = Article.objects.in_column(key).order_by("-column").values_list("column", flat=True)
    return (labels.first() or key) if f"{kind}:" == COLUMN else key


def _lives(address: str) -> bool:
    kind, _, key = address.partition(":")
    rows = Article.objects.in_column(key) if f"{kind}:" == COLUMN else Person.objects.filter(key=key)
    return bool(key) and rows.exists()


def _check_other(entry: Correction) -> None:
    """Another that is there."""
    if outcome(entry) == entry.target:
        raise Refused("new", "要选另外一个")
    if not _lives(outcome(entry)):
        raise Refused("new", f"档案里没有“{entry.new}”")


def _check_name(entry: Correction) -> None:
    """A name that nobody else bears."""
    if entry.new == entry.old:
        raise Refused("new", "名称没有改动")
    _check_spelling(entry.target, entry.new)
    if outcome(entry) != entry.target and _lives(outcome(entry)):
        raise Refused("new", f"已有“{entry.new}”；二者若是同一个，请用合并")


def _check_spelling(target: str, name: str) -> None:
    if target.startswith(COLUMN):
        if not column_key(name) or len(name) > LABEL_LENGTH or "\n" in name:
            raise Refused("new", f"栏目名须有 1 至 {LABEL_LENGTH} 字")
    elif not KEY_RE.fullmatch(name) or len(name) > KEY_LENGTH:
        raise Refused("new", f"姓名与区别合起来须有 1 至 {KEY_LENGTH} 字，不能含括号")


def _check_split(entry: Correction) -> None:
    """Some articles, and some that stay."""
    rule = read_rule(entry.new)
    _check_spelling(entry.target, rule.key)
    if rule.key == entry.old:
        raise Refused("new", "分出的人要有不同的区别")
    taken, stay = shares(entry.old, rule)
    if not taken:
        raise Refused("new", "没有选到文章")
    if not stay:
        raise Refused("new", "选到了全部文章，没有可分的；要改称呼请用改名")


def shares(key: str, rule: Rule) -> tuple[list[int], list[int]]:
    """The articles (ids) of a person that the rule takes, and those that stay."""
    bylines = list(Byline.objects.filter(person__key=key).for_rules())
    roots = roots_of({byline.article.key for byline in bylines})
    taken = {byline.article_id for byline in bylines if rule.fits(signature_of(byline, roots[byline.article.key]))}
    return sorted(taken), sorted({byline.article_id for byline in bylines} - taken)


def _check_single(entry: Correction) -> None:
    entry.new = entry.old


_CHECKS: dict[str, Callable[[Correction], None]] = {
    MERGE: _check_other,
    DISTINCT: _check_other,
    RENAME: _check_name,
    SPLIT: _check_split,
    SINGLE: _check_single,
}
