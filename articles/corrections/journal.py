"""The journal as a file: JSON Lines, sorted and stable, so that corrections outlive the database."""

import json
import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from articles.models import Article, Correction, KeyChange
from articles.seeds import Problem, shown

FILE_NAME = "corrections.jsonl"
TEXTS = {"target": 220, "page": 200, "field": 60, "old": None, "new": None, "kind": 10, "reason": 500, "editor": 150}
MOVED = {"moved", "to"}

Entry = Correction | KeyChange


def export_lines() -> Iterator[str]:
    """The journal, oldest first, then the former keys of articles, each a JSON object on a line."""
    for correction in Correction.objects.order_by("created", "id").iterator():
        yield _line(_as_json(correction))
    for change in KeyChange.objects.order_by("old").iterator():
        yield _line({"moved": change.old, "to": change.new})


def _line(entry: dict[str, Any]) -> str:
    return json.dumps(entry, ensure_ascii=False) + "\n"


def _as_json(correction: Correction) -> dict[str, Any]:
    entry = {"id": str(correction.id), **{name: getattr(correction, name) for name in TEXTS}}
    entry["created"] = correction.created.isoformat()
    if correction.withdrawn is not None:
        entry |= {"withdrawn": correction.withdrawn.isoformat(), "withdrawn_by": correction.withdrawn_by}
    return entry


def read_file(path: Path) -> tuple[list[Entry], list[Problem]]:
    """The entries of a file as unsaved rows, and its bad lines."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        return [], [Problem(shown(path), 1, f"读不了更正文件：{error}")]
    for number, line in enumerate(lines, 1):
        try:
            entries += [_entry(json.loads(line))] if line.strip() else []
        except (ValueError, TypeError, KeyError) as error:
            problems.append(Problem(shown(path), number, f"这一条更正读不了：{error}"))
    return entries, problems


def _entry(value: Any) -> Entry:
    if not isinstance(value, dict):
        raise ValueError("须是一个 JSON 对象")
    if value.keys() == MOVED:
        return KeyChange(old=_text(value, "moved", 24), new=_text(value, "to", 24))
    texts = {name: _text(value, name, limit) for name, limit in TEXTS.items()}
    if texts["kind"] not in Correction.Kind.values:
        raise ValueError(f"不认识的性质 {texts['kind']}")
    entry = Correction(id=uuid.UUID(value["id"]), created=_time(value["created"]), **texts)
    if "withdrawn" in value:
        entry.withdrawn, entry.withdrawn_by = _time(value["withdrawn"]), _text(value, "withdrawn_by", 150)
        entry.state = Correction.State.WITHDRAWN
    return entry


def _text(value: dict[str, Any], name: str, limit: int | None) -> str:
    text = value.get(name)
    if not isinstance(text, str):
        raise ValueError(f"{name} 须是文字")
    if limit is not None and len(text) > limit:
        raise ValueError(f"{name} 超过 {limit} 字")
    return text


def _time(value: Any) -> datetime:
    time = datetime.fromisoformat(value)
    if time.tzinfo is None:
        raise ValueError(f"时间须带时区：{value}")
    return time


def unknown(entries: Sequence[Entry]) -> list[Entry]:
    """Those that would change the journal: new ones, and withdrawals of entries that still stand."""
    standing = dict(Correction.objects.values_list("id", "withdrawn"))
    leads = set(KeyChange.objects.values_list("old", flat=True))
    leads |= set(Article.objects.filter(key__in=_former(entries)).values_list("key", flat=True))
    return [entry for entry in entries if _is_news(entry, standing, leads)]


def _former(entries: Sequence[Entry]) -> list[str]:
    return [entry.old for entry in entries if isinstance(entry, KeyChange)]


def _is_news(entry: Entry, standing: dict[uuid.UUID, datetime | None], leads: set[str]) -> bool:
    if isinstance(entry, KeyChange):
        return entry.old not in leads
    return entry.id not in standing or (entry.withdrawn is not None and standing[entry.id] is None)


def store(entries: Sequence[Entry]) -> list[Entry]:
    """Takes entries into the journal; returns those that were news. A known entry can only be withdrawn."""
    news = unknown(entries)
    corrections = {entry.id: entry for entry in news if isinstance(entry, Correction)}
    known = set(Correction.objects.filter(id__in=corrections).values_list("id", flat=True))
    Correction.objects.bulk_create([entry for entry in corrections.values() if entry.id not in known])
    for key in known:
        entry = corrections[key]
        Correction.objects.filter(id=key).update(
            withdrawn=entry.withdrawn, withdrawn_by=entry.withdrawn_by, state=entry.state
        )
    changes = {entry.old: entry for entry in news if isinstance(entry, KeyChange)}
    KeyChange.objects.bulk_create(changes.values())
    return [*corrections.values(), *changes.values()]
