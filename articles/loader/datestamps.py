"""When an article last changed, and what is left of one that is gone: what harvesters and sitemaps go by."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.forms.models import model_to_dict
from django.utils import timezone

from articles.batches import batches
from articles.corrections import Settled
from articles.loader.rows import ArticleRows
from articles.models import Article, Page, Tombstone

# Columns that may differ while what is read of the article stays the same: where it stands, and how sure the reader is.
OUTSIDE = ["id", "number", "page", "position", "continues", "doubts", "confidence", "changed", "fingerprint"]
OF_PAGE = ["publication", "date", "number", "name", "bases"]
BATCH = 500


def note(made: ArticleRows, settled: Settled, former: Mapping | None) -> None:
    """Gives a new row its fingerprint, and the time of its last change where it is as it was (else none: see stamp)."""
    article = made.article
    article.fingerprint = _fingerprint(made, settled)
    article.changed = former["changed"] if former and former["fingerprint"] == article.fingerprint else None


def _fingerprint(made: ArticleRows, settled: Settled) -> str:
    """Of all that a reader sees of an article: equal for equal ones, whatever else stands on the page."""
    page = model_to_dict(made.article.page, OF_PAGE)
    article = _columns([made.article], OUTSIDE)
    parts = [_columns(rows, ["id", "article", "figure", "person"]) for rows in (made.sections, made.figures)]
    names = [[row.figure and row.figure.position, row.person and row.person.key] for row in made.bylines]
    bylines = _columns(made.bylines, ["id", "article", "figure", "person"])
    corrections = sorted(str(entry.pk) for entry in settled.applied)
    told = json.dumps([page, article, parts, names, bylines, corrections], cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def _columns(rows: Iterable[models.Model], outside: list[str]) -> list[dict]:
    return [model_to_dict(row, exclude=outside) for row in rows]


def graves(page: Page, articles: Iterable[Mapping]) -> dict[str, Tombstone]:
    """{key: tombstone} of articles about to leave the page; told while the page still says what it said."""
    return {
        row["key"]: Tombstone(key=row["key"], publication=page.publication, column_key=row["column_key"])
        for row in articles
    }


def close(gone: Mapping[str, Tombstone], found: Iterable[str]) -> None:
    """Ends a transaction: stamps what it changed, and keeps a tombstone of each article that it left nowhere.

    gone: what left its page, perhaps for another; found: keys that have an article again.
    """
    # Last and to the second: a harvester goes on from the second in which it asked, and must not miss what was
    # stamped before and committed after.
    moment = timezone.now().replace(microsecond=0)
    Article.objects.filter(changed=None).update(changed=moment)
    for keys in batches(sorted({*gone, *found}), BATCH):
        alive = set(Article.objects.filter(key__in=keys).values_list("key", flat=True))
        Tombstone.objects.filter(key__in=keys).delete()
        Tombstone.objects.bulk_create(_dated(gone[key], moment) for key in keys if key in gone and key not in alive)


def _dated(tombstone: Tombstone, moment: datetime) -> Tombstone:
    tombstone.changed = moment
    return tombstone
