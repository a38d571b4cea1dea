"""What is decided of names, and all that is seen of it."""

from django.db import connection
from django.db.models import F

from articles import loader, search, verification
from articles.corrections import journal
from articles.models import Article, Byline, Correction, KeyChange, Page, Person, Review, Tombstone
from tests.loading import everything, load


def decide(target: str, field: str, new: str) -> Correction:
    return loader.decide(target, field, new, "据来信", "王编")


def signed() -> dict[str, str]:
    """{headline of the article: keys of its people}."""
    rows = Byline.objects.with_people().order_by("article__headline", F("figure").asc(nulls_first=True), "position")
    keys: dict[str, list[str]] = {}
    for headline, key in rows.values_list("article__headline", "person__key"):
        keys.setdefault(headline, []).append(key)
    return {headline: " ".join(people) for headline, people in keys.items()}


def state() -> dict:
    """All that a reader or a harvester sees, and all of the index."""
    told = everything() | {
        "counted": list(Person.objects.order_by("key").values_list("key", "note", "articles", "years", "latest")),
        "prints": list(Article.objects.order_by("key").values_list("key", "column_key", "printed", "fingerprint")),
    }
    told["bylines"] = sorted(told["bylines"], key=str)  # two of one place, under a picture and not, in any order
    told["reviews"] = list(Review.objects.order_by("page__key", "position", "code").values_list("column_key", "code"))
    with connection.cursor() as cursor:
        for table in ("search_text", "search_fields", "search_values"):
            cursor.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
            told[table] = cursor.fetchall()
    return told


def sound() -> list[str]:
    return [str(finding) for finding in verification.findings()]


def load_anew(seeds) -> None:
    """A fresh database with the same seeds and the exported journal."""
    (seeds / journal.FILE_NAME).write_text("".join(journal.export_lines()))
    for model in (Page, Person, Correction, KeyChange, Tombstone):
        model.objects.all().delete()
    search.rebuild([])
    load(seeds)
