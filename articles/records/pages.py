"""Pages as objects."""

from collections.abc import Iterable
from typing import Any

from articles.models import Page
from articles.records.corrections import of_doubt

Record = dict[str, Any]
FACTS = ("publication", "date", "number", "name")


def place_of(page: Page, site: str = "") -> Record:
    """Where something was printed: {publication, date, date_basis, page}, what is not known as null."""
    return {
        "publication": page.publication or None,
        "date": page.date and page.date.isoformat(),
        "date_basis": page.bases.get("date", Page.Basis.UNKNOWN),
        "page": brief_page(page, site),
    }


def brief_page(page: Page, site: str = "") -> Record:
    """What is known of a page, with the basis of each fact (one of Page.Basis)."""
    facts = {
        "publication": page.publication or None,
        "date": page.date and page.date.isoformat(),
        "number": page.number or None,
        "name": page.name or None,
    }
    bases = {name: page.bases.get(name, Page.Basis.UNKNOWN) for name in FACTS}
    return {"key": page.key, "url": site + page.get_absolute_url(), **facts, "bases": bases}


def of_page(page: Page, articles: Iterable[Record], site: str = "") -> Record:
    """A page whole: its text, which span of it belongs to which field of which article, and its articles, briefly."""
    return brief_page(page, site) | {
        "printed": {name: value or None for name, value in page.printed.items()},
        "text": page.text,
        "spans": page.spans,
        "furniture": page.furniture,
        "doubts": [of_doubt(doubt) for doubt in page.doubts],
        "articles": list(articles),
    }
