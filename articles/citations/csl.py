"""CSL-JSON: a reference as citation processors take it."""

from typing import Any

from articles.citations.notes import note
from articles.citations.reference import LANGUAGE, Reference


def csl(reference: Reference) -> dict[str, Any]:
    """An item of CSL 1.0.2, type article-newspaper; what is unknown is left out, an inferred date is `circa`."""
    item = {
        "id": reference.key,
        "type": "article-newspaper",
        "title": reference.title,
        "author": [{"literal": name} for name in reference.authors],
        "container-title": reference.publication,
        "issued": _issued(reference),
        "page": reference.number,
        "section": reference.section,
        "language": LANGUAGE,
        "note": note(reference),
        "URL": reference.address,
    }
    return {name: value for name, value in item.items() if value}


def _issued(reference: Reference) -> dict[str, Any]:
    day = reference.date
    if not day:
        return {}
    return {"date-parts": [[day.year, day.month, day.day]]} | ({"circa": True} if "date" in reference.inferred else {})
