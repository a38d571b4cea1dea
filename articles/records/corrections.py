"""Doubts, and what editors corrected, as objects."""

from typing import Any

from articles.corrections.printed import label
from articles.corrections.targets import ARTICLE
from articles.display.doubts import worded
from articles.models import Correction

Record = dict[str, Any]


def of_doubt(doubt: Record) -> Record:
    """A place where the reading is unsure: its code, the same in words, its place in the page's text, how sure."""
    return {
        "code": doubt["code"],
        "said": worded(doubt["code"], doubt.get("runner_up")),
        **{name: doubt.get(name) for name in ("start", "end", "score", "runner_up")},
    }


def of_correction(entry: Correction) -> Record:
    """An entry of the journal as readers are told it: not by whom."""
    return {
        "id": str(entry.pk),
        "of": "article" if entry.target.startswith(ARTICLE) else "page",
        "field": entry.field,
        "label": label(entry.field),
        "kind": entry.kind,
        "old": entry.old or None,
        "new": entry.new or None,
        "reason": entry.reason,
        "created": entry.created.isoformat(),
    }


def of_erratum(entry: Correction, home: Any, site: str = "") -> Record:
    """An entry beside the article or page it speaks of now (None where that has left the archive)."""
    told = home and {"key": home.key, "url": site + home.get_absolute_url(), "title": getattr(home, "title", str(home))}
    return {"key": str(entry.pk), "url": told["url"] if told else None} | of_correction(entry) | {"about": told}
